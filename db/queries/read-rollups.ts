// Buckets of what was booked, for bars, uptime and latency.
import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { isListed } from '@/db/queries/read-endpoints';
import { endpoints } from '@/db/schema/endpoints';
import { type RollupRow, rollups } from '@/db/schema/rollups';
import type { Grain } from '@/lib/core/history/rollup';
import type { Span, UnixMs } from '@/lib/core/time';

/** Only what is read: thousands of rows make a page, and a third of their bytes are counters nobody shows. */
const DAY_COLUMNS = {
  endpointId: rollups.endpointId,
  bucketAt: rollups.bucketAt,
  upMs: rollups.upMs,
  degradedMs: rollups.degradedMs,
  downMs: rollups.downMs,
  lockedMs: rollups.lockedMs,
  unknownMs: rollups.unknownMs,
  maintenanceMs: rollups.maintenanceMs,
  pausedMs: rollups.pausedMs,
  blindMs: rollups.blindMs,
};
const HOUR_COLUMNS = { ...DAY_COLUMNS, latency: rollups.latency };

export type DayRow = Pick<RollupRow, keyof typeof DAY_COLUMNS>;
export type HourRow = Pick<RollupRow, keyof typeof HOUR_COLUMNS>;

/** Of every listed endpoint, oldest first. */
export function selectListedDays(db: Db, fromAt: UnixMs): DayRow[] {
  const isOfListed = inArray(rollups.endpointId, listedIds(db));
  return db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(and(isOfListed, eq(rollups.grain, 'day'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.endpointId), asc(rollups.bucketAt))
    .all();
}

/** Of every listed endpoint, or of one of them, oldest first. */
export function selectListedDaysWithin(db: Db, span: Span, endpointId: number | null): DayRow[] {
  const isOf = endpointId === null ? inArray(rollups.endpointId, listedIds(db)) : eq(rollups.endpointId, endpointId);
  const isWithin = and(gte(rollups.bucketAt, span.startAt), lt(rollups.bucketAt, span.endAt));
  return db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(and(isOf, eq(rollups.grain, 'day'), isWithin))
    .orderBy(asc(rollups.endpointId), asc(rollups.bucketAt))
    .all();
}

/** Of every listed endpoint, oldest first. */
export function selectListedHours(db: Db, fromAt: UnixMs): HourRow[] {
  const isOfListed = inArray(rollups.endpointId, listedIds(db));
  return db
    .select(HOUR_COLUMNS)
    .from(rollups)
    .where(and(isOfListed, eq(rollups.grain, 'hour'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.endpointId), asc(rollups.bucketAt))
    .all();
}

/** Of one endpoint, oldest first. */
export function selectDays(db: Db, endpointId: number, fromAt: UnixMs): DayRow[] {
  return db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(and(eq(rollups.endpointId, endpointId), eq(rollups.grain, 'day'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.bucketAt))
    .all();
}

/** Of one endpoint, oldest first. */
export function selectHours(db: Db, endpointId: number, fromAt: UnixMs): HourRow[] {
  return db
    .select(HOUR_COLUMNS)
    .from(rollups)
    .where(and(eq(rollups.endpointId, endpointId), eq(rollups.grain, 'hour'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.bucketAt))
    .all();
}

/** Latencies alone, of one endpoint, oldest first. */
export function selectLatencies(db: Db, endpointId: number, { grain, fromAt }: { grain: Grain; fromAt: UnixMs }) {
  return db
    .select({ bucketAt: rollups.bucketAt, latency: rollups.latency })
    .from(rollups)
    .where(and(eq(rollups.endpointId, endpointId), eq(rollups.grain, grain), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.bucketAt))
    .all();
}

/** As a subquery it makes SQLite walk the key once an endpoint; a join or no condition would read the whole table. */
function listedIds(db: Db) {
  return db.select({ id: endpoints.id }).from(endpoints).where(isListed());
}
