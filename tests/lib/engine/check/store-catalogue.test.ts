import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { recordCheck } from '@/lib/engine/check/record-check';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
});

const state = () => db.select().from(schema.endpointStates).get();
const lists = () => db.select().from(schema.catalogues).orderBy(schema.catalogues.id).all();
const drifts = () => db.select().from(schema.drifts).orderBy(schema.drifts.id).all();
const told = () =>
  db
    .select()
    .from(schema.events)
    .orderBy(schema.events.id)
    .all()
    .map(({ details }) => details);
const list = (at: number, names: string) => roll.visit(at, answered(names.split(' ')));

describe('a list', () => {
  test('that is the first is the baseline, and no drift', () => {
    list(T0, 'a b');
    const [first] = lists();
    expect(state()).toMatchObject({ catalogueId: first?.id, catalogueSince: T0, baselineCatalogueId: first?.id });
    expect(drifts()).toEqual([]);
    expect(told()).toEqual([]);
  });

  test('is the same in another order', () => {
    list(T0, 'a b');
    list(T0 + 1_000, 'b a');
    expect(lists()).toHaveLength(1);
    expect(state()?.catalogueSince).toBe(T0);
  });

  test('that was cut short is not compared', () => {
    list(T0, 'a b');
    const cut = { code: 'tools_incomplete' as const, message: 'page 2 failed', count: 1 };
    const { catalogue } = answered(['a']);
    roll.visit(T0 + 1_000, answered([], { catalogue: { tools: catalogue?.tools ?? [], faults: [cut] } }));
    roll.visit(T0 + 2_000, failed());
    expect(lists()).toHaveLength(1);
    expect(drifts()).toEqual([]);
  });

  test('that names a tool twice is the list it was', () => {
    list(T0, 'a b');
    list(T0 + 1_000, 'a b b');
    expect(lists()).toHaveLength(1);
    expect(drifts()).toEqual([]);
  });

  test('that comes back is the row it was', () => {
    list(T0, 'a b');
    list(T0 + MINUTE_MS, 'a');
    list(T0 + 2 * MINUTE_MS, 'a b');
    expect(lists()).toHaveLength(2);
    expect(state()).toMatchObject({ catalogueId: lists()[0]?.id, catalogueSince: T0 + 2 * MINUTE_MS });
  });
});

describe('a changed list', () => {
  test('is written down with what changed, the worst first, and told once', () => {
    list(T0, 'a b');
    list(T0 + MINUTE_MS, 'b c');
    const [from, to] = lists();
    expect(drifts()).toMatchObject([
      {
        at: T0 + MINUTE_MS,
        lastSeenAt: T0 + MINUTE_MS,
        seenCount: 1,
        fromCatalogueId: from?.id,
        toCatalogueId: to?.id,
        kind: 'breaking',
        approvedAt: null,
        changes: [
          { tool: 'a', code: 'tool_removed', sentence: '`a` was removed' },
          { tool: 'c', code: 'tool_added', sentence: '`c` was added' },
        ],
      },
    ]);
    expect(told()).toEqual([{ kind: 'drift', driftId: drifts()[0]?.id, worst: 'breaking' }]);
    expect(state()?.baselineCatalogueId).toBe(from?.id);
  });

  test('is lost with its check when that is not stored', () => {
    list(T0, 'a b');
    const visit = { endpointId: roll.id, endpoint: roll.endpoint, claimedUntil: 1, startedAt: T0 + 1, endedAt: T0 + 2 };
    expect(recordCheck(db, { ...visit, outcome: answered(['a']) })).toBeNull();
    expect(lists()).toHaveLength(1);
    expect(drifts()).toEqual([]);
  });

  test('that flaps counts on two rows, and is told once each way', () => {
    for (let minute = 0; minute < 2 * 24 * 60; minute += 7) list(T0 + minute * MINUTE_MS, minute % 2 ? 'a' : 'a b');
    expect(lists()).toHaveLength(2);
    expect(drifts()).toMatchObject([
      { kind: 'breaking', at: T0 + 7 * MINUTE_MS, seenCount: 206 },
      { kind: 'additive', at: T0 + 14 * MINUTE_MS, seenCount: 205 },
    ]);
    expect(told()).toHaveLength(2);
  });

  test('that comes again after a day is a new one', () => {
    list(T0, 'a b');
    list(T0 + MINUTE_MS, 'a');
    list(T0 + 2 * MINUTE_MS, 'a b');
    list(T0 + DAY_MS + 2 * MINUTE_MS, 'a');
    expect(drifts().map(({ seenCount }) => seenCount)).toEqual([1, 1, 1]);
  });

  test('that is new at every look fills no more than its share of a day', () => {
    list(T0, 'a');
    for (let minute = 1; minute <= 120; minute++) list(T0 + minute * MINUTE_MS, `a b${minute}`);
    const rows = drifts();
    expect(rows).toHaveLength(20);
    expect(rows.at(-1)).toMatchObject({ at: T0 + 20 * MINUTE_MS, lastSeenAt: T0 + 120 * MINUTE_MS, seenCount: 101 });
    expect(rows.at(-1)?.changes.map(({ sentence }) => sentence)).toEqual(['`b19` was removed', '`b120` was added']);
    expect(told()).toHaveLength(20);
    list(T0 + 2 * DAY_MS, 'a');
    expect(drifts()).toHaveLength(21);
  });

  test('is told again when its row became worse', () => {
    list(T0, 'a');
    for (let minute = 1; minute <= 20; minute++) {
      list(T0 + minute * MINUTE_MS, Array.from({ length: minute + 1 }, (_, index) => `a${index || ''}`).join(' '));
    }
    expect(drifts()).toHaveLength(20);
    list(T0 + 30 * MINUTE_MS, 'a');
    const driftId = drifts().at(-1)?.id;
    expect(told().slice(-2)).toEqual([
      { kind: 'drift', driftId, worst: 'additive' },
      { kind: 'drift', driftId, worst: 'breaking' },
    ]);
  });

  test('that is back where a full day’s last row began says so', () => {
    list(T0, 'a');
    for (let minute = 1; minute <= 20; minute++) list(T0 + minute * MINUTE_MS, `a b${minute}`);
    list(T0 + HOUR_MS, 'a b19');
    expect(drifts()).toHaveLength(20);
    expect(drifts().at(-1)).toMatchObject({ kind: 'breaking', seenCount: 2, changes: [] });
  });
});
