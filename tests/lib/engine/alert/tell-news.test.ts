import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { createLinkSigner } from '@/lib/alert/alert-link';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { memoryDb } from '@/tests/database';
import { noLinks } from '@/tests/fixtures/alerts';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { enrollAll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const alerting: Alerting = {
  page: { title: 'Acme tools', timezone: 'Europe/Berlin', url: 'https://status.acme.example' },
  channels: ['oncall'],
  routes: null,
};
const SLUGS = ['warehouse', 'billing', 'docs'];

let db: Db;
let rolls: Roll[];

beforeEach(() => {
  db = memoryDb();
  const grouped = SLUGS.map((slug) => ({ slug, group: 'Data platform' }));
  rolls = enrollAll(db, T0, [...grouped, { slug: 'alone' }]);
  for (const roll of rolls) {
    roll.alerting = alerting;
    roll.visit(T0, answered());
  }
});

/** One visit of a server, a number of seconds after the start; then a turn of the teller. */
function hear(seconds: number, slug: string, outcome = failed()): void {
  const at = T0 + seconds * SECOND_MS;
  rolls.find(({ endpoint }) => endpoint.slug === slug)?.visit(at, outcome);
  tell(at);
}

const tell = (now: number) => tellNews(db, { alerting, signLinks: noLinks }, now);
const messages = () =>
  db
    .select()
    .from(schema.alerts)
    .all()
    .map(({ message }) => message);
const lines = () => messages().map(({ firstLine }) => firstLine);

/** All of the group fail in turn, as they would when the first of them has the others called. */
function failTogether(): void {
  hear(60, 'warehouse');
  hear(65, 'warehouse');
  for (const slug of ['billing', 'docs']) hear(66, slug);
  for (const slug of ['billing', 'docs']) hear(71, slug);
  hear(75, 'warehouse');
  expect(lines()).toEqual([]);
  hear(81, 'billing');
  hear(81, 'docs');
}

describe('servers of a group that fail together', () => {
  test('are one message that names and counts them, and one when all are well again', () => {
    failTogether();
    expect(lines()).toEqual(['3 servers of Data platform are down: warehouse, billing and docs, since 14:01']);
    const [opened] = messages();
    expect(opened).toMatchObject({ event: 'outage_opened', severity: 'critical', since: T0 + MINUTE_MS });
    expect(opened?.dedupKey).toBe(`outage:warehouse+2:${T0 + MINUTE_MS}`);
    for (const [i, slug] of SLUGS.entries()) for (const second of [0, 5]) hear(300 + i * 30 + second, slug, answered());
    expect(lines()[1]).toBe('3 servers of Data platform are up again, after 5 minutes');
    expect(messages()[1]).toMatchObject({ event: 'outage_resolved', dedupKey: opened?.dedupKey });
    expect(lines()).toHaveLength(2);
    expect(db.select().from(schema.deliveries).all()).toHaveLength(2);
    expect(db.select().from(schema.threads).all()).toMatchObject([{ endedAt: expect.any(Number) }]);
  });

  test('are one message also when they were never well', () => {
    db = memoryDb();
    rolls = enrollAll(
      db,
      T0,
      SLUGS.map((slug) => ({ slug, group: 'Data platform' })),
    );
    for (const roll of rolls) roll.alerting = alerting;
    failTogether();
    expect(lines()).toEqual(['3 servers of Data platform are down: warehouse, billing and docs, since 14:01']);
  });

  test('that follow within a minute are one message more under the same key', () => {
    for (const second of [60, 65, 75]) hear(second, 'warehouse');
    for (const second of [100, 105, 115]) hear(second, 'billing');
    expect(lines()).toEqual([
      'warehouse is down: connection refused, since 14:01',
      '2 servers of Data platform are down: warehouse and billing, since 14:01',
    ]);
    for (const second of [120, 125, 130]) hear(second, 'docs');
    expect(lines()[2]).toBe('docs is down: connection refused, since 14:02');
    const keys = messages().map(({ dedupKey }) => dedupKey);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  test('wait for each other no longer than 20 seconds', () => {
    for (const second of [60, 65]) hear(second, 'warehouse');
    hear(74, 'billing');
    hear(75, 'warehouse');
    tell(T0 + 94 * SECOND_MS);
    expect(lines()).toEqual([]);
    tell(T0 + 95 * SECOND_MS);
    expect(lines()).toEqual(['warehouse is down: connection refused, since 14:01']);
  });
});

test('the others of a group are called when one of them is nearly confirmed, and nobody else', () => {
  const later = T0 + 10 * MINUTE_MS;
  db.update(schema.endpoints).set({ nextCheckAt: later }).run();
  const called = () =>
    db
      .select()
      .from(schema.endpoints)
      .all()
      .filter(({ nextCheckAt }) => nextCheckAt < later)
      .map(({ slug }) => slug);
  hear(60, 'warehouse');
  expect(called()).toEqual(['warehouse']);
  hear(65, 'warehouse');
  expect(called()).toEqual(SLUGS);
});

test('a server of no group, and one whose group is well, is told of by the check that confirms it', () => {
  for (const second of [60, 65, 75]) hear(second, 'alone');
  for (const second of [60, 65, 75]) hear(second + 120, 'docs');
  expect(messages().map(({ at }) => (at - T0) / SECOND_MS)).toEqual([60, 180]);
  expect(
    db
      .select()
      .from(schema.news)
      .all()
      .map(({ raisedAt, settledAt }) => (settledAt ?? 0) - raisedAt),
  ).toEqual([0, 0]);
});

test('a server that comes and goes is told of as unstable, once, until it is steady', () => {
  let minute = 1;
  const say = (outcome: ReturnType<typeof failed>, checks: number) => {
    for (let check = 0; check < checks; check++) hear(60 * ++minute, 'alone', outcome);
  };
  for (let round = 0; round < 6; round++) {
    say(failed(), 3);
    say(answered(), 3);
  }
  const told = lines();
  expect(told.filter((line) => line.startsWith('alone is now unstable'))).toHaveLength(1);
  expect(messages().at(-1)).toMatchObject({ event: 'outage_worsened', isUnstable: true, severity: 'high' });
  say(answered(), 40);
  expect(lines().slice(told.length)).toEqual([expect.stringMatching(/^alone is stable again, after /)]);
});

test('a server that is paused in its trouble is told of as not watched', () => {
  for (const minute of [1, 2, 3]) hear(60 * minute, 'alone');
  const endpoints = rolls.map(({ endpoint }) => ({ ...endpoint, paused: endpoint.slug === 'alone' }));
  syncEndpoints(db, { endpoints, brokenFiles: [], isFound: true }, T0 + 10 * MINUTE_MS);
  tell(T0 + 10 * MINUTE_MS);
  expect(lines().at(-1)).toBe('alone is not watched any more');
});

test('news that nobody was told of before a kill is told after it, once', () => {
  for (const second of [60, 65]) hear(second, 'alone');
  rolls.at(-1)?.visit(T0 + 75 * SECOND_MS, failed());
  db.update(schema.news).set({ settledAt: null, threadKey: null }).run();
  db.delete(schema.alerts).run();
  db.delete(schema.threads).run();
  tell(T0 + 200 * SECOND_MS);
  tell(T0 + 201 * SECOND_MS);
  expect(lines()).toEqual(['alone is down: connection refused, since 14:01']);
});

test('trouble can be acknowledged by its links, what is over cannot', () => {
  const signLinks = createLinkSigner('s'.repeat(32));
  rolls.at(-1)?.visit(T0 + 60 * SECOND_MS, failed());
  for (const second of [65, 75, 80, 85]) {
    const now = T0 + second * SECOND_MS;
    rolls.at(-1)?.visit(now, second < 80 ? failed() : answered());
  }
  db.update(schema.news).set({ settledAt: null, threadKey: null }).run();
  db.delete(schema.alerts).run();
  for (const now of [T0 + MINUTE_MS, T0 + 2 * MINUTE_MS]) tellNews(db, { alerting, signLinks }, now);
  const [opened, resolved] = messages();
  expect(opened?.links).toMatchObject({
    server: 'https://status.acme.example/servers/alone',
    acknowledge: expect.stringContaining('https://status.acme.example/alerts/acknowledge?token='),
    snooze: expect.stringContaining('https://status.acme.example/alerts/snooze?token='),
  });
  expect(resolved?.links).toMatchObject({ acknowledge: null, snooze: null });
});
