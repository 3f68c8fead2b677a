import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { createEngine, type Engine } from '@/lib/engine/engine';
import { createLogger } from '@/lib/log/logger';
import { memoryDb } from '@/tests/database';
import { noLinks } from '@/tests/fixtures/alerts';
import { answered } from '@/tests/fixtures/endpoints';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const alerting: Alerting = {
  page: { title: 'Acme tools', timezone: 'Europe/Berlin', url: null },
  channels: ['chat'],
  routes: [{ to: ['chat'], severities: [], events: ['monitor_blind'], groups: [], servers: [] }],
};
const wanted = { endpoints: [], brokenFiles: [], isFound: true };

let db: Db;
let now: number;
let engine: Engine;

function start(): Engine {
  const log = createLogger('test', { write: () => {} });
  return createEngine({ db, probe: async () => answered(), now: () => now, log, onChange: () => {} });
}

beforeEach(() => {
  db = memoryDb();
  now = T0;
  engine = start();
  engine.adopt(wanted);
  engine.tick();
});

afterEach(() => engine.stop());

function lines(): string[] {
  tellNews(db, { alerting, signLinks: noLinks }, now);
  return db
    .select()
    .from(schema.alerts)
    .all()
    .map(({ message }) => message.firstLine);
}

test('a restart that took its time is told once', async () => {
  await engine.stop();
  now += 20 * MINUTE_MS;
  engine = start();
  engine.tick();
  engine.adopt(wanted);
  engine.tick();
  expect(lines()).toEqual(['Rollcall did not run from 14:00 to 14:20 (20 minutes)']);
  expect(db.select().from(schema.deliveries).all()).toMatchObject([{ channel: 'chat', state: 'pending' }]);
});

test('a machine that slept is told by the next beat', () => {
  now += 20 * MINUTE_MS;
  engine.tick();
  engine.tick();
  expect(lines()).toHaveLength(1);
});

test('a quick restart is no news, and neither is what lies days back', async () => {
  await engine.stop();
  now += 30_000;
  db.insert(schema.blindSpans)
    .values({ startAt: T0 - 3 * DAY_MS, endAt: T0 - 2 * DAY_MS })
    .run();
  engine = start();
  engine.tick();
  engine.adopt(wanted);
  expect(lines()).toEqual([]);
});
