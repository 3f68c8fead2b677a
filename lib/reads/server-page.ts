// One server's own page: what the overview says of it, and its outages, tools, latency and year.
import { type Db, openDb } from '@/db/client';
import { selectCatalogueTools } from '@/db/queries/catalogues';
import { selectDependencyDays } from '@/db/queries/dependency-days';
import { selectWindows } from '@/db/queries/maintenance-windows';
import { selectDependencies } from '@/db/queries/read-dependencies';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import { selectOutages } from '@/db/queries/read-outages';
import { selectDays, selectHours } from '@/db/queries/read-rollups';
import { ANNOUNCED_MS } from '@/lib/core/history/maintenance';
import { NOTHING_ASKED, type ServerPageAsk } from '@/lib/core/server-page-ask';
import type { ServerPageView } from '@/lib/core/server-page-view';
import type { UnixMs } from '@/lib/core/time';
import { catalogueView } from '@/lib/reads/catalogue-view';
import { dependencyHistory } from '@/lib/reads/dependency-history';
import { selectDriftViews } from '@/lib/reads/drift';
import { DAYS_SHOWN, firstDayAt, firstHourAt, spanViews } from '@/lib/reads/history';
import { chartStart, latencyView, selectLatencyRows } from '@/lib/reads/latency-view';
import { readLateness } from '@/lib/reads/lateness';
import { maintenanceOf, windowsUnderWay } from '@/lib/reads/maintenance-views';
import { outageViews } from '@/lib/reads/outage-view';
import { serverFacts } from '@/lib/reads/server-facts';
import { serverView } from '@/lib/reads/server-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';
import { readTold } from '@/lib/reads/told';

const DAYS_A_YEAR = 365;
const OUTAGES_LIMIT = 50;

/**
 * Null when no such server is listed: unknown, hidden and archived ones look alike from outside.
 * @param asked what the visitor asked to see of the chart and the tools; it changes no other figure
 */
export function readServerPage(
  slug: string,
  now: UnixMs,
  db: Db = openDb(),
  asked: ServerPageAsk = NOTHING_ASKED,
): ServerPageView | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    const { id } = row.endpoint;
    const settings = readStoredSettings(db);
    const year = selectDays(db, id, firstDayAt(now, DAYS_A_YEAR));
    const hours = selectHours(db, id, firstHourAt(now));
    const chartFrom = chartStart(asked.latency.range, now);
    const allWindows = selectWindows(db, { startAt: chartFrom, endAt: now + ANNOUNCED_MS });
    const windows = allWindows.filter(({ endAt }) => endAt > now);
    const { catalogueId = null, catalogueSince = null } = row.state ?? {};
    const dependencies = selectDependencies(db, id);
    const named = { names: dependencies.map(({ name }) => name), fromAt: firstDayAt(now, DAYS_SHOWN) };
    const rows = {
      row,
      dependencies,
      days: year.filter(({ bucketAt }) => bucketAt >= firstDayAt(now, DAYS_SHOWN)),
      hours,
      underWay: windowsUnderWay(windows, slug, now),
      told: readTold(db).servers.get(slug),
    };
    return {
      generatedAt: now,
      page: settings.page,
      server: serverView(rows, now),
      facts: serverFacts(row),
      maintenance: maintenanceOf(windows, slug),
      catalogue: catalogueView(catalogueId === null ? [] : selectCatalogueTools(db, catalogueId), asked),
      toolsUnchangedSince: catalogueSince,
      drifts: selectDriftViews(db, id, now),
      outages: outageViews(db, selectOutages(db, id, firstDayAt(now, DAYS_SHOWN), OUTAGES_LIMIT)),
      latency: {
        ...latencyView(selectLatencyRows(db, id, asked.latency, now), asked.latency, now),
        maintenance: maintenanceOf(allWindows, slug).filter(({ startAt }) => startAt < now),
      },
      spans: spanViews(year, hours, now),
      dependencyHistory: dependencyHistory(dependencies, selectDependencyDays(db, id, named), now),
      isDelayed: readLateness(db, settings.loopBeat, now).isDelayed,
    };
  });
}
