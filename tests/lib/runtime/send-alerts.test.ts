import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { readEnvironment } from '@/lib/config/environment/env';
import type { Outcome } from '@/lib/core/outcome';
import { MINUTE_MS } from '@/lib/core/time';
import { createDeliverer, type Deliverer } from '@/lib/engine/alert/deliver-alerts';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { createEngine, type Engine } from '@/lib/engine/engine';
import { createLogger } from '@/lib/log/logger';
import { type Follower, followConfig } from '@/lib/runtime/follow-config';
import { createAlertSender, usableChannels } from '@/lib/runtime/send-alerts';
import { memoryDb } from '@/tests/database';
import { type AlertReceiver, alertReceiver } from '@/tests/fixtures/alert-receiver';
import { noLinks } from '@/tests/fixtures/alerts';
import { answered, failed } from '@/tests/fixtures/endpoints';

let db: Db;
let folder: string;
let receiver: AlertReceiver;
let engine: Engine;
let follower: Follower;
let deliverer: Deliverer;
let now: number;
let heard: Outcome;
let lines: string[];

beforeEach(async () => {
  db = memoryDb();
  folder = mkdtempSync(join(tmpdir(), 'rollcall-alerts-'));
  receiver = await alertReceiver();
  now = Date.now() - 60 * MINUTE_MS;
  heard = failed();
  lines = [];
  writeFileSync(join(folder, 'mcp.json'), JSON.stringify({ mcpServers: { billing: { url: 'http://127.0.0.1:9/' } } }));
  const channel = { type: 'webhook', url: '${ALERT_TEST_URL}', headers: { 'x-key': '${ALERT_TEST_KEY}' } };
  writeFileSync(join(folder, 'rollcall.json'), JSON.stringify({ channels: { oncall: channel } }));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([engine.stop(), deliverer.stop()]);
  await receiver.close();
  rmSync(folder, { recursive: true });
});

/** As the loop wires them. */
function start(denyHosts: string[] = []): void {
  vi.stubEnv('ROLLCALL_CONFIG', folder);
  const result = readEnvironment(process.env);
  if (!result.ok) throw new Error('the environment of the test cannot be used');
  const log = createLogger('test', { write: (line) => void lines.push(line) });
  const clock = () => now;
  engine = createEngine({ db, probe: async () => heard, now: clock, log, onChange: () => {} });
  follower = followConfig({ db, engine, environment: result.environment, now: clock, log });
  const send = createAlertSender({ channels: follower.channels, denyHosts, userAgent: 'Rollcall test', now: clock });
  const channels = () => usableChannels(follower.channels());
  deliverer = createDeliverer({ db, send, channels, now: clock, log });
  follower.look();
}

/** Long enough to confirm anything. */
async function live(minutes: number): Promise<void> {
  for (let second = 0; second < minutes * 60; second += 5) {
    now += 5_000;
    engine.tick();
    await vi.waitFor(() => expect(engine.running()).toBe(0), { interval: 1 });
    const alerting = follower.alerting();
    if (alerting) tellNews(db, { alerting, signLinks: noLinks }, now);
    deliverer.deliver();
    await vi.waitFor(() => expect(deliverer.running()).toBe(0), { interval: 1 });
  }
}

const types = () => receiver.received.map(({ body }) => JSON.parse(body).type);

test('a channel of the configuration gets the outage and its end; its secrets are neither stored nor logged', async () => {
  vi.stubEnv('ALERT_TEST_URL', receiver.url);
  vi.stubEnv('ALERT_TEST_KEY', 'a-very-secret-key');
  start();
  await live(3);
  heard = answered();
  await live(3);
  expect(types()).toEqual(['outage.opened', 'outage.resolved']);
  expect(receiver.received[0]?.headers['x-key']).toBe('a-very-secret-key');
  const stored = JSON.stringify([db.select().from(schema.alerts).all(), db.select().from(schema.deliveries).all()]);
  for (const text of [stored, lines.join()]) {
    expect(text).not.toContain('a-very-secret-key');
    expect(text).not.toContain(receiver.url);
  }
});

test('a channel whose variable is not set is off, and its alerts wait', async () => {
  start();
  await live(3);
  expect(types()).toEqual([]);
  expect(db.select().from(schema.deliveries).all()).toMatchObject([
    { channel: 'oncall', state: 'pending', attempts: 0 },
  ]);
  expect(lines.join()).toContain('ALERT_TEST_URL is not set');
});

test('a receiver in a network that is never called is not called', async () => {
  vi.stubEnv('ALERT_TEST_URL', receiver.url);
  vi.stubEnv('ALERT_TEST_KEY', 'a-very-secret-key');
  start(['127.0.0.0/8']);
  await live(3);
  expect(types()).toEqual([]);
  expect(db.select().from(schema.deliveries).all()).toMatchObject([{ state: 'given_up', lastCode: 'blocked' }]);
});
