// The stage_latencies table: adding one check, reading a stretch, forgetting old hours.
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { stageLatencies } from '@/db/schema/stage-latencies';
import { decodeSketch, encodeSketch, mergeSketches, sketchOf } from '@/lib/core/history/latency-sketch';
import { GRAIN_MS, GRAINS, type Grain } from '@/lib/core/history/rollup';
import type { TimedStage } from '@/lib/core/history/stage-latency';
import { modulo, type UnixMs } from '@/lib/core/time';

export type StageTimes = Record<TimedStage, number | null>;

const bucketOf = prepared((db) =>
  db
    .select()
    .from(stageLatencies)
    .where(
      and(
        eq(stageLatencies.endpointId, sql.placeholder('endpointId')),
        eq(stageLatencies.grain, sql.placeholder('grain')),
        eq(stageLatencies.bucketAt, sql.placeholder('bucketAt')),
      ),
    )
    .prepare(),
);

const writeBucket = prepared((db) =>
  db
    .insert(stageLatencies)
    .values({
      endpointId: sql.placeholder('endpointId'),
      grain: sql.placeholder('grain'),
      bucketAt: sql.placeholder('bucketAt'),
      reach: sql.placeholder('reach'),
      handshake: sql.placeholder('handshake'),
      tools: sql.placeholder('tools'),
    })
    .onConflictDoUpdate({
      target: [stageLatencies.endpointId, stageLatencies.grain, stageLatencies.bucketAt],
      set: { reach: sql`excluded.reach`, handshake: sql`excluded.handshake`, tools: sql`excluded.tools` },
    })
    .prepare(),
);

/** Adds one check to its hour and its day. Sketches are merged here because SQLite cannot add them. */
export function addStageTimes(db: Db, endpointId: number, at: UnixMs, times: StageTimes): void {
  for (const grain of GRAINS) {
    const key = { endpointId, grain, bucketAt: at - modulo(at, GRAIN_MS[grain]) };
    const stored = bucketOf(db).get(key);
    writeBucket(db).run({
      ...key,
      reach: withTime(stored?.reach, times.reach),
      handshake: withTime(stored?.handshake, times.handshake),
      tools: withTime(stored?.tools, times.tools),
    });
  }
}

export interface LatencyRow {
  bucketAt: UnixMs;
  latency: Buffer | null;
}

/** Of one endpoint, oldest first. */
export function selectStageLatencies(
  db: Db,
  endpointId: number,
  { stage, grain, fromAt }: { stage: TimedStage; grain: Grain; fromAt: UnixMs },
): LatencyRow[] {
  return db
    .select({ bucketAt: stageLatencies.bucketAt, latency: stageLatencies[stage] })
    .from(stageLatencies)
    .where(
      and(
        eq(stageLatencies.endpointId, endpointId),
        eq(stageLatencies.grain, grain),
        gte(stageLatencies.bucketAt, fromAt),
      ),
    )
    .orderBy(asc(stageLatencies.bucketAt))
    .all();
}

/** Deletes at most `limit` hours of one endpoint; days are kept as those of the rollups are. @returns how many. */
export function pruneStageHours(db: Db, endpointId: number, before: UnixMs, limit: number): number {
  const isOldHour = and(
    eq(stageLatencies.endpointId, endpointId),
    eq(stageLatencies.grain, 'hour'),
    lt(stageLatencies.bucketAt, before),
  );
  const oldest = db
    .select({ at: stageLatencies.bucketAt })
    .from(stageLatencies)
    .where(isOldHour)
    .orderBy(stageLatencies.bucketAt)
    .limit(limit);
  return db
    .delete(stageLatencies)
    .where(and(isOldHour, sql`${stageLatencies.bucketAt} in ${oldest}`))
    .run().changes;
}

function withTime(stored: Buffer | null | undefined, timeMs: number | null): Buffer | null {
  if (timeMs === null) return stored ?? null;
  return Buffer.from(encodeSketch(mergeSketches([decodeSketch(stored ?? null), sketchOf([timeMs])])));
}
