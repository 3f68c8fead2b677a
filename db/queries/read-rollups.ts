// Buckets of what was booked, for bars, uptime and latency.
import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { isListed } from '@/db/queries/read-endpoints';
import { endpoints } from '@/db/schema/endpoints';
import { rollups } from '@/db/schema/rollups';
import type { Grain, StatusMs } from '@/lib/core/history/rollup';
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
const BY_ENDPOINT = [asc(rollups.endpointId), asc(rollups.bucketAt)];

export interface DayRow {
  endpointId: number;
  bucketAt: UnixMs;
  ms: StatusMs;
}
export interface HourRow extends DayRow {
  latency: Buffer | null;
}
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

const listedDays = prepared((db) =>
  db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(isOfListed(db, 'day'))
    .orderBy(...BY_ENDPOINT)
    .prepare(),
);
const listedHours = prepared((db) =>
  db
    .select(HOUR_COLUMNS)
    .from(rollups)
    .where(isOfListed(db, 'hour'))
    .orderBy(...BY_ENDPOINT)
    .prepare(),
);

/** Of every listed endpoint, oldest first. */
export function selectListedDays(db: Db, fromAt: UnixMs): DayRow[] {
  return valuesOf<DayValues>(listedDays(db), { fromAt }).map(dayRow);
}

/** Of every listed endpoint, or of one of them, oldest first. */
export function selectListedDaysWithin(db: Db, span: Span, endpointId: number | null): DayRow[] {
  const isOf = endpointId === null ? inArray(rollups.endpointId, listedIds(db)) : eq(rollups.endpointId, endpointId);
  const isWithin = and(gte(rollups.bucketAt, span.startAt), lt(rollups.bucketAt, span.endAt));
  const query = db
    .select(DAY_COLUMNS)
    .from(rollups)
    .where(and(isOf, eq(rollups.grain, 'day'), isWithin))
    .orderBy(...BY_ENDPOINT);
  return valuesOf<DayValues>(query).map(dayRow);
}

/** Of every listed endpoint, oldest first. */
export function selectListedHours(db: Db, fromAt: UnixMs): HourRow[] {
  return valuesOf<HourValues>(listedHours(db), { fromAt }).map(hourRow);
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

/** Buckets that begin at `fromAt`, a parameter, or later. */
function isOfListed(db: Db, grain: Grain) {
  const isSince = gte(rollups.bucketAt, sql.placeholder('fromAt'));
  return and(inArray(rollups.endpointId, listedIds(db)), eq(rollups.grain, grain), isSince);
}

/** As a subquery it makes SQLite walk the key once an endpoint; a join or no condition would read the whole table. */
function listedIds(db: Db) {
  return db.select({ id: endpoints.id }).from(endpoints).where(isListed());
}

/**
 * Past drizzle's own mapping: for the nine thousand rows of a page of a hundred servers it takes as long as reading them.
 * Safe because `Values` stands beside the columns that every caller selects.
 */
function valuesOf<Values>(
  query: { values(named?: Record<string, unknown>): unknown[][] },
  named?: Record<string, unknown>,
): Values[] {
  return query.values(named) as Values[];
}

function dayRow([endpointId, bucketAt, ...ms]: DayValues): DayRow {
  const [up, degraded, down, locked, unknown, maintenance, paused, blind] = ms;
  return { endpointId, bucketAt, ms: { up, degraded, down, locked, unknown, maintenance, paused, blind } };
}

function hourRow([latency, ...day]: HourValues): HourRow {
  return { ...dayRow(day), latency };
}
