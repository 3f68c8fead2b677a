import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { MOST_DEPENDENCIES } from '@/lib/core/history/dependency-day';
import { decodeSketch, quantileMs } from '@/lib/core/history/latency-sketch';
import type { Dependency, Outcome } from '@/lib/core/outcome';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import { pruneSlice } from '@/lib/engine/prune';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
});

const days = () => db.select().from(schema.dependencyDays).all();
const stages = () => db.select().from(schema.stageLatencies).all();

function telling(states: Record<string, Dependency['state']>): Outcome {
  const dependencies = Object.entries(states).map(([name, state]) => ({ name, state, message: null }));
  return { ...answered(), health: { httpStatus: 200, dependencies, failure: null } };
}

const SILENT = { httpStatus: null, dependencies: [], failure: null };

test('the time of each dependency is booked as what it was told to be, from one call to the next', () => {
  roll.visit(T0, telling({ aws: 'ok', db: 'ok' }));
  expect(days()).toEqual([]);
  roll.visit(T0 + MINUTE_MS, telling({ aws: 'failed', db: 'ok' }));
  roll.visit(T0 + 2 * MINUTE_MS, telling({ db: 'degraded' }));
  roll.visit(T0 + 3 * MINUTE_MS, telling({ aws: 'ok', db: 'ok' }));
  expect(days()).toMatchObject([
    { name: 'aws', okMs: MINUTE_MS, failedMs: MINUTE_MS, degradedMs: 0 },
    { name: 'db', okMs: 2 * MINUTE_MS, degradedMs: MINUTE_MS, failedMs: 0 },
  ]);
});

test('a wait that the server asked for is no gap', () => {
  roll.visit(T0, { ...telling({ aws: 'ok' }), retryAfterMs: 30 * MINUTE_MS });
  roll.visit(T0 + 31 * MINUTE_MS, telling({ aws: 'ok' }));
  expect(days()).toMatchObject([{ okMs: 31 * MINUTE_MS }]);
  // The wait was over: two intervals, as ever.
  roll.visit(T0 + 61 * MINUTE_MS, telling({ aws: 'ok' }));
  expect(days()).toMatchObject([{ okMs: 33 * MINUTE_MS }]);
});

test('a wait asked for later says nothing of what was heard before', () => {
  roll.visit(T0, telling({ aws: 'ok' }));
  roll.visit(T0 + MINUTE_MS, { ...answered(), retryAfterMs: 30 * MINUTE_MS });
  roll.visit(T0 + 32 * MINUTE_MS, telling({ aws: 'ok' }));
  expect(days()).toMatchObject([{ okMs: 2 * MINUTE_MS }]);
});

test('silence is booked once, as nobody knows', () => {
  const failure = { stage: 'dependencies', code: 'timeout', message: 'timed out', detail: null } as const;
  const silent = { ...answered(), health: { ...SILENT, failure } };
  roll.visit(T0, telling({ aws: 'ok' }));
  for (let minute = 1; minute <= 4; minute++) roll.visit(T0 + minute * MINUTE_MS, silent);
  expect(days()).toMatchObject([{ name: 'aws', okMs: MINUTE_MS, unknownMs: 3 * MINUTE_MS }]);
  expect(db.select().from(schema.dependencies).all()).toMatchObject([{ state: 'unknown', since: T0 + MINUTE_MS }]);
});

test('announced work is no failure', () => {
  storeWindow(db, { startAt: T0, endAt: T0 + 2 * MINUTE_MS });
  roll.visit(T0, telling({ aws: 'failed' }));
  roll.visit(T0 + MINUTE_MS, telling({ aws: 'failed' }));
  expect(days()).toMatchObject([{ failedMs: 0, maintenanceMs: MINUTE_MS }]);
});

test('a server that makes up new names at each call fills no disk, and old days are forgotten', () => {
  for (let minute = 0; minute < 20; minute++) {
    const names = Array.from({ length: 10 }, (_, index) => [`n${minute * 10 + index}`, 'ok' as const]);
    roll.visit(T0 + minute * MINUTE_MS, telling(Object.fromEntries(names)));
  }
  expect(days()).toHaveLength(MOST_DEPENDENCIES);
  pruneSlice(db, T0 + 99 * DAY_MS);
  expect(days()).toHaveLength(MOST_DEPENDENCIES);
  pruneSlice(db, T0 + 101 * DAY_MS);
  expect(days()).toEqual([]);
});

test('stages are timed by the hour and the day, of calls that were answered; old hours are forgotten', () => {
  roll.visit(T0, answered());
  roll.visit(T0 + MINUTE_MS, { ...answered(), timings: { ...answered().timings, tools: 300, handshake: null } });
  roll.visit(T0 + 2 * MINUTE_MS, failed());
  const [day, hour] = stages();
  expect(stages().map(({ grain }) => grain)).toEqual(['day', 'hour']);
  expect(day?.tools).toEqual(hour?.tools);
  const counts = [hour?.reach, hour?.handshake, hour?.tools].map((bytes) =>
    [...decodeSketch(bytes ?? null).values()].reduce((sum, count) => sum + count, 0),
  );
  expect(counts).toEqual([2, 1, 2]);
  expect(quantileMs(decodeSketch(hour?.tools ?? null), 1)).toBeGreaterThan(290);
  pruneSlice(db, T0 + 8 * DAY_MS);
  expect(stages().map(({ grain }) => grain)).toEqual(['day']);
});
