import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { approveDrift } from '@/lib/admin/approve-drift';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { DAY_MS, MINUTE_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { watchPunctuality } from '@/lib/engine/watch-punctuality';
import { memoryDb } from '@/tests/database';
import { noLinks } from '@/tests/fixtures/alerts';
import { answered, failed, REFUSED } from '@/tests/fixtures/endpoints';
import { jwtUntil } from '@/tests/fixtures/jwt';
import { person } from '@/tests/fixtures/people';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const alerting: Alerting = {
  page: { title: 'Acme tools', timezone: 'UTC', url: null },
  channels: ['chat', 'pager'],
  routes: [
    { to: ['chat'], severities: [], events: [], groups: [], servers: [] },
    { to: ['pager'], severities: ['critical', 'high'], events: [], groups: [], servers: [] },
  ],
};

let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
  roll.alerting = alerting;
});

/** "event severity channels", and whether it has the key of the one before. */
function story(): string[] {
  const deliveries = db.select().from(schema.deliveries).all();
  return db
    .select()
    .from(schema.alerts)
    .all()
    .map(({ id, event, severity }) => {
      const channels = deliveries.filter(({ alertId }) => alertId === id).map(({ channel }) => channel);
      return `${event} ${severity}: ${channels.join()}`;
    });
}

const keys = () =>
  new Set(
    db
      .select()
      .from(schema.alerts)
      .all()
      .map(({ dedupKey }) => dedupKey),
  ).size;
const openThreads = () =>
  db
    .select()
    .from(schema.threads)
    .all()
    .filter(({ endedAt }) => endedAt === null).length;

function useToken(expiresAt: UnixMs): void {
  const headers = { Authorization: `Bearer ${jwtUntil(expiresAt)}` };
  roll.endpoint = { ...roll.endpoint, target: { kind: 'http', url: 'https://w.test/', headers, dialect: 'auto' } };
}

describe('a token', () => {
  test('is told to run out under one key, and its renewal ends that wherever it was told', () => {
    useToken(T0 + 4 * DAY_MS);
    for (const day of [0, 1, 2, 3, 4]) roll.visit(T0 + day * DAY_MS, answered());
    expect(story()).toEqual([
      'token_expiring medium: chat',
      'token_expiring medium: chat',
      'token_expiring medium: chat',
      'token_expiring high: chat,pager',
    ]);
    useToken(T0 + 90 * DAY_MS);
    roll.visit(T0 + 5 * DAY_MS, answered());
    roll.visit(T0 + 6 * DAY_MS, answered());
    expect(story().slice(4)).toEqual(['token_renewed low: chat,pager']);
    expect(keys()).toBe(1);
    expect(openThreads()).toBe(0);
  });

  test('that is replaced by one that soon ends too is no renewal', () => {
    useToken(T0 + 2 * DAY_MS);
    roll.visit(T0, answered());
    useToken(T0 + 3 * DAY_MS);
    roll.visit(T0 + MINUTE_MS, answered());
    expect(story()).toHaveLength(2);
    expect(openThreads()).toBe(2);
  });
});

test('a certificate is told to run out a month before, less urgently, and its renewal is told', () => {
  const until = (certificateExpiresAt: UnixMs) => answered(['query'], { certificateExpiresAt });
  roll.visit(T0, until(T0 + 20 * DAY_MS));
  roll.visit(T0 + MINUTE_MS, failed(REFUSED));
  roll.visit(T0 + 2 * MINUTE_MS, until(T0 + 90 * DAY_MS));
  roll.visit(T0 + 3 * MINUTE_MS, until(T0 + 90 * DAY_MS));
  expect(story()).toEqual(['certificate_expiring low: chat', 'certificate_renewed low: chat']);
});

describe('a change of the tools', () => {
  test('that breaks callers is told once, and its approval ends it', () => {
    roll.visit(T0, answered(['query', 'list']));
    roll.visit(T0 + MINUTE_MS, answered(['query', 'list', 'more']));
    expect(story()).toEqual([]);
    roll.visit(T0 + 2 * MINUTE_MS, answered(['query', 'more']));
    expect(story()).toEqual(['drift_breaking high: chat,pager']);
    expect(db.select().from(schema.alerts).get()?.message.firstLine).toBe(
      'warehouse changed its tools: `list` was removed',
    );
    for (const minute of [3, 4])
      roll.visit(T0 + minute * MINUTE_MS, answered(minute === 3 ? ['query', 'list', 'more'] : ['query', 'more']));
    expect(story()).toHaveLength(1);
    const newest = db
      .select()
      .from(schema.drifts)
      .all()
      .findLast(({ kind }) => kind === 'breaking');
    approveDrift(db, person('Ann'), newest?.id ?? 0, T0 + DAY_MS);
    tellNews(db, { alerting, signLinks: noLinks }, T0 + DAY_MS);
    expect(story().slice(1)).toEqual(['drift_approved low: chat,pager']);
    expect(openThreads()).toBe(0);
  });

  test('is stored without the endpoint, which holds secrets', () => {
    useToken(T0 + 2 * DAY_MS);
    roll.visit(T0, answered(['query', 'list']));
    roll.visit(T0 + MINUTE_MS, answered(['query']));
    const stored = JSON.stringify(db.select().from(schema.news).all());
    expect(stored).toContain('drift_breaking');
    expect(stored).toContain('token_expiring');
    expect(stored).not.toContain('Bearer');
  });
});

describe('the loop', () => {
  const late = (now: UnixMs) =>
    db
      .update(schema.endpoints)
      .set({ nextCheckAt: now - 150 * SECOND_MS })
      .run();
  const onTime = (now: UnixMs) => db.update(schema.endpoints).set({ nextCheckAt: now }).run();
  const tell = (now: UnixMs) => tellNews(db, { alerting, signLinks: noLinks }, now);

  test('that is behind its schedule is told of once, and its return', () => {
    const look = watchPunctuality(db, T0);
    const start = T0 + 10 * MINUTE_MS;
    for (const minute of [0, 1, 2, 3]) {
      late(start + minute * MINUTE_MS);
      look(start + minute * MINUTE_MS);
      tell(start + minute * MINUTE_MS);
      expect(story()).toHaveLength(minute === 0 ? 0 : 1);
    }
    // A restart does not tell it again.
    const lookAgain = watchPunctuality(db, T0);
    for (const minute of [4, 5]) lookAgain(start + minute * MINUTE_MS);
    for (const minute of [6, 7]) {
      onTime(start + minute * MINUTE_MS);
      lookAgain(start + minute * MINUTE_MS);
    }
    tell(start + 8 * MINUTE_MS);
    expect(story()).toEqual(['monitor_late high: chat,pager', 'monitor_recovered high: chat,pager']);
    expect(keys()).toBe(1);
  });

  test('that slept for a moment is not', () => {
    const look = watchPunctuality(db, T0);
    late(T0 + 10 * MINUTE_MS);
    look(T0 + 10 * MINUTE_MS);
    onTime(T0 + 11 * MINUTE_MS);
    look(T0 + 11 * MINUTE_MS);
    tell(T0 + 11 * MINUTE_MS);
    expect(story()).toEqual([]);
  });
});
