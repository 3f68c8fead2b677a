// The rollups table: adding to a bucket, and pruning old hours.
import { and, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { type RollupRow, rollups } from '@/db/schema/rollups';
import { decodeSketch, encodeSketch, mergeSketches } from '@/lib/core/history/latency-sketch';
import type { Rollup } from '@/lib/core/history/rollup';
import type { UnixMs } from '@/lib/core/time';

const addToBucket = prepared((db) =>
  db
    .insert(rollups)
    .values({
      endpointId: sql.placeholder('endpointId'),
      grain: sql.placeholder('grain'),
      bucketAt: sql.placeholder('bucketAt'),
      upMs: sql.placeholder('upMs'),
      degradedMs: sql.placeholder('degradedMs'),
      downMs: sql.placeholder('downMs'),
      lockedMs: sql.placeholder('lockedMs'),
      unknownMs: sql.placeholder('unknownMs'),
      maintenanceMs: sql.placeholder('maintenanceMs'),
      pausedMs: sql.placeholder('pausedMs'),
      blindMs: sql.placeholder('blindMs'),
      upChecks: sql.placeholder('upChecks'),
      degradedChecks: sql.placeholder('degradedChecks'),
      downChecks: sql.placeholder('downChecks'),
      lockedChecks: sql.placeholder('lockedChecks'),
      latency: sql.placeholder('latency'),
    })
    .onConflictDoUpdate({
      target: [rollups.endpointId, rollups.grain, rollups.bucketAt],
      set: {
        upMs: added(rollups.upMs),
        degradedMs: added(rollups.degradedMs),
        downMs: added(rollups.downMs),
        lockedMs: added(rollups.lockedMs),
        unknownMs: added(rollups.unknownMs),
        maintenanceMs: added(rollups.maintenanceMs),
        pausedMs: added(rollups.pausedMs),
        blindMs: added(rollups.blindMs),
        upChecks: added(rollups.upChecks),
        degradedChecks: added(rollups.degradedChecks),
        downChecks: added(rollups.downChecks),
        lockedChecks: added(rollups.lockedChecks),
        latency: sql`coalesce(excluded.latency, ${rollups.latency})`,
      },
    })
    .prepare(),
);

/** What stands in the row and what came. */
function added(column: SQLiteColumn): SQL {
  return sql`${column} + excluded.${sql.identifier(column.name)}`;
}

const latencyOfBucket = prepared((db) =>
  db
    .select({ latency: rollups.latency })
    .from(rollups)
    .where(
      and(
        eq(rollups.endpointId, sql.placeholder('endpointId')),
        eq(rollups.grain, sql.placeholder('grain')),
        eq(rollups.bucketAt, sql.placeholder('bucketAt')),
      ),
    )
    .prepare(),
);

/** Adds to the bucket, or makes it. Latencies are merged here because SQLite cannot add sketches. */
export function addToRollup(db: Db, endpointId: number, part: Rollup): void {
  const latency = part.latency.size > 0 ? mergedLatency(db, endpointId, part) : null;
  addToBucket(db).run({ ...toRow(endpointId, part), latency });
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

function mergedLatency(db: Db, endpointId: number, { grain, bucketAt, latency }: Rollup): Buffer {
  const stored = latencyOfBucket(db).get({ endpointId, grain, bucketAt });
  return Buffer.from(encodeSketch(mergeSketches([decodeSketch(stored?.latency ?? null), latency])));
}
