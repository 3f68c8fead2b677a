import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { DEFAULT_POLICY, type Endpoint } from '@/lib/core/endpoint';
import type { Outcome, Probe } from '@/lib/core/outcome';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { createEngine, type Engine } from '@/lib/engine/engine';
import { createLogger } from '@/lib/log/logger';
import { memoryDb } from '@/tests/database';
import { anEndpoint, answered, failed, THROTTLED } from '@/tests/fixtures/endpoints';

let db: Db;
let now = Date.UTC(2026, 10, 22, 13, 0);
let lines: string[];
const engines: Engine[] = [];

beforeEach(() => {
  db = memoryDb();
  lines = [];
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

function start(probe: Probe<Endpoint>, limits = { network: 32, stdio: 2 }): Engine {
  const log = createLogger('test', { write: (line) => void lines.push(line) });
  const engine = createEngine({ db, probe, now: () => now, log, onChange: () => {}, limits });
  engines.push(engine);
  return engine;
}

/** Lets due checks start and all started ones end. */
async function settle(engine: Engine): Promise<void> {
  engine.tick();
  await vi.waitFor(() => expect(engine.running()).toBe(0));
}

const names = (count: number, values: Partial<Endpoint> = {}) =>
  Array.from({ length: count }, (_, index) => anEndpoint({ slug: `server-${index}`, ...values }));

describe('engine', () => {
  test('calls every newcomer within eight seconds, then each once a minute', async () => {
    const called: string[] = [];
    const engine = start(async ({ slug }) => {
      called.push(slug);
      return answered();
    });
    engine.adopt({ endpoints: names(10), brokenFiles: [], isFound: true });
    for (let second = 0; second <= 8; second++) {
      await settle(engine);
      now += 1_000;
    }
    expect(new Set(called).size).toBe(10);
    called.length = 0;
    for (let second = 0; second < 120; second++) {
      await settle(engine);
      now += 1_000;
    }
    const perServer = names(10).map(({ slug }) => called.filter((name) => name === slug).length);
    expect(Math.min(...perServer)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...perServer)).toBeLessThanOrEqual(3);
  });

  test('a slow check is not started twice, and does not hold up the others', async () => {
    let release = (_outcome: Outcome) => {};
    const calls: string[] = [];
    const engine = start(({ slug }) => {
      calls.push(slug);
      return slug === 'server-0'
        ? new Promise((resolve) => {
            release = resolve;
          })
        : Promise.resolve(answered());
    });
    engine.adopt({ endpoints: names(3), brokenFiles: [], isFound: true });
    now += 8_000;
    for (let tick = 0; tick < 5; tick++) {
      engine.tick();
      now += 500;
    }
    expect(calls.filter((slug) => slug === 'server-0')).toHaveLength(1);
    expect(new Set(calls).size).toBe(3);
    release(answered());
  });

  test('two engines on one database never check the same endpoint twice', async () => {
    const calls: string[] = [];
    const probe: Probe<Endpoint> = async ({ slug }) => {
      calls.push(slug);
      return answered();
    };
    const [a, b] = [start(probe), start(probe)];
    const wanted = { endpoints: names(20), brokenFiles: [], isFound: true };
    a.adopt(wanted);
    b.adopt(wanted);
    now += 8_000;
    a.tick();
    b.tick();
    await settle(a);
    await settle(b);
    expect(calls).toHaveLength(20);
  });

  test('no more checks at once than there is room', async () => {
    let running = 0;
    let most = 0;
    const probe: Probe<Endpoint> = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return answered();
    };
    const engine = start(probe, { network: 4, stdio: 1 });
    engine.adopt({ endpoints: names(12), brokenFiles: [], isFound: true });
    now += 8_000;
    // One tick is enough: whoever waits takes the place of the first to end.
    await settle(engine);
    expect(most).toBe(4);
    expect(db.select().from(schema.checks).all()).toHaveLength(12);
  });

  test('stopping aborts what runs, stores nothing of it, and leaves it due', async () => {
    const engine = start(
      (_endpoint, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        }),
    );
    engine.adopt({ endpoints: names(3), brokenFiles: [], isFound: true });
    now += 8_000;
    engine.tick();
    expect(engine.running()).toBe(3);
    await engine.stop();
    expect(engine.running()).toBe(0);
    expect(db.select().from(schema.checks).all()).toEqual([]);
    const rows = db.select().from(schema.endpoints).all();
    expect(rows.every(({ claimedUntil, nextCheckAt }) => claimedUntil === null && nextCheckAt <= now)).toBe(true);
    expect(lines).toEqual([]);
  });

  test('a bug in one check is logged, and that endpoint keeps its place', async () => {
    const engine = start(async ({ slug }) => {
      if (slug === 'server-0') throw new TypeError('oops');
      return answered();
    });
    engine.adopt({ endpoints: names(2), brokenFiles: [], isFound: true });
    now += 8_000;
    await settle(engine);
    expect(lines.join('')).toContain('oops');
    expect(db.select().from(schema.checks).all()).toHaveLength(1);
    const broken = db
      .select()
      .from(schema.endpoints)
      .all()
      .find(({ slug }) => slug === 'server-0');
    expect(broken?.claimedUntil).toBeNull();
    expect(broken?.nextCheckAt).toBeGreaterThan(now);
  });

  test('a database that fails under a check is logged: the process lives, and the place is free again', async () => {
    let release = (_outcome: Outcome) => {};
    const probe: Probe<Endpoint> = () => new Promise((resolve) => (release = resolve));
    const engine = start(probe, { network: 1, stdio: 1 });
    // Two, so that the end of the first would start the second.
    engine.adopt({ endpoints: names(2), brokenFiles: [], isFound: true });
    now += 8_000;
    engine.tick();
    db.$client.close();
    release(answered());
    await vi.waitFor(() => expect(engine.running()).toBe(0));
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'a check ended in a bug',
      'a check could not be brought to its end',
      'the free place could not be filled before the next tick',
    ]);
  });

  test('a full disk ends nothing, and once there is room everything goes on', async () => {
    const called: string[] = [];
    const engine = start(async ({ slug }) => {
      called.push(slug);
      // A list that takes a page of its own.
      return answered([`tool-${called.length}-${'x'.repeat(5_000)}`]);
    });
    engine.adopt({ endpoints: names(3), brokenFiles: [], isFound: true });
    const minutes = async (count: number) => {
      for (let second = 0; second < count * 60; second += 5) {
        try {
          await settle(engine);
        } catch (error) {
          // A timer logs it and runs again.
          expect(String(error)).toContain('full');
        }
        now += 5_000;
      }
    };
    await minutes(1);
    const pages = db.$client.pragma('page_count', { simple: true });
    db.$client.pragma(`max_page_count = ${pages}`);
    await minutes(4);
    expect(lines.join('')).toContain('database or disk is full');
    db.$client.pragma('max_page_count = 1000000');
    const stored = db.select().from(schema.checks).all().length;
    called.length = 0;
    await minutes(3);
    expect(new Set(called).size).toBe(3);
    expect(db.select().from(schema.checks).all().length).toBeGreaterThanOrEqual(stored + 6);
  });

  test('a claim left by a killed process runs out and the check is made', async () => {
    const engine = start(async () => answered());
    engine.adopt({ endpoints: names(1), brokenFiles: [], isFound: true });
    now += 8_000;
    db.update(schema.endpoints)
      .set({ claimedUntil: now + 10_000 })
      .run();
    await settle(engine);
    expect(db.select().from(schema.checks).all()).toEqual([]);
    now += 10_001;
    await settle(engine);
    expect(db.select().from(schema.checks).all()).toHaveLength(1);
  });

  test('a server that asks to be left alone is left alone, whatever happens to the configuration meanwhile', async () => {
    const calledAt: number[] = [];
    const engine = start(async () => {
      calledAt.push(now);
      return { ...failed(THROTTLED), retryAfterMs: 10 * MINUTE_MS };
    });
    const wanted = { endpoints: names(1), brokenFiles: [], isFound: true };
    engine.adopt(wanted);
    now += 8_000;
    await settle(engine);
    const sooner = names(1, { policy: { ...DEFAULT_POLICY, intervalMs: 10_000 } });
    for (const endpoints of [sooner, names(1, { paused: true }), names(1, { problem: 'X is not set' }), sooner]) {
      engine.adopt({ ...wanted, endpoints });
      for (let second = 0; second < 60; second++) {
        now += 1_000;
        await settle(engine);
      }
    }
    expect(calledAt).toHaveLength(1);
    now += 6 * MINUTE_MS;
    await settle(engine);
    expect(calledAt).toHaveLength(2);
  });

  test('a clock that is set back by an hour leaves every server its call a minute', async () => {
    const called: string[] = [];
    const engine = start(async ({ slug }) => {
      called.push(slug);
      return answered();
    });
    engine.adopt({ endpoints: names(3), brokenFiles: [], isFound: true });
    now += 8_000;
    await settle(engine);
    // One was being called when the machine lost power.
    db.update(schema.endpoints)
      .set({ claimedUntil: now + 15_000 })
      .where(eq(schema.endpoints.slug, 'server-0'))
      .run();
    now -= HOUR_MS;
    called.length = 0;
    for (let second = 0; second < 180; second++) {
      await settle(engine);
      now += 1_000;
    }
    const calls = names(3).map(({ slug }) => called.filter((name) => name === slug).length);
    expect(Math.min(...calls)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...calls)).toBeLessThanOrEqual(4);
  });

  test('a wait that a server asked for is kept when the clock is set back, and is no longer than it may be', async () => {
    const calledAt: number[] = [];
    const engine = start(async () => {
      calledAt.push(now);
      return { ...failed(THROTTLED), retryAfterMs: 10 * MINUTE_MS };
    });
    engine.adopt({ endpoints: names(1), brokenFiles: [], isFound: true });
    now += 8_000;
    await settle(engine);
    const stepped = async (minutes: number) => {
      for (let step = 0; step < minutes; step++) {
        now += MINUTE_MS;
        await settle(engine);
      }
    };
    now -= 5 * MINUTE_MS;
    await stepped(14);
    expect(calledAt).toHaveLength(1);
    await stepped(2);
    expect(calledAt).toHaveLength(2);
    now -= DAY_MS;
    await stepped(2);
    expect(calledAt).toHaveLength(3);
  });

  test('time without a beat is recorded as blind', async () => {
    const engine = start(async () => answered());
    engine.adopt({ endpoints: names(1), brokenFiles: [], isFound: true });
    await settle(engine);
    const gapAt = now;
    now += 10 * MINUTE_MS;
    await settle(engine);
    expect(db.select().from(schema.blindSpans).all()).toEqual([{ startAt: gapAt, endAt: now }]);
  });

  test('a machine that wakes up in 1970 has not been blind since then', async () => {
    const engine = start(async () => answered());
    await settle(engine);
    const offAt = now;
    now = 60_000;
    await settle(engine);
    now = offAt + 10_000;
    await settle(engine);
    expect(db.select().from(schema.blindSpans).all()).toEqual([]);
    now = 120_000;
    await settle(engine);
    now = offAt + 10 * MINUTE_MS;
    await settle(engine);
    expect(db.select().from(schema.blindSpans).all()).toEqual([{ startAt: offAt + 10_000, endAt: now }]);
  });
});
