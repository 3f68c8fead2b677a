// Buckets of what was booked, for bars, uptime and latency.
import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { isListed } from '@/db/queries/read-endpoints';
import { endpoints } from '@/db/schema/endpoints';
import { type RollupRow, rollups } from '@/db/schema/rollups';
import type { Grain } from '@/lib/core/rollup';
import type { UnixMs } from '@/lib/core/time';

/** Of every listed endpoint, oldest first. The subquery makes SQLite walk the key once an endpoint, not the table. */
export function selectListedRollups(db: Db, grain: Grain, fromAt: UnixMs): RollupRow[] {
  const listed = db.select({ id: endpoints.id }).from(endpoints).where(isListed());
  return db
    .select()
    .from(rollups)
    .where(and(inArray(rollups.endpointId, listed), eq(rollups.grain, grain), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.endpointId), asc(rollups.bucketAt))
    .all();
}

/** Of one endpoint, oldest first. */
export function selectRollups(db: Db, endpointId: number, grain: Grain, fromAt: UnixMs): RollupRow[] {
  return db
    .select()
    .from(rollups)
    .where(and(eq(rollups.endpointId, endpointId), eq(rollups.grain, grain), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.bucketAt))
    .all();
}
