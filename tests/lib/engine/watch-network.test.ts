// Rule 10 in made-up time, with real claims and transactions: when nobody beyond this machine answers, it is not the servers.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { DEFAULT_POLICY, type Endpoint } from '@/lib/core/endpoint';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { readOverview } from '@/lib/reads/overview';
import { memoryDb } from '@/tests/database';
import { anEndpoint, answered, failed } from '@/tests/fixtures/endpoints';
import { type Simulation, simulate } from '@/tests/fixtures/simulation';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const END = T0 + 45 * MINUTE_MS;
let db: Db;
let simulation: Simulation;
/** Who answers at an instant; everybody unless the test says otherwise. */
let isAnswering: (slug: string, at: number) => boolean;

const UNREACHABLE = { stage: 'reach', code: 'unreachable', message: 'no route to the host', detail: null } as const;

function on(host: string, slug: string, values: Partial<Endpoint> = {}): Endpoint {
  return anEndpoint({
    slug,
    target: { kind: 'http', url: `https://${host}/${slug}`, headers: {}, dialect: 'auto' },
    ...values,
  });
}

const FOUR = [on('a.example', 'one'), on('a.example', 'two'), on('b.example', 'three'), on('c.example', 'four')];
const outages = () => db.select().from(schema.outages).all();
const losses = () => db.select().from(schema.networkLosses).all();
const events = () =>
  db
    .select()
    .from(schema.news)
    .all()
    .map(({ event }) => event);
const statuses = () =>
  db
    .select()
    .from(schema.endpointStates)
    .all()
    .map(({ status }) => status);
const dayMs = (slug: string) => {
  const id = db
    .select()
    .from(schema.endpoints)
    .all()
    .find((row) => row.slug === slug)?.id;
  return db
    .select()
    .from(schema.rollups)
    .all()
    .find((row) => row.endpointId === id && row.grain === 'day');
};

beforeEach(() => {
  db = memoryDb();
  isAnswering = () => true;
  simulation = simulate(
    () => db,
    T0,
    (slug, at) => (isAnswering(slug, at) ? answered() : failed(UNREACHABLE)),
  );
});

describe('a lost network', () => {
  test.each([
    ['with the usual policy', {}],
    ['when one check confirms', { confirm: 1 }],
    ['when ten checks confirm', { confirm: 10 }],
  ])('%s turns nobody down, is told once, and the time is blind from the first failure on', (_name, policy) => {
    simulation.adopt(FOUR.map((endpoint) => ({ ...endpoint, policy: { ...DEFAULT_POLICY, ...policy } })));
    const lostAt = T0 + 10 * MINUTE_MS + 17 * SECOND_MS;
    const backAt = lostAt + 20 * MINUTE_MS;
    isAnswering = (_slug, at) => at < lostAt || at >= backAt;
    simulation.runUntil(backAt);
    expect(statuses()).toEqual(['up', 'up', 'up', 'up']);
    const [loss] = losses();
    expect(losses()).toMatchObject([{ endAt: null, serverCount: 4 }]);
    expect((loss?.startAt ?? 0) - lostAt).toBeGreaterThanOrEqual(0);
    expect((loss?.startAt ?? 0) - lostAt).toBeLessThan(MINUTE_MS);
    expect((loss?.foundAt ?? 0) - (loss?.startAt ?? 0)).toBeLessThanOrEqual(MINUTE_MS);
    expect(readOverview(backAt, db).networkLostSince).toBe(loss?.startAt);

    simulation.runUntil(END);
    expect(outages()).toEqual([]);
    expect(events()).toEqual(['network_lost', 'network_back']);
    expect(losses()).toMatchObject([{ endAt: expect.any(Number) }]);
    expect(readOverview(END, db).networkLostSince).toBeNull();
    for (const { slug } of FOUR) {
      const booked = dayMs(slug);
      expect(booked?.downMs).toBe(0);
      expect(Math.abs((booked?.blindMs ?? 0) - 20 * MINUTE_MS), slug).toBeLessThanOrEqual(MINUTE_MS);
      expect((booked?.upMs ?? 0) + (booked?.blindMs ?? 0)).toBeGreaterThan(43 * MINUTE_MS);
    }
  });

  test('leaves an outage open that was there before, and the outage of one that never came back opens after it', () => {
    simulation.adopt(FOUR);
    const lostAt = T0 + 20 * MINUTE_MS;
    const backAt = T0 + 30 * MINUTE_MS;
    const deadSince = { one: T0 + 5 * MINUTE_MS, two: T0 + 25 * MINUTE_MS };
    isAnswering = (slug, at) =>
      (at < lostAt || at >= backAt) && at < (slug in deadSince ? deadSince[slug === 'one' ? 'one' : 'two'] : END);
    simulation.runUntil(END);
    const [first, second, ...others] = outages();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ status: 'down', endedAt: null });
    expect((first?.startedAt ?? 0) - deadSince.one).toBeLessThan(MINUTE_MS);
    expect((second?.startedAt ?? 0) - backAt).toBeGreaterThanOrEqual(0);
    expect((second?.startedAt ?? 0) - backAt).toBeLessThan(2 * MINUTE_MS);
    expect(events()).toEqual(['outage_opened', 'network_lost', 'network_back', 'outage_opened']);
  });

  test('outlasts a restart in the middle of it, and is not told again', () => {
    simulation.adopt(FOUR);
    isAnswering = (_slug, at) => at < T0 + 10 * MINUTE_MS || at >= T0 + 40 * MINUTE_MS;
    simulation.runUntil(T0 + 20 * MINUTE_MS);
    const successor = simulate(
      () => db,
      simulation.now,
      (slug, at) => (isAnswering(slug, at) ? answered() : failed(UNREACHABLE)),
    );
    successor.adopt(FOUR);
    successor.runUntil(END);
    expect(events()).toEqual(['network_lost', 'network_back']);
    expect(outages()).toEqual([]);
  });

  test('a newcomer that joins meanwhile is not shown as down', () => {
    simulation.adopt(FOUR);
    isAnswering = (_slug, at) => at < T0 + 10 * MINUTE_MS;
    simulation.runUntil(T0 + 20 * MINUTE_MS);
    simulation.adopt([...FOUR, on('d.example', 'five')]);
    simulation.runUntil(T0 + 30 * MINUTE_MS);
    expect(readOverview(simulation.now, db).servers.map(({ status }) => status)).toEqual([
      'up',
      'up',
      'up',
      'up',
      'unknown',
    ]);
  });
});

describe('what is no lost network', () => {
  test.each<[string, Endpoint[]]>([
    ['two servers', FOUR.slice(0, 3).filter(({ slug }) => slug !== 'two')],
    ['three on one host', ['one', 'two', 'three'].map((slug) => on('a.example', slug))],
    ['three on this machine', ['one', 'two', 'three'].map((slug, i) => on(`127.0.0.${i + 1}`, slug))],
    ['two and one on this machine', [FOUR[0], FOUR[2], on('localhost', 'five')].filter((e) => e !== undefined)],
  ])('%s that fail together are down, without delay', (_name, endpoints) => {
    simulation.adopt(endpoints);
    const deadAt = T0 + 10 * MINUTE_MS;
    isAnswering = (_slug, at) => at < deadAt;
    simulation.runUntil(T0 + 13 * MINUTE_MS);
    expect(losses()).toEqual([]);
    expect(outages()).toHaveLength(endpoints.length);
    for (const { startedAt, confirmedAt } of outages())
      expect(confirmedAt - startedAt).toBeLessThanOrEqual(16 * SECOND_MS);
  });

  test('one dead server among those that answer is confirmed as fast as ever', () => {
    simulation.adopt(FOUR.slice(1));
    isAnswering = (slug, at) => slug !== 'four' || at < T0 + 10 * MINUTE_MS;
    simulation.runUntil(T0 + 15 * MINUTE_MS);
    const [outage] = outages();
    expect(losses()).toEqual([]);
    expect((outage?.confirmedAt ?? 0) - (outage?.startedAt ?? 0)).toBeLessThanOrEqual(16 * SECOND_MS);
  });

  test('all but one: those are down, for the one that answers says that the network is there', () => {
    simulation.adopt(FOUR);
    isAnswering = (slug, at) => slug === 'three' || at < T0 + 10 * MINUTE_MS;
    simulation.runUntil(T0 + 15 * MINUTE_MS);
    expect(losses()).toEqual([]);
    expect(outages().map(({ status }) => status)).toEqual(['down', 'down', 'down']);
  });

  test('a loss of servers too few to tell any more is over', () => {
    simulation.adopt(FOUR);
    isAnswering = (_slug, at) => at < T0 + 10 * MINUTE_MS;
    simulation.runUntil(T0 + 20 * MINUTE_MS);
    simulation.adopt(FOUR.slice(0, 2));
    simulation.runUntil(T0 + 25 * MINUTE_MS);
    expect(events().slice(0, 2)).toEqual(['network_lost', 'network_back']);
    expect(statuses().filter((status) => status === 'down')).toHaveLength(2);
  });
});
