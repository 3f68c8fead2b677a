// Kills the process in the middle of its checks, again and again: what was stored before is there, once, and adds up.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import { type Account, openAccount, settleCheck } from '@/lib/core/history/ledger';
import { BOOKED_STATUSES } from '@/lib/core/status/status';
import { VERDICTS } from '@/lib/core/status/verdict';
import { SECOND_MS, type Span } from '@/lib/core/time';
import { toAccount } from '@/lib/engine/ledger/account-row';
import { crashEndpoints, POLICY } from '@/tests/fixtures/crash/roll';
import { endVictims, spawnVictim, type Victim } from '@/tests/fixtures/crash/victim';
import { createOutageBook } from '@/tests/fixtures/outage-book';

const KILLS = 20;
const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-crash-'));
const file = path.join(folder, 'rollcall.db');
const beganAt = Date.now();

/** How often the scripted server answered, by slug. */
const answers = new Map<string, number>();
const reported: string[] = [];
/** Claims that each kill left behind. */
const leftClaims: { slug: string; claimedUntil: number }[][] = [];
let lastExitCode: number | null = null;
let db: Db;

const server = createServer((request, response) => {
  const slug = (request.url ?? '').slice(1);
  const count = answers.get(slug) ?? 0;
  const isUp = slug.startsWith('steady') || (slug.startsWith('moody') && Math.floor(count / 4) % 2 === 0);
  // Long enough for a kill to find checks under way.
  setTimeout(() => {
    answers.set(slug, count + 1);
    response.writeHead(isUp ? 200 : 503).end();
  }, 60);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const next = () => spawnVictim([file, String(port), String(beganAt)]);
  let victim = next();
  for (let kill = 0; kill < KILLS; kill++) {
    await victim.ready;
    const successor = next();
    await victim.run(5 + Math.floor(Math.random() * 30));
    await bury(victim, 'SIGKILL');
    leftClaims.push(readClaims());
    victim = successor;
  }
  // The last one goes in good order, after everybody had a turn.
  await victim.ready;
  await victim.run(4 * crashEndpoints().length);
  lastExitCode = await bury(victim, 'SIGTERM');
  db = openFile(file);
}, 180_000);

afterAll(async () => {
  db?.$client.close();
  endVictims();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

async function bury(victim: Victim, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const exitCode = await victim.end(signal);
  reported.push(...victim.reported);
  return exitCode;
}

function readClaims() {
  const killed = openFile(file);
  try {
    expect(killed.$client.pragma('integrity_check', { simple: true })).toBe('ok');
    const rows = killed.select().from(schema.endpoints).all();
    return rows.flatMap(({ slug, claimedUntil }) => (claimedUntil === null ? [] : [{ slug, claimedUntil }]));
  } finally {
    killed.$client.close();
  }
}

const endpoints = () => db.select().from(schema.endpoints).all();
const checksOf = (id: number) =>
  db
    .select()
    .from(schema.checks)
    .all()
    .filter(({ endpointId }) => endpointId === id);
const stateOf = (id: number) =>
  db
    .select()
    .from(schema.endpointStates)
    .all()
    .find(({ endpointId }) => endpointId === id);
const outagesOf = (id: number) =>
  db
    .select()
    .from(schema.outages)
    .all()
    .filter(({ endpointId }) => endpointId === id);
const stepsOf = (id: number) =>
  db
    .select()
    .from(schema.outageSteps)
    .all()
    .filter(({ outageId }) => outageId === id)
    .map(({ at, status }) => [at, status]);
const rollupsOf = (id: number, grain: 'hour' | 'day') =>
  db
    .select()
    .from(schema.rollups)
    .all()
    .filter((row) => row.endpointId === id && row.grain === grain);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const lengthOf = (spans: readonly Span[]) => sum(spans.map(({ startAt, endAt }) => endAt - startAt));

describe(`after ${KILLS} kills`, () => {
  test('the kills found checks under way, and the last process left in good order', () => {
    expect(sum(leftClaims.map((claims) => claims.length))).toBeGreaterThan(KILLS);
    expect(lastExitCode).toBe(0);
    const ended = db
      .select()
      .from(schema.outages)
      .all()
      .filter(({ endedAt }) => endedAt !== null);
    expect(ended.length).toBeGreaterThan(5);
    expect(endpoints().filter(({ claimedUntil }) => claimedUntil !== null)).toEqual([]);
  });

  test('every check that was reported as stored is there once, and no answer was lost but to a kill', () => {
    const stored = endpoints().flatMap(({ id, slug }) =>
      checksOf(id).map(({ at, verdict }) => `${slug} ${at} ${verdict}`),
    );
    expect(new Set(reported).size).toBe(reported.length);
    expect(reported.filter((line) => !stored.includes(line))).toEqual([]);
    for (const { id, slug } of endpoints()) {
      const count = checksOf(id).length;
      expect(count, slug).toBeLessThanOrEqual(answers.get(slug) ?? 0);
      expect(count, slug).toBeGreaterThanOrEqual((answers.get(slug) ?? 0) - KILLS - 1);
    }
  });

  test('rollups count each check once and book every millisecond once', () => {
    for (const { id, slug } of endpoints()) {
      const checks = checksOf(id);
      const state = stateOf(id);
      for (const grain of ['hour', 'day'] as const) {
        const rows = rollupsOf(id, grain);
        for (const verdict of VERDICTS) {
          const counted = sum(rows.map((row) => row[`${verdict}Checks`]));
          expect(counted, `${slug} ${grain} ${verdict}`).toBe(
            checks.filter((check) => check.verdict === verdict).length,
          );
        }
        const bookedMs = sum(rows.flatMap((row) => BOOKED_STATUSES.map((status) => row[`${status}Ms`])));
        const elapsedMs = (state?.bookedUntil ?? 0) - (checks[0]?.at ?? 0);
        expect(bookedMs + lengthOf(state?.held ?? []), `${slug} ${grain}`).toBe(elapsedMs);
      }
    }
  });

  test('status and outages are those that the stored checks give, without overlap', () => {
    for (const { id, slug, createdAt } of endpoints()) {
      const state = stateOf(id);
      const told = retell(createdAt, checksOf(id));
      expect(state && toAccount(state), slug).toEqual(told.account);
      const stored = outagesOf(id).map(
        ({ id: outageId, status, worst, isUnstable, startedAt, confirmedAt, endedAt }) => ({
          ...{ status, worst, isUnstable, startedAt, confirmedAt, endedAt },
          steps: stepsOf(outageId),
        }),
      );
      expect(stored, slug).toEqual(told.outages);
      for (const [index, outage] of stored.entries()) {
        const previous = stored[index - 1];
        if (previous) expect(previous.endedAt ?? Number.POSITIVE_INFINITY, slug).toBeLessThanOrEqual(outage.startedAt);
      }
    }
  });

  test('a claim left behind runs out first, and the checks after it are right', () => {
    for (const { slug, id } of endpoints()) {
      const checks = checksOf(id);
      const claims = leftClaims.flat().filter((claim) => claim.slug === slug);
      for (const { claimedUntil } of claims) {
        const takenAt = claimedUntil - POLICY.timeoutMs - 5 * SECOND_MS;
        expect(
          checks.filter(({ at }) => at > takenAt && at < claimedUntil),
          slug,
        ).toEqual([]);
        expect(
          checks.some(({ at }) => at >= claimedUntil),
          slug,
        ).toBe(true);
      }
      const status = stateOf(id)?.status;
      if (slug.startsWith('steady'))
        expect([status, new Set(checks.map(({ verdict }) => verdict))]).toEqual(['up', new Set(['up'])]);
      if (slug.startsWith('dead')) expect([status, outagesOf(id).length]).toEqual(['down', 1]);
    }
  });
});

/** The account and the outages that these checks give when nothing comes between them. */
function retell(createdAt: number, checks: ReturnType<typeof checksOf>) {
  let account: Account = openAccount(createdAt);
  const book = createOutageBook();
  for (const { at, verdict } of checks) {
    const before = account;
    const { account: after, change } = settleCheck(before, { at, verdict, policy: POLICY });
    account = after;
    const isSettled = after.pending === null;
    book.follow(before, { at, change, isSettled, isWatched: true, reason: null, confirm: POLICY.confirm });
  }
  const outages = book.outages.map(({ status, worst, isUnstable, startedAt, confirmedAt, endedAt, steps }) => ({
    ...{ status, worst, isUnstable, startedAt, confirmedAt, endedAt },
    steps: steps.map((step) => [step.at, step.status]),
  }));
  return { account, outages };
}
