import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { claim } from '@/db/queries/due';
import * as schema from '@/db/schema';
import type { Outcome } from '@/lib/core/outcome';
import { nextTurn } from '@/lib/core/status/schedule';
import { MINUTE_MS } from '@/lib/core/time';
import { recordCheck } from '@/lib/engine/check/record-check';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { memoryDb } from '@/tests/database';
import { answered, failed, THROTTLED } from '@/tests/fixtures/endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
});

const visit = (at: number, outcome: Outcome) => roll.visit(at, outcome);
const state = () => db.select().from(schema.endpointStates).get();
const outages = () => db.select().from(schema.outages).all();
const days = () =>
  db
    .select()
    .from(schema.rollups)
    .all()
    .filter(({ grain }) => grain === 'day');

describe('recordCheck', () => {
  test('a first good check confirms up and stores check, catalogue and what was heard', () => {
    const recorded = visit(T0, answered());
    expect(recorded?.change).toMatchObject({ from: 'unknown', to: 'up', at: T0 });
    expect(state()).toMatchObject({ status: 'up', since: T0, toolCount: 2, protocolVersion: '2025-11-25' });
    expect(db.select().from(schema.checks).all()).toMatchObject([
      { at: T0, verdict: 'up', latencyMs: 42, toolCount: 2 },
    ]);
    expect(db.select().from(schema.catalogues).all()).toHaveLength(1);
    expect(days()).toMatchObject([{ upChecks: 1, upMs: 0 }]);
  });

  test('three failures open one outage, back-dated; two answers close it, back-dated; uptime agrees', () => {
    visit(T0, answered());
    visit(T0 + MINUTE_MS, failed());
    expect(outages()).toEqual([]);
    visit(T0 + MINUTE_MS + 5_000, failed());
    const confirmed = visit(T0 + MINUTE_MS + 15_000, failed());
    expect(confirmed?.change).toMatchObject({ to: 'down', at: T0 + MINUTE_MS });
    expect(outages()).toMatchObject([
      {
        status: 'down',
        startedAt: T0 + MINUTE_MS,
        endedAt: null,
        stage: 'reach',
        code: 'refused',
        message: 'connection refused',
      },
    ]);
    expect(state()).toMatchObject({ status: 'down', reasonCode: 'refused', toolCount: 2 });

    visit(T0 + 2 * MINUTE_MS, answered());
    visit(T0 + 3 * MINUTE_MS, answered());
    expect(outages()).toMatchObject([{ startedAt: T0 + MINUTE_MS, endedAt: T0 + 2 * MINUTE_MS }]);
    expect(state()).toMatchObject({ status: 'up', since: T0 + 2 * MINUTE_MS, reasonCode: null, reasonMessage: null });
    expect(days()).toMatchObject([{ upMs: 2 * MINUTE_MS, downMs: MINUTE_MS, upChecks: 3, downChecks: 3 }]);
  });

  test('the next turn comes quickly after an unexpected answer', () => {
    visit(T0, answered());
    expect(visit(T0 + MINUTE_MS, failed())?.nextCheckAt).toBeLessThanOrEqual(T0 + MINUTE_MS + 5_000);
  });

  test.each([
    ['names no time: its own next turn, without the quick calls', null, MINUTE_MS],
    ['asks for ten minutes: not before', 10 * MINUTE_MS, 10 * MINUTE_MS],
  ])('a server that throttles and %s', (_case, retryAfterMs, afterMs) => {
    visit(T0, answered());
    const turnAt = nextTurn(roll.endpoint.slug, MINUTE_MS, T0);
    const recorded = visit(turnAt, { ...failed(THROTTLED), retryAfterMs });
    expect(recorded?.judgement.verdict).toBe('degraded');
    const sinceTurnMs = (recorded?.nextCheckAt ?? 0) - turnAt;
    // A visit takes 100 ms, and the time to wait counts from its end.
    expect(sinceTurnMs - afterMs).toBeGreaterThanOrEqual(0);
    expect(sinceTurnMs - afterMs).toBeLessThanOrEqual(100);
    visit(turnAt + sinceTurnMs, answered());
    expect(days()[0]).toMatchObject({ blindMs: 0, upMs: turnAt + sinceTurnMs - T0 });
  });

  test('a claim that ran out stores nothing', () => {
    visit(T0, answered());
    const { id: endpointId, endpoint } = roll;
    const late = { endpointId, endpoint, claimedUntil: 1, startedAt: T0 + 1, endedAt: T0 + 2, outcome: failed() };
    expect(recordCheck(db, late)).toBeNull();
    expect(db.select().from(schema.checks).all()).toHaveLength(1);
  });

  test('a check whose endpoint was paused meanwhile stores nothing', () => {
    const { id, endpoint } = roll;
    db.update(schema.endpoints).set({ nextCheckAt: T0 }).run();
    claim(db, id, T0, T0 + 15_000);
    syncEndpoints(db, { endpoints: [{ ...endpoint, paused: true }], brokenFiles: [], isFound: true }, T0 + 50);
    const visited = {
      endpointId: id,
      endpoint,
      claimedUntil: T0 + 15_000,
      startedAt: T0,
      endedAt: T0 + 100,
      outcome: failed(),
    };
    expect(recordCheck(db, visited)).toBeNull();
    expect(db.select().from(schema.checks).all()).toEqual([]);
  });

  test('dependencies keep since when their state holds', () => {
    const health = (state: 'ok' | 'failed') => ({
      httpStatus: state === 'ok' ? 200 : 503,
      dependencies: [{ name: 'iam_credentials', state, message: state === 'ok' ? null : 'ExpiredToken' }],
      failure: null,
    });
    visit(T0, answered([], { health: health('ok'), hasTools: false }));
    visit(T0 + 1_000, answered([], { health: health('failed'), hasTools: false }));
    visit(T0 + 2_000, answered([], { health: health('failed'), hasTools: false }));
    expect(db.select().from(schema.dependencies).all()).toMatchObject([
      { name: 'iam_credentials', state: 'failed', since: T0 + 1_000, checkedAt: T0 + 2_000, message: 'ExpiredToken' },
    ]);
  });

  test('a /health that does not answer makes its dependencies unknown, not forgotten', () => {
    const named = {
      httpStatus: 200,
      dependencies: [{ name: 'dynamodb', state: 'ok' as const, message: null }],
      failure: null,
    };
    const timeout = {
      stage: 'dependencies' as const,
      code: 'timeout' as const,
      message: '/health did not answer',
      detail: null,
    };
    visit(T0, answered(['a'], { health: named }));
    visit(T0 + 1_000, answered(['a'], { health: { httpStatus: null, dependencies: [], failure: timeout } }));
    visit(T0 + 2_000, answered(['a'], { health: { httpStatus: null, dependencies: [], failure: timeout } }));
    expect(db.select().from(schema.dependencies).all()).toMatchObject([
      { name: 'dynamodb', state: 'unknown', since: T0 + 1_000 },
    ]);
  });

  test('time in a maintenance window is booked as maintenance', () => {
    storeWindow(db, { startAt: T0, endAt: T0 + 30_000, servers: ['warehouse'] });
    visit(T0, answered());
    visit(T0 + MINUTE_MS, answered());
    expect(days()).toMatchObject([{ upMs: 30_000, maintenanceMs: 30_000 }]);
  });

  test('a clock set back makes no two checks of one instant', () => {
    visit(T0, answered());
    expect(visit(T0 - 5_000, answered())).not.toBeNull();
    expect(db.select().from(schema.checks).all()).toHaveLength(2);
  });
});
