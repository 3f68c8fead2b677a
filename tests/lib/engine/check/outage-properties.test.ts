// Any course of verdicts, restarts and changes of the configuration, through the real engine and a real file: outages, steps,
// rollups and what is told of them agree.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type Db, migrateDb, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import { DEFAULT_POLICY, type Endpoint } from '@/lib/core/endpoint';
import { outageSpans } from '@/lib/core/history/outage-time';
import type { Outcome } from '@/lib/core/outcome';
import { VERDICTS, type Verdict } from '@/lib/core/status/verdict';
import { MINUTE_MS } from '@/lib/core/time';
import { settleIdleEndpoints } from '@/lib/engine/ledger/settle-idle';
import { anEndpoint, answered, failed, UNAUTHORIZED } from '@/tests/fixtures/endpoints';
import { simulate } from '@/tests/fixtures/simulation';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-outages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OUTCOMES: Record<Verdict, Outcome> = {
  up: answered(),
  degraded: answered(undefined, { latencyMs: 9_000 }),
  down: failed(),
  locked: failed(UNAUTHORIZED),
};

/** Minutes, and what goes on in them: one verdict, two by turns from check to check, or a change of what is configured. */
const chapter = fc.tuple(
  fc.integer({ min: 1, max: 12 }),
  fc.oneof(
    { weight: 8, arbitrary: fc.array(fc.constantFrom(...VERDICTS), { minLength: 1, maxLength: 3 }) },
    { weight: 4, arbitrary: fc.constantFrom('restart', 'pause', 'unfit', 'archive', 'call', 'slower', 'faster') },
  ),
);
const course = fc.record({
  confirm: fc.integer({ min: 1, max: 3 }),
  recover: fc.integer({ min: 1, max: 2 }),
  chapters: fc.array(chapter, { maxLength: 14 }),
});

function play({ confirm, recover, chapters }: typeof course extends fc.Arbitrary<infer Course> ? Course : never): Db {
  const file = path.join(folder, `${Math.random()}.db`);
  let db = openFile(file);
  migrateDb(db);
  let verdicts: readonly Verdict[] = ['up'];
  let calls = 0;
  const endpoint = anEndpoint({ policy: { ...DEFAULT_POLICY, confirm, recover } });
  const other = anEndpoint({ slug: 'other' });
  let wanted: Endpoint[] = [endpoint, other];
  const begin = (now: number) => {
    const begun = simulate(
      () => db,
      now,
      (slug) => OUTCOMES[slug === 'other' ? 'up' : (verdicts[calls++ % verdicts.length] ?? 'up')],
    );
    begun.adopt(wanted);
    return begun;
  };
  let simulation = begin(T0);
  for (const [minutes, what] of chapters) {
    if (typeof what !== 'string') verdicts = what;
    else if (what === 'restart') {
      db.$client.close();
      db = openFile(file);
      simulation = begin(simulation.now);
    } else {
      wanted = what === 'archive' ? [other] : [configured(endpoint, what), other];
      simulation.adopt(wanted);
    }
    settleIdleEndpoints(db, simulation.now);
    simulation.runUntil(simulation.now + minutes * MINUTE_MS);
  }
  return db;
}

function configured(endpoint: Endpoint, what: string): Endpoint {
  const intervalMs = what === 'slower' ? 5 * MINUTE_MS : what === 'faster' ? MINUTE_MS / 2 : MINUTE_MS;
  return {
    ...endpoint,
    policy: { ...endpoint.policy, intervalMs },
    paused: what === 'pause',
    problem: what === 'unfit' ? 'MY_TOKEN is not set' : null,
  };
}

const outagesOf = (db: Db) =>
  db
    .select()
    .from(schema.outages)
    .all()
    .sort((a, b) => a.id - b.id)
    .map((outage) => ({
      ...outage,
      steps: db
        .select()
        .from(schema.outageSteps)
        .all()
        .filter(({ outageId }) => outageId === outage.id)
        .sort((a, b) => a.at - b.at),
    }));

function expectInOrder(db: Db): void {
  const outages = outagesOf(db);
  for (const [index, { startedAt, endedAt, confirmedAt, changedAt, steps }] of outages.entries()) {
    const endAt = endedAt ?? Number.POSITIVE_INFINITY;
    expect(endedAt === null).toBe(endedAt === null && index === outages.length - 1);
    expect(endAt).toBeGreaterThanOrEqual(startedAt);
    expect(confirmedAt).toBeGreaterThanOrEqual(startedAt);
    expect(outages[index + 1]?.startedAt ?? endAt).toBeGreaterThanOrEqual(endAt);
    expect(steps[0]).toMatchObject({ at: startedAt });
    expect(steps[0]?.status).not.toBe('up');
    for (const { at } of steps) expect(at).toBeLessThanOrEqual(endAt);
    if (endedAt === null) expect(steps.at(-1)?.at).toBe(changedAt);
    else expect(steps.at(-1)?.status).not.toBe('up');
  }
}

/** Held time is in no rollup yet, so the last stretch of an open outage ends where it begins. */
function expectSameTime(db: Db): void {
  const states = db.select().from(schema.endpointStates).all();
  const days = db
    .select()
    .from(schema.rollups)
    .all()
    .filter(({ grain }) => grain === 'day');
  const state = states[0];
  const until = state?.held[0]?.startAt ?? state?.bookedUntil ?? 0;
  const spans = outagesOf(db).flatMap(({ steps, startedAt, endedAt }) =>
    outageSpans(steps, endedAt ?? Math.max(startedAt, until)),
  );
  const booked = days.filter(({ endpointId }) => endpointId === state?.endpointId);
  const blindMs = booked.reduce((sum, row) => sum + row.blindMs, 0);
  for (const status of ['degraded', 'down', 'locked'] as const) {
    const fromSteps = spans
      .filter((span) => span.status === status)
      .reduce((sum, span) => sum + span.endAt - span.startAt, 0);
    const fromRollups = booked.reduce((sum, row) => sum + row[`${status}Ms`], 0);
    expect(Math.abs(fromSteps - fromRollups), status).toBeLessThanOrEqual(blindMs);
  }
}

/** A server that never let us in before is in no trouble, so only trouble is held against what was told. */
function expectTold(db: Db): void {
  const trouble = outagesOf(db).filter(({ status }) => status !== 'locked');
  const news = db
    .select()
    .from(schema.news)
    .all()
    .sort((a, b) => a.id - b.id);
  const told = news.filter(({ event }) => event !== 'outage_worsened');
  // Beginning and end by turns.
  for (const [index, { event }] of told.entries()) {
    if (event === 'outage_resolved') expect(told[index - 1]?.event).toMatch(/^(?:outage_opened|credential_rejected)$/);
    else if (index > 0 && told[index - 1]?.key !== told[index]?.key)
      expect(told[index - 1]?.event).toBe('outage_resolved');
  }
  // No alert without its change, and the other way round.
  for (const { event, raisedAt } of news.filter((row) => row.event === 'outage_opened')) {
    expect(
      trouble.some(({ startedAt, endedAt }) => startedAt <= raisedAt && raisedAt <= (endedAt ?? raisedAt)),
      event,
    ).toBe(true);
  }
  for (const { startedAt, confirmedAt, endedAt } of trouble) {
    const heard = news.filter(({ raisedAt, event }) => raisedAt <= confirmedAt && event !== 'outage_resolved');
    expect(heard.length, `the outage of ${startedAt}`).toBeGreaterThan(0);
    if (endedAt !== null && trouble.at(-1)?.startedAt === startedAt && outagesOf(db).at(-1)?.startedAt === startedAt) {
      expect(told.at(-1)?.event).toBe('outage_resolved');
    }
  }
}

test('outages, steps, rollups and alerts agree after any course', () => {
  fc.assert(
    fc.property(course, (given) => {
      const db = play(given);
      try {
        expectInOrder(db);
        expectSameTime(db);
        expectTold(db);
      } finally {
        db.$client.close();
      }
    }),
    // Shrinking plays each course anew; a failing one is short enough to read.
    { numRuns: 30, endOnFailure: true },
  );
}, 120_000);
