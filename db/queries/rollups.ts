// The rollups table: adding to a bucket, and pruning old hours.
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type RollupRow, rollups } from '@/db/schema/rollups';
import { decodeSketch, encodeSketch, mergeSketches } from '@/lib/core/history/latency-sketch';
import type { Rollup } from '@/lib/core/history/rollup';
import type { UnixMs } from '@/lib/core/time';

/** Adds to the bucket, or makes it. Latencies are merged here because SQLite cannot add sketches. */
export function addToRollup(db: Db, endpointId: number, part: Rollup): void {
  const latency = part.latency.size > 0 ? mergedLatency(db, endpointId, part) : undefined;
  const row = toRow(endpointId, part);
  db.insert(rollups)
    .values({ ...row, latency: latency ?? null })
    .onConflictDoUpdate({
      target: [rollups.endpointId, rollups.grain, rollups.bucketAt],
      set: { ...sums(row), ...(latency ? { latency } : {}) },
    })
    .run();
}

/** Deletes at most `limit` hour buckets of one endpoint; days are kept for ever. @returns how many. */
export function pruneHours(db: Db, endpointId: number, before: UnixMs, limit: number): number {
  const isOldHour = and(eq(rollups.endpointId, endpointId), eq(rollups.grain, 'hour'), lt(rollups.bucketAt, before));
  const oldest = db
    .select({ at: rollups.bucketAt })
    .from(rollups)
    .where(isOldHour)
    .orderBy(rollups.bucketAt)
    .limit(limit);
  return db
    .delete(rollups)
    .where(and(isOldHour, sql`${rollups.bucketAt} in ${oldest}`))
    .run().changes;
}

type Counters = Omit<RollupRow, 'latency'>;

function toRow(endpointId: number, { grain, bucketAt, ms, checks }: Rollup): Counters {
  return {
    endpointId,
    grain,
    bucketAt,
    upMs: ms.up,
    degradedMs: ms.degraded,
    downMs: ms.down,
    lockedMs: ms.locked,
    unknownMs: ms.unknown,
    maintenanceMs: ms.maintenance,
    pausedMs: ms.paused,
    blindMs: ms.blind,
    upChecks: checks.up,
    degradedChecks: checks.degraded,
    downChecks: checks.down,
    lockedChecks: checks.locked,
  };
}

function sums(row: Counters) {
  return {
    upMs: sql`${rollups.upMs} + ${row.upMs}`,
    degradedMs: sql`${rollups.degradedMs} + ${row.degradedMs}`,
    downMs: sql`${rollups.downMs} + ${row.downMs}`,
    lockedMs: sql`${rollups.lockedMs} + ${row.lockedMs}`,
    unknownMs: sql`${rollups.unknownMs} + ${row.unknownMs}`,
    maintenanceMs: sql`${rollups.maintenanceMs} + ${row.maintenanceMs}`,
    pausedMs: sql`${rollups.pausedMs} + ${row.pausedMs}`,
    blindMs: sql`${rollups.blindMs} + ${row.blindMs}`,
    upChecks: sql`${rollups.upChecks} + ${row.upChecks}`,
    degradedChecks: sql`${rollups.degradedChecks} + ${row.degradedChecks}`,
    downChecks: sql`${rollups.downChecks} + ${row.downChecks}`,
    lockedChecks: sql`${rollups.lockedChecks} + ${row.lockedChecks}`,
  };
}

function mergedLatency(db: Db, endpointId: number, part: Rollup): Buffer {
  const stored = db
    .select({ latency: rollups.latency })
    .from(rollups)
    .where(and(eq(rollups.endpointId, endpointId), eq(rollups.grain, part.grain), eq(rollups.bucketAt, part.bucketAt)))
    .get();
  return Buffer.from(encodeSketch(mergeSketches([decodeSketch(stored?.latency ?? null), part.latency])));
}
