// What one check adds to the history that only a server's own page shows: how long its stages took, and how its
// dependencies were until now. Always inside the caller's transaction, before the dependencies are replaced.
import type { Db } from '@/db/client';
import { addToDependencyDays } from '@/db/queries/dependency-days';
import { selectDependencies } from '@/db/queries/read-dependencies';
import { addStageTimes } from '@/db/queries/stage-latencies';
import { dependencyDays } from '@/lib/core/history/dependency-day';
import type { JudgedVisit } from '@/lib/engine/check/check-columns';
import { serverWindows } from '@/lib/engine/ledger/server-windows';

export function storeServerHistory(db: Db, { endpointId, endpoint, at, outcome }: JudgedVisit): void {
  if (outcome.latencyMs !== null) addStageTimes(db, endpointId, at, outcome.timings);
  if (!outcome.health) return;
  const heard = selectDependencies(db, endpointId);
  const startAt = Math.min(...heard.map(({ checkedAt }) => checkedAt));
  if (startAt >= at) return;
  const windows = serverWindows(db, endpoint.slug, { startAt, endAt: at });
  const time = { now: at, intervalMs: endpoint.policy.intervalMs, windows };
  addToDependencyDays(db, endpointId, dependencyDays(heard, time));
}
