// The whole page in one view, from a fixed number of queries whatever the number of endpoints and the age of the
// history. Raw checks are never read.
import { type Db, openDb } from '@/db/client';
import { selectWindows } from '@/db/queries/maintenance-windows';
import { selectNetworkLoss } from '@/db/queries/network-losses';
import { selectBlindSpans } from '@/db/queries/read-blind-spans';
import { selectListedDependencies } from '@/db/queries/read-dependencies';
import { selectListed } from '@/db/queries/read-endpoints';
import { selectListedDays, selectListedHours } from '@/db/queries/read-rollups';
import { ANNOUNCED_MS } from '@/lib/core/history/maintenance';
import { overallStatus, type Told } from '@/lib/core/incident/told';
import type { UnixMs } from '@/lib/core/time';
import type { OverviewView, ServerView } from '@/lib/core/view';
import { DAYS_SHOWN, firstDayAt, firstHourAt } from '@/lib/reads/history';
import { readLateness } from '@/lib/reads/lateness';
import { maintenanceViews, windowsUnderWay } from '@/lib/reads/maintenance-views';
import { serverView } from '@/lib/reads/server-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';
import { readTold } from '@/lib/reads/told';

export function readOverview(now: UnixMs, db: Db = openDb()): OverviewView {
  return inSnapshot(db, () => {
    const settings = readStoredSettings(db);
    const windows = selectWindows(db, { startAt: now, endAt: now + ANNOUNCED_MS });
    const told = readTold(db);
    const servers = readServers(db, { windows, told }, now);
    return {
      generatedAt: now,
      page: settings.page,
      status: overallStatus(
        servers.map(({ status }) => status),
        told,
      ),
      told: told.incidents,
      servers,
      maintenance: maintenanceViews(windows, new Set(servers.map(({ slug }) => slug))),
      calledAt: newest(servers.map(({ checkedAt }) => checkedAt)),
      nextCallAt: earliest(servers.map(({ nextCheckAt }) => nextCheckAt)),
      isDelayed: readLateness(db, settings.loopBeat, now).isDelayed,
      hasConfigErrors: settings.hasConfigErrors,
      networkLostSince: selectNetworkLoss(db)?.startAt ?? null,
      blindSpans: selectBlindSpans(db, firstDayAt(now, DAYS_SHOWN)),
    };
  });
}

interface Present {
  windows: ReturnType<typeof selectWindows>;
  told: Told;
}

function readServers(db: Db, { windows, told }: Present, now: UnixMs): ServerView[] {
  const listed = selectListed(db);
  const dependencies = byEndpoint(selectListedDependencies(db));
  const days = byEndpoint(selectListedDays(db, firstDayAt(now, DAYS_SHOWN)));
  const hours = byEndpoint(selectListedHours(db, firstHourAt(now)));
  return listed.map((row) => {
    const { id, slug } = row.endpoint;
    const rows = {
      row,
      dependencies: dependencies.get(id) ?? [],
      days: days.get(id) ?? [],
      hours: hours.get(id) ?? [],
      underWay: windowsUnderWay(windows, slug, now),
      told: told.servers.get(slug),
    };
    return serverView(rows, now);
  });
}

function byEndpoint<Row extends { endpointId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.endpointId);
    if (group) group.push(row);
    else groups.set(row.endpointId, [row]);
  }
  return groups;
}

function newest(instants: readonly (UnixMs | null)[]): UnixMs | null {
  return instants.reduce((best, at) => (at !== null && (best === null || at > best) ? at : best), null);
}

function earliest(instants: readonly (UnixMs | null)[]): UnixMs | null {
  return instants.reduce((best, at) => (at !== null && (best === null || at < best) ? at : best), null);
}
