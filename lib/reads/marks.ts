// What badges need, and no more: badges are asked for far more often than pages, so no history is read.
import { type Db, openDb } from '@/db/client';
import { selectWindows } from '@/db/queries/maintenance-windows';
import { type ListedEndpoint, selectListed, selectListedBySlug } from '@/db/queries/read-endpoints';
import type { MaintenanceWindowRow } from '@/db/schema/maintenance-windows';
import { believedUntil } from '@/lib/core/history/booking';
import { beyondServers, overallStatus, withTold } from '@/lib/core/incident/told';
import type { ShownStatus } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';
import { readLateness } from '@/lib/reads/lateness';
import { windowsUnderWay } from '@/lib/reads/maintenance-views';
import { presentState } from '@/lib/reads/present-state';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';
import { readTold } from '@/lib/reads/told';
import type { PageMark, ServerMark } from '@/lib/render/badge/badge-words';

/** A check is believed for this many intervals. */
const BELIEVED_INTERVALS = 3;

/** Null when no such server is listed. */
export function readServerMark(slug: string, now: UnixMs, db: Db = openDb()): ServerMark | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    return row ? serverMark(db, row, now) : null;
  });
}

/** Inside a snapshot. */
export function serverMark(db: Db, row: ListedEndpoint, now: UnixMs): ServerMark {
  const { isDelayed } = readLateness(db, readStoredSettings(db).loopBeat, now);
  const heard = statusOf(row, selectWindowsNow(db, now), now);
  const status = withTold(heard, readTold(db).servers.get(row.endpoint.slug));
  return { title: row.endpoint.title, status, staleMs: isStale(row, isDelayed, now) ? ageOf([row], now) : null };
}

export function readPageMark(now: UnixMs, db: Db = openDb()): PageMark {
  return inSnapshot(db, () => {
    const settings = readStoredSettings(db);
    const windows = selectWindowsNow(db, now);
    const listed = selectListed(db);
    const told = readTold(db);
    const heard = listed.map((row) => statusOf(row, windows, now));
    const statuses = heard.map((status, index) =>
      withTold(status, told.servers.get(listed[index]?.endpoint.slug ?? '')),
    );
    const { isDelayed } = readLateness(db, settings.loopBeat, now);
    return {
      title: settings.page.title,
      status: overallStatus(statuses, told),
      upCount: statuses.filter((status) => status === 'up').length,
      calledCount: listed.filter((row, index) => isExpectedToAnswer(row, heard[index])).length,
      incidentCount: beyondServers(
        told.incidents,
        listed.map(({ endpoint: { slug } }, index) => ({ slug, status: statuses[index] ?? 'unknown' })),
      ).length,
      staleMs: isDelayed ? ageOf(listed, now) : null,
    };
  });
}

function selectWindowsNow(db: Db, now: UnixMs): MaintenanceWindowRow[] {
  return selectWindows(db, { startAt: now, endAt: now + 1 });
}

function statusOf(row: ListedEndpoint, windows: readonly MaintenanceWindowRow[], now: UnixMs): ShownStatus {
  return presentState(row, windowsUnderWay(windows, row.endpoint.slug, now)).status;
}

/** The page's headline counts the same servers (lib/core/words/sentence.ts). */
function isExpectedToAnswer({ endpoint, state }: ListedEndpoint, status: ShownStatus | undefined): boolean {
  if (status === 'paused' || status === 'maintenance') return false;
  const isWaiting = (state?.checkedAt ?? null) === null && endpoint.problem === null;
  return !isWaiting;
}

/** Too old, or due while the loop does not come. A server that is not called has nothing that could go stale. */
function isStale({ endpoint, state }: ListedEndpoint, isDelayed: boolean, now: UnixMs): boolean {
  if (endpoint.isPaused || endpoint.problem !== null || !state || state.checkedAt === null) return false;
  if (isDelayed && endpoint.nextCheckAt <= now) return true;
  const { intervalMs } = endpoint;
  return now > believedUntil(state.checkedAt, BELIEVED_INTERVALS, { intervalMs, restUntil: state.restUntil });
}

/** Time since the newest check of any of them; null when there was none. */
function ageOf(listed: readonly ListedEndpoint[], now: UnixMs): number | null {
  const newestAt = Math.max(...listed.map(({ state }) => state?.checkedAt ?? Number.NEGATIVE_INFINITY));
  return Number.isFinite(newestAt) ? now - newestAt : null;
}
