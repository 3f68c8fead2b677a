// One server's own page: what the overview says of it, and its outages, tools, latency and year.
import { type Db, openDb } from '@/db/client';
import { selectCatalogueTools } from '@/db/queries/catalogues';
import { selectWindows } from '@/db/queries/maintenance-windows';
import { selectDependencies } from '@/db/queries/read-dependencies';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import { selectOutages } from '@/db/queries/read-outages';
import { selectDays, selectHours } from '@/db/queries/read-rollups';
import { ANNOUNCED_MS } from '@/lib/core/history/maintenance';
import type { UnixMs } from '@/lib/core/time';
import type { ServerPageView } from '@/lib/core/view';
import { selectDriftViews } from '@/lib/reads/drift';
import { DAYS_SHOWN, firstDayAt, firstHourAt, latencyPoints, uptimeSince } from '@/lib/reads/history';
import { readLateness } from '@/lib/reads/lateness';
import { maintenanceOf, windowsUnderWay } from '@/lib/reads/maintenance-views';
import { outageViews } from '@/lib/reads/outage-view';
import { serverView } from '@/lib/reads/server-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';
import { toolViews } from '@/lib/reads/tool-views';

const DAYS_A_YEAR = 365;
const OUTAGES_LIMIT = 50;

/** Null when no such server is listed: unknown, hidden and archived ones look alike from outside. */
export function readServerPage(slug: string, now: UnixMs, db: Db = openDb()): ServerPageView | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    const { id } = row.endpoint;
    const settings = readStoredSettings(db);
    const year = selectDays(db, id, firstDayAt(now, DAYS_A_YEAR));
    const hours = selectHours(db, id, firstHourAt(now));
    const windows = selectWindows(db, { startAt: now, endAt: now + ANNOUNCED_MS });
    const { catalogueId = null, catalogueSince = null } = row.state ?? {};
    const rows = {
      row,
      dependencies: selectDependencies(db, id),
      days: year.filter(({ bucketAt }) => bucketAt >= firstDayAt(now, DAYS_SHOWN)),
      hours,
      underWay: windowsUnderWay(windows, slug, now),
    };
    return {
      generatedAt: now,
      page: settings.page,
      server: serverView(rows, now),
      maintenance: maintenanceOf(windows, slug),
      tools: toolViews(catalogueId === null ? [] : selectCatalogueTools(db, catalogueId)),
      toolsUnchangedSince: catalogueSince,
      drifts: selectDriftViews(db, id, now),
      outages: outageViews(db, selectOutages(db, id, firstDayAt(now, DAYS_SHOWN), OUTAGES_LIMIT)),
      latency: latencyPoints(hours, now),
      uptimeYear: uptimeSince(year, firstDayAt(now, DAYS_A_YEAR)),
      isDelayed: readLateness(db, settings.loopBeat, now).isDelayed,
    };
  });
}
