// Forgets what is too old, in slices, so that no write waits long behind a large DELETE (SQLite has one writer).
import type { Db } from '@/db/client';
import { pruneAlerts } from '@/db/queries/alerts';
import { pruneCatalogues } from '@/db/queries/catalogues';
import { pruneChecks } from '@/db/queries/checks';
import { pruneDependencyDays } from '@/db/queries/dependency-days';
import { pruneDrifts, selectRecentDrifts } from '@/db/queries/drifts';
import { selectState } from '@/db/queries/endpoint-states';
import { selectEndpoints } from '@/db/queries/endpoints';
import { pruneNews } from '@/db/queries/news';
import { pruneHours } from '@/db/queries/rollups';
import { pruneStageHours } from '@/db/queries/stage-latencies';
import { pruneThreads } from '@/db/queries/threads';
import { inTransaction } from '@/db/transaction';
import { DAY_MS, type UnixMs } from '@/lib/core/time';

export interface Retention {
  checksMs: number;
  hoursMs: number;
  /** Latencies of stages by the hour; those by the day are kept for ever. */
  stageHoursMs: number;
  /** Days of dependencies: a little longer than pages show. */
  dependencyDaysMs: number;
  /** Lists of one endpoint, besides the present one, the baseline and those that the newest drifts lead between. */
  catalogues: number;
  /** Of one endpoint: for ever with any that is not out to fill the disk. */
  drifts: number;
  /** Alerts with what became of them. */
  alertsMs: number;
}

export const DEFAULT_RETENTION: Retention = {
  checksMs: 14 * DAY_MS,
  hoursMs: 400 * DAY_MS,
  stageHoursMs: 7 * DAY_MS,
  dependencyDaysMs: 100 * DAY_MS,
  catalogues: 50,
  drifts: 1_000,
  alertsMs: 90 * DAY_MS,
};

const SLICE_ROWS = 5_000;
/** A day of dependencies has at most 50 rows. */
const SLICE_DAYS = SLICE_ROWS / 50;

/** Deletes one slice per endpoint and table; call again while it returns a full slice. @returns the largest slice. */
export function pruneSlice(db: Db, now: UnixMs, retention: Retention = DEFAULT_RETENTION): number {
  const sliced = selectEndpoints(db).flatMap(({ id }) => [
    pruneChecks(db, id, now - retention.checksMs, SLICE_ROWS),
    pruneHours(db, id, now - retention.hoursMs, SLICE_ROWS),
    pruneStageHours(db, id, now - retention.stageHoursMs, SLICE_ROWS),
    pruneDependencyDays(db, id, now - retention.dependencyDaysMs, SLICE_DAYS),
    pruneLists(db, id, retention),
  ]);
  const alertsBefore = now - retention.alertsMs;
  pruneThreads(db, alertsBefore);
  return Math.max(pruneAlerts(db, alertsBefore, SLICE_ROWS), pruneNews(db, alertsBefore, SLICE_ROWS), ...sliced);
}

/** Prunes until nothing old is left, giving way to other work between slices. */
export async function prune(db: Db, now: UnixMs, signal: AbortSignal, retention?: Retention): Promise<void> {
  while (!signal.aborted && pruneSlice(db, now, retention) === SLICE_ROWS) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Few rows, but large ones: a list may take megabytes. */
function pruneLists(db: Db, endpointId: number, retention: Retention): number {
  return inTransaction(db, () => {
    const forgotten = pruneDrifts(db, endpointId, retention.drifts);
    const state = selectState(db, endpointId);
    const drifts = selectRecentDrifts(db, endpointId, 0, retention.catalogues);
    const ids = [
      state?.catalogueId,
      state?.baselineCatalogueId,
      ...drifts.flatMap(({ fromCatalogueId, toCatalogueId }) => [fromCatalogueId, toCatalogueId]),
    ].filter((id) => typeof id === 'number');
    return forgotten + pruneCatalogues(db, endpointId, { count: retention.catalogues, ids });
  });
}
