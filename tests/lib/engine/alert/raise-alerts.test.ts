import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { insertWindow } from '@/db/queries/maintenance-windows';
import * as schema from '@/db/schema';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { memoryDb } from '@/tests/database';
import { noLinks } from '@/tests/fixtures/alerts';
import { answered, failed, UNAUTHORIZED } from '@/tests/fixtures/endpoints';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);
const ALERTING: Alerting = {
  page: { title: 'Acme tools', timezone: 'Europe/Berlin', url: 'https://status.acme.example/' },
  channels: ['oncall', 'chat'],
  routes: [
    { to: ['oncall'], severities: ['critical', 'high'], events: [], groups: [], servers: [] },
    { to: ['chat'], severities: [], events: [], groups: ['Sales'], servers: [] },
  ],
};
const UP = answered();
const DOWN = failed();
const LOCKED = failed(UNAUTHORIZED);
const SLOW = answered(undefined, { latencyMs: 9_000 });

let db: Db;
let roll: Roll;
let minute: number;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, START, { slug: 'billing-mcp', group: 'Data platform' });
  roll.alerting = ALERTING;
  minute = 0;
});

/** Three checks a minute apart: enough to confirm anything. */
function hear(outcome: typeof UP, count = 3): void {
  for (let check = 0; check < count; check++) roll.visit(START + ++minute * MINUTE_MS, outcome);
}

const alerts = () => db.select().from(schema.alerts).all();
const told = () => alerts().map(({ event, severity }) => `${event} ${severity}`);
const lines = () => alerts().map(({ message }) => message.firstLine);
const keys = () => alerts().map(({ dedupKey }) => dedupKey);

const channels = () =>
  db
    .select()
    .from(schema.deliveries)
    .all()
    .map(({ alertId, channel }) => `${alertId} ${channel}`);

function maintain(fromMinute: number, untilMinute: number, servers: string[] = []): void {
  insertWindow(db, {
    uid: `window ${fromMinute}`,
    title: 'Patch day',
    timezone: 'UTC',
    startAt: START + fromMinute * MINUTE_MS - 1,
    endAt: START + untilMinute * MINUTE_MS + 1,
    servers,
    announcedAt: START,
    changedAt: START,
  });
}

describe('an outage', () => {
  test('is told when it is confirmed and when it is over, under one key, on the same channels', () => {
    hear(UP);
    hear(DOWN, 2);
    expect(told()).toEqual([]);
    hear(DOWN, 1);
    hear(UP);
    expect(told()).toEqual(['outage_opened critical', 'outage_resolved critical']);
    expect(lines()).toEqual([
      'billing-mcp is down: connection refused, since 14:04',
      'billing-mcp is up again, after 3 minutes',
    ]);
    expect(channels()).toEqual(['1 oncall', '2 oncall']);
    const [opened, resolved] = db.select().from(schema.alerts).all();
    expect(opened).toMatchObject({ dedupKey: `outage:billing-mcp:${START + 4 * MINUTE_MS}`, endpointId: roll.id });
    expect(resolved?.dedupKey).toBe(opened?.dedupKey);
    expect(resolved?.message.dedupKey).toBe(opened?.dedupKey);
    expect(opened?.message.links.server).toBe('https://status.acme.example/servers/billing-mcp');
    const incident = db.select().from(schema.incidents).get();
    expect(incident).toBeDefined();
    for (const row of [opened, resolved]) {
      expect(row?.message.links.incident).toBe(`https://status.acme.example/incidents/${incident?.id}`);
    }
  });

  test('that gets worse is told once more under its key; one that gets better is not', () => {
    hear(UP);
    hear(SLOW);
    hear(DOWN);
    hear(SLOW);
    hear(DOWN);
    hear(UP);
    expect(told()).toEqual(['outage_opened medium', 'outage_worsened critical', 'outage_resolved critical']);
    expect(new Set(keys()).size).toBe(1);
    // What nobody was told on a channel is not ended there; what was, is.
    expect(channels()).toEqual(['2 oncall', '3 oncall']);
  });

  test('that comes after another has a key of its own', () => {
    hear(DOWN);
    hear(UP);
    hear(DOWN);
    const [first, second, third] = keys();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('of a server that is taken from the configuration ends without being called up', () => {
    hear(DOWN);
    syncEndpoints(db, { endpoints: [], brokenFiles: [], isFound: true }, START + HOUR_MS);
    tellNews(db, { alerting: ALERTING, signLinks: noLinks }, START + HOUR_MS);
    expect(lines()[1]).toBe('billing-mcp is not watched any more');
    expect(channels()).toEqual(['1 oncall', '2 oncall']);
  });
});

test('a newcomer that is up is no news, and neither is a single lost check', () => {
  hear(UP);
  hear(DOWN, 1);
  hear(UP);
  expect(told()).toEqual([]);
});

describe('a server that refuses us', () => {
  const headers = { authorization: 'Bearer something' };
  const withCredential = { target: { kind: 'http', url: 'http://127.0.0.1:9/', headers, dialect: 'auto' } } as const;

  test('is no news when it never let us in', () => {
    roll.endpoint = { ...roll.endpoint, ...withCredential };
    hear(LOCKED);
    expect(told()).toEqual([]);
  });

  test('is told of when it let us in before, and again when it does', () => {
    roll.endpoint = { ...roll.endpoint, ...withCredential };
    hear(UP);
    hear(LOCKED);
    hear(UP);
    expect(told()).toEqual(['credential_rejected high', 'outage_resolved medium']);
    expect(lines()[0]).toBe('billing-mcp rejects our credential, since 14:04');
    expect(channels()).toEqual(['1 oncall', '2 oncall']);
    expect(new Set(keys()).size).toBe(1);
  });

  test('ends an outage when it answers again and refuses us as ever', () => {
    hear(DOWN);
    hear(LOCKED);
    expect(lines()[1]).toBe('billing-mcp answers again, but refuses our credential');
  });
});

describe('maintenance', () => {
  test('keeps an outage quiet that is over before it', () => {
    hear(UP);
    maintain(0, 60);
    hear(DOWN);
    hear(UP);
    expect(told()).toEqual([]);
  });

  test('puts off the news of one that outlasts it, with its true beginning', () => {
    hear(UP);
    maintain(0, 9);
    hear(DOWN, 6);
    expect(told()).toEqual([]);
    hear(DOWN, 1);
    expect(lines()).toEqual(['billing-mcp is down: connection refused, since 14:04']);
  });

  test('of other servers changes nothing; the end of what was told is told', () => {
    maintain(0, 5, ['other']);
    hear(DOWN);
    maintain(4, 60);
    hear(UP);
    expect(told()).toEqual(['outage_opened critical', 'outage_resolved critical']);
  });
});

test('a check that is not stored tells nothing', () => {
  hear(DOWN, 2);
  db.update(schema.endpoints).set({ claimedUntil: 1 }).run();
  db.$client.exec('create trigger lost before insert on news begin select raise(abort, "the disk is full"); end');
  expect(() => hear(DOWN, 1)).toThrow('the disk is full');
  expect(told()).toEqual([]);
  expect(db.select().from(schema.outages).all()).toEqual([]);
  expect(db.select().from(schema.checks).all()).toHaveLength(2);
});

test('any history: no alert without its change, no change without its alert', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(UP, DOWN, SLOW), { maxLength: 25 }), (outcomes) => {
      db = memoryDb();
      roll = enroll(db, START);
      roll.alerting = ALERTING;
      for (const [i, outcome] of outcomes.entries()) {
        roll.visit(START + (i + 1) * MINUTE_MS, outcome);
        const state = db.select().from(schema.endpointStates).get();
        const alerts = db.select().from(schema.alerts).all();
        const isTroubled = state?.status === 'down' || state?.status === 'degraded';
        const isTold = alerts.length > 0 && alerts.at(-1)?.event !== 'outage_resolved';
        expect(isTold).toBe(isTroubled);
      }
      const events = db.select().from(schema.alerts).all();
      const ends = events.filter(({ event }) => event !== 'outage_worsened').map(({ event }) => event);
      expect(ends).toEqual(ends.map((_event, i) => (i % 2 === 0 ? 'outage_opened' : 'outage_resolved')));
      const starts = db.select().from(schema.outages).all();
      for (const { event, message } of events) {
        if (event === 'outage_opened') expect(starts.map(({ startedAt }) => startedAt)).toContain(message.since);
      }
      db.$client.close();
    }),
    { numRuns: 40 },
  );
});
