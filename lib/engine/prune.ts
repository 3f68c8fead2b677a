// Forgets what is too old, in slices, so that no write waits long behind a large DELETE (SQLite has one writer).
import type { Db } from '@/db/client';
import { pruneChecks } from '@/db/queries/checks';
import { selectEndpoints } from '@/db/queries/endpoints';
import { pruneHours } from '@/db/queries/rollups';
import { DAY_MS, type UnixMs } from '@/lib/core/time';

export interface Retention {
  checksMs: number;
  hoursMs: number;
}

export const DEFAULT_RETENTION: Retention = { checksMs: 14 * DAY_MS, hoursMs: 400 * DAY_MS };

const SLICE_ROWS = 5_000;

/** Deletes one slice per endpoint and table; call again while it returns a full slice. @returns the largest slice. */
export function pruneSlice(db: Db, now: UnixMs, retention: Retention = DEFAULT_RETENTION): number {
  const sliced = selectEndpoints(db).flatMap(({ id }) => [
    pruneChecks(db, id, now - retention.checksMs, SLICE_ROWS),
    pruneHours(db, id, now - retention.hoursMs, SLICE_ROWS),
  ]);
  return Math.max(0, ...sliced);
}

/** Prunes until nothing old is left, giving way to other work between slices. */
export async function prune(db: Db, now: UnixMs, signal: AbortSignal, retention?: Retention): Promise<void> {
  while (!signal.aborted && pruneSlice(db, now, retention) === SLICE_ROWS) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
