import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { approveDrift } from '@/lib/admin/approve-drift';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import { DEFAULT_RETENTION, pruneSlice } from '@/lib/engine/prune';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
});

const listIds = () =>
  db
    .select()
    .from(schema.catalogues)
    .orderBy(schema.catalogues.id)
    .all()
    .map(({ id }) => id);
const drifts = () => db.select().from(schema.drifts).orderBy(schema.drifts.id).all();
const state = () => db.select().from(schema.endpointStates).get();

/** One new list a day, each with its drift. */
function list(days: number): void {
  for (let day = 0; day < days; day++) roll.visit(T0 + day * DAY_MS, answered(['a', `b${day}`]));
}

describe('lists', () => {
  test('are kept: the newest 50, and the baseline', () => {
    list(60);
    pruneSlice(db, T0 + 60 * DAY_MS);
    // Ten are too many; the first is the baseline, and the newest 50 drifts lead on from one more.
    expect(listIds()).toHaveLength(52);
    expect(listIds()).toContain(state()?.baselineCatalogueId);
    expect(drifts()).toHaveLength(59);
  });

  test('leave their drifts, which no longer say where they led', () => {
    list(6);
    pruneSlice(db, T0 + 6 * DAY_MS, { ...DEFAULT_RETENTION, catalogues: 2 });
    expect(listIds()).toHaveLength(4);
    expect(drifts().map(({ fromCatalogueId }) => fromCatalogueId !== null)).toEqual([true, false, false, true, true]);
    expect(drifts().every(({ changes }) => changes.length === 2)).toBe(true);
  });

  test('that are the present one or the baseline stay, however old', () => {
    list(5);
    const [, approved] = drifts();
    roll.visit(T0 + 5 * DAY_MS, answered(['a', 'b2']));
    expect(approved && approveDrift(db, person('Ada'), approved.id, T0)).toMatchObject({ ok: true });
    for (let day = 6; day < 12; day++) roll.visit(T0 + day * DAY_MS, answered(['a', `b${day}`]));
    roll.visit(T0 + 12 * DAY_MS, answered(['a', 'b0']));
    pruneSlice(db, T0 + 13 * DAY_MS, { ...DEFAULT_RETENTION, catalogues: 1 });
    expect(listIds()).toContain(state()?.catalogueId);
    expect(listIds()).toContain(state()?.baselineCatalogueId);
    roll.visit(T0 + 13 * DAY_MS, answered(['a', 'b0']));
    expect(drifts().at(-1)?.lastSeenAt).toBe(T0 + 12 * DAY_MS);
  });

  test('of another endpoint are nobody’s business', () => {
    list(5);
    const ids = listIds();
    const other = enroll(db, T0, { slug: 'other' });
    other.visit(T0, answered(['x']));
    pruneSlice(db, T0 + 6 * DAY_MS, { ...DEFAULT_RETENTION, catalogues: 10 });
    expect(listIds()).toEqual([...ids, ids.length + 1]);
  });
});

test('drifts are kept up to a number that only a hostile server reaches', () => {
  list(8);
  pruneSlice(db, T0 + 8 * DAY_MS, { ...DEFAULT_RETENTION, drifts: 3 });
  expect(drifts().map(({ at }) => at)).toEqual([5, 6, 7].map((day) => T0 + day * DAY_MS));
});

test('checks are kept for 14 days', () => {
  list(20);
  pruneSlice(db, T0 + 20 * DAY_MS - MINUTE_MS);
  expect(db.select().from(schema.checks).all()).toHaveLength(14);
});

test('alerts are kept for 90 days; those of an outage until it is over', () => {
  const telling = (day: number, outcome: ReturnType<typeof failed>) => {
    for (let minute = 0; minute < 3; minute++) roll.visit(T0 + day * DAY_MS + minute * MINUTE_MS, outcome);
  };
  const events = () =>
    db
      .select()
      .from(schema.alerts)
      .all()
      .map(({ event }) => event);
  roll.alerting = { ...roll.alerting, channels: ['chat'] };
  telling(1, failed());
  pruneSlice(db, T0 + 200 * DAY_MS);
  expect(events()).toEqual(['outage_opened']);
  telling(201, answered());
  telling(300, failed());
  pruneSlice(db, T0 + 301 * DAY_MS);
  expect(events()).toEqual(['outage_opened']);
  expect(db.select().from(schema.deliveries).all()).toHaveLength(1);
});
