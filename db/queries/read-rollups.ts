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
const HOUR_COLUMNS = { latency: rollups.latency, ...DAY_COLUMNS };

export type DayRow = Pick<RollupRow, keyof typeof DAY_COLUMNS>;
export type HourRow = Pick<RollupRow, keyof typeof HOUR_COLUMNS>;
/** A row as SQLite gives it, in the order of the columns above. */
type DayValues = [
  endpointId: number,
  bucketAt: UnixMs,
  upMs: number,
  degradedMs: number,
  downMs: number,
  lockedMs: number,
  unknownMs: number,
  maintenanceMs: number,
  pausedMs: number,
  blindMs: number,
];
type HourValues = [latency: Buffer | null, ...DayValues];

/** Of every listed endpoint, oldest first. */
export function selectListedDays(db: Db, fromAt: UnixMs): DayRow[] {
  const isOfListed = inArray(rollups.endpointId, listedIds(db));
  const query = db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(and(isOfListed, eq(rollups.grain, 'day'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.endpointId), asc(rollups.bucketAt));
  return valuesOf<DayValues>(query).map(dayRow);
}

/** Of every listed endpoint, or of one of them, oldest first. */
export function selectListedDaysWithin(db: Db, span: Span, endpointId: number | null): DayRow[] {
  const isOf = endpointId === null ? inArray(rollups.endpointId, listedIds(db)) : eq(rollups.endpointId, endpointId);
  const isWithin = and(gte(rollups.bucketAt, span.startAt), lt(rollups.bucketAt, span.endAt));
  const query = db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(and(isOf, eq(rollups.grain, 'day'), isWithin))
    .orderBy(asc(rollups.endpointId), asc(rollups.bucketAt));
  return valuesOf<DayValues>(query).map(dayRow);
}

/** Of every listed endpoint, oldest first. */
export function selectListedHours(db: Db, fromAt: UnixMs): HourRow[] {
  const isOfListed = inArray(rollups.endpointId, listedIds(db));
  const query = db
    .select(HOUR_COLUMNS)
    .from(rollups)
    .where(and(isOfListed, eq(rollups.grain, 'hour'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.endpointId), asc(rollups.bucketAt));
  return valuesOf<HourValues>(query).map(hourRow);
}

/** Of one endpoint, oldest first. */
export function selectDays(db: Db, endpointId: number, fromAt: UnixMs): DayRow[] {
  const query = db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(and(eq(rollups.endpointId, endpointId), eq(rollups.grain, 'day'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.bucketAt));
  return valuesOf<DayValues>(query).map(dayRow);
}

/** Of one endpoint, oldest first. */
export function selectHours(db: Db, endpointId: number, fromAt: UnixMs): HourRow[] {
  const query = db
    .select(HOUR_COLUMNS)
    .from(rollups)
    .where(and(eq(rollups.endpointId, endpointId), eq(rollups.grain, 'hour'), gte(rollups.bucketAt, fromAt)))
    .orderBy(asc(rollups.bucketAt));
  return valuesOf<HourValues>(query).map(hourRow);
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

/**
 * Past drizzle's own mapping: for the nine thousand rows of a page of a hundred servers it takes as long as reading them.
 * Safe because `Values` stands beside the columns that every caller selects.
 */
function valuesOf<Values>(query: { values(): unknown[][] }): Values[] {
  return query.values() as Values[];
}

function dayRow(values: DayValues): DayRow {
  const [endpointId, bucketAt, upMs, degradedMs, downMs, lockedMs, unknownMs, maintenanceMs, pausedMs, blindMs] =
    values;
  return {
    endpointId,
    bucketAt,
    upMs,
    degradedMs,
    downMs,
    lockedMs,
    unknownMs,
    maintenanceMs,
    pausedMs,
    blindMs,
  };
}

function hourRow(values: HourValues): HourRow {
  const [latency, ...day] = values;
  return { ...dayRow(day), latency };
}
