// What one check adds to the history that only a server's own page shows: how long its stages took, and how its
// dependencies were until now. Always inside the caller's transaction, before the dependencies are replaced.
import type { Db } from '@/db/client';
import { addToDependencyDays } from '@/db/queries/dependency-days';
import { selectDependencies } from '@/db/queries/read-dependencies';
import { addStageTimes } from '@/db/queries/stage-latencies';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import { dependencyDays } from '@/lib/core/history/dependency-day';
import type { JudgedVisit } from '@/lib/engine/check/check-columns';
import { serverWindows } from '@/lib/engine/ledger/server-windows';

/** `before`: what the check before this one left. */
export function storeServerHistory(
  db: Db,
  { endpointId, endpoint, at, outcome }: JudgedVisit,
  before: Pick<EndpointStateRow, 'checkedAt' | 'restUntil'>,
): void {
  if (outcome.latencyMs !== null) addStageTimes(db, endpointId, at, outcome.timings);
  if (!outcome.health) return;
  const heard = selectDependencies(db, endpointId);
  const startAt = Math.min(...heard.map(({ checkedAt }) => checkedAt));
  if (startAt >= at) return;
  const windows = serverWindows(db, endpoint.slug, { startAt, endAt: at });
  // A wait that was asked for later says nothing of what was heard before.
  const restUntil = startAt === before.checkedAt ? before.restUntil : null;
  const time = { now: at, intervalMs: endpoint.policy.intervalMs, restUntil, windows };
  addToDependencyDays(db, endpointId, dependencyDays(heard, time));
}
