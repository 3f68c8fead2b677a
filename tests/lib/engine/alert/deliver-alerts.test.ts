import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { createHttpSender } from '@/lib/alert/http-sender';
import { sendWebhook } from '@/lib/alert/webhook';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { CLAIM_MS, createDeliverer, type Deliverer, type SendAlert } from '@/lib/engine/alert/deliver-alerts';
import { createLogger } from '@/lib/log/logger';
import { createAddressFilter } from '@/lib/net/address-filter';
import { memoryDb } from '@/tests/database';
import { type AlertReceiver, alertReceiver } from '@/tests/fixtures/alert-receiver';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwrT4SxVxTsrQ=';
const ALERTING: Alerting = {
  page: { title: 'Acme tools', timezone: 'UTC', url: null },
  channels: ['oncall', 'chat'],
  routes: null,
};

let db: Db;
let roll: Roll;
let now: number;
let checkAt: number;
let receivers: Record<string, AlertReceiver>;
let lines: string[];
const deliverers: Deliverer[] = [];

beforeEach(async () => {
  db = memoryDb();
  // The signature carries the real time, and whoever verifies it looks at the real clock.
  now = Date.now();
  checkAt = now - HOUR_MS;
  roll = enroll(db, checkAt, { slug: 'billing-mcp' });
  roll.alerting = ALERTING;
  receivers = { oncall: await alertReceiver(), chat: await alertReceiver() };
  lines = [];
});

afterEach(async () => {
  for (const deliverer of deliverers.splice(0)) await deliverer.stop();
  for (const receiver of Object.values(receivers)) await receiver.close();
  db.$client.close();
});

const http = createHttpSender({ addresses: createAddressFilter([]), userAgent: 'Rollcall test' });

const send: SendAlert = ({ channel, message, previous, signal }) => {
  const mail = () => Promise.reject(new Error('no mail is sent here'));
  const url = receivers[channel]?.url ?? '';
  return sendWebhook({ type: 'webhook', url, secret: SECRET }, message, {
    http,
    mail,
    now: () => now,
    signal,
    previous,
  });
};

function start(channels = ['oncall'], given: Partial<Parameters<typeof createDeliverer>[0]> = {}): Deliverer {
  const log = createLogger('test', { write: (line) => void lines.push(line) });
  const deps = { db, send, channels: () => channels, now: () => now, log, random: () => 0.5, ...given };
  const deliverer = createDeliverer(deps);
  deliverers.push(deliverer);
  return deliverer;
}

async function settle(deliverer: Deliverer): Promise<void> {
  deliverer.deliver();
  await vi.waitFor(() => expect(deliverer.running()).toBe(0), { interval: 2 });
}

/** Three checks that hear the same: the server is confirmed down, or up again. */
function hear(outcome: ReturnType<typeof failed>): void {
  for (let check = 0; check < 3; check++) {
    checkAt += MINUTE_MS;
    roll.visit(checkAt, outcome);
  }
}

const bodies = (name = 'oncall') => (receivers[name]?.received ?? []).map(({ body }) => JSON.parse(body));
const rows = (channel = 'oncall') =>
  db
    .select()
    .from(schema.deliveries)
    .all()
    .filter((row) => row.channel === channel);

test('a server that dies is told of, signed, and its recovery goes to the same place under the same key', async () => {
  const deliverer = start();
  hear(answered());
  hear(failed());
  await settle(deliverer);
  hear(answered());
  await settle(deliverer);
  const [opened, resolved] = bodies();
  expect(opened).toMatchObject({ type: 'outage.opened', data: { severity: 'critical', status: 'down' } });
  expect(opened.data.firstLine).toMatch(/^billing-mcp is down: connection refused, since \d\d:\d\d$/);
  expect(resolved).toMatchObject({ type: 'outage.resolved', data: { dedupKey: opened.data.dedupKey } });
  expect(bodies()).toHaveLength(2);
  for (const { headers, body } of receivers.oncall?.received ?? []) {
    const signed = {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    };
    expect(() => new Webhook(SECRET).verify(body, signed)).not.toThrow();
  }
  expect(rows()).toMatchObject([
    { state: 'delivered', attempts: 1, claimedUntil: null, deliveredAt: now, lastCode: null },
    { state: 'delivered', attempts: 1 },
  ]);
});

describe('a receiver in trouble', () => {
  test('is asked again later and later; the recovery waits for its turn', async () => {
    const deliverer = start();
    receivers.oncall?.answers.push({ status: 500 }, { status: 503 }, { status: 500 });
    hear(failed());
    hear(answered());
    await settle(deliverer);
    await settle(deliverer);
    expect(bodies()).toHaveLength(1);
    expect(rows()).toMatchObject([
      {
        state: 'pending',
        attempts: 1,
        nextAttemptAt: now + 5 * SECOND_MS,
        lastCode: 'server_error',
        claimedUntil: null,
      },
      { state: 'pending', attempts: 0 },
    ]);
    now += 5 * SECOND_MS - 1;
    await settle(deliverer);
    expect(bodies()).toHaveLength(1);
    now += 1;
    await settle(deliverer);
    expect(rows()[0]).toMatchObject({ attempts: 2, nextAttemptAt: now + 10 * SECOND_MS });
    now += 10 * SECOND_MS;
    await settle(deliverer);
    now += 20 * SECOND_MS;
    await settle(deliverer);
    expect(bodies().map(({ type }) => type)).toEqual([...Array(4).fill('outage.opened'), 'outage.resolved']);
    // One happening: whoever got it twice can tell.
    expect(
      new Set(
        bodies()
          .slice(0, 4)
          .map(({ data }) => data.id),
      ).size,
    ).toBe(1);
  });

  test('is left alone for as long as it asks', async () => {
    const deliverer = start();
    receivers.oncall?.answers.push({ status: 429, headers: { 'retry-after': '120' } });
    hear(failed());
    await settle(deliverer);
    expect(rows()[0]?.lastCode).toBe('throttled');
    expect((rows()[0]?.nextAttemptAt ?? 0) - now).toBeGreaterThanOrEqual(120 * SECOND_MS);
  });

  test('is given up at once when it is gone, which is logged; what follows is not sent there', async () => {
    const deliverer = start();
    receivers.oncall?.answers.push({ status: 410 });
    hear(failed());
    await settle(deliverer);
    expect(rows()).toMatchObject([{ state: 'given_up', attempts: 1, lastCode: 'gone' }]);
    expect(lines.join()).toContain('an alert was given up');
    hear(answered());
    await settle(deliverer);
    expect(rows()).toHaveLength(1);
  });

  test('is given up after a day', async () => {
    const deliverer = start(['oncall'], {
      send: async () => ({ kind: 'failed', isPermanent: false, retryAfterMs: null, code: 'timeout', answer: 'no' }),
    });
    hear(failed());
    for (let attempt = 0; attempt < 100 && rows()[0]?.state === 'pending'; attempt++) {
      await settle(deliverer);
      now = Math.max(now, rows()[0]?.nextAttemptAt ?? 0);
    }
    expect(rows()[0]?.state).toBe('given_up');
    expect(now - (rows()[0]?.firstAttemptAt ?? 0)).toBeGreaterThan(DAY_MS - HOUR_MS);
    expect(rows()[0]?.attempts).toBeLessThan(70);
  });

  test('does not delay another', async () => {
    const deliverer = start(['oncall', 'chat']);
    receivers.oncall?.answers.push('hang');
    hear(failed());
    deliverer.deliver();
    await vi.waitFor(() => expect(rows('chat')[0]?.state).toBe('delivered'));
    expect(rows('oncall')[0]?.state).toBe('pending');
    expect(deliverer.running()).toBe(1);
  });
});

test('what a killed process had claimed is sent when its claim has run out, and not before', async () => {
  const killed = start(['oncall'], { send: () => new Promise(() => {}) });
  hear(failed());
  killed.deliver();
  deliverers.splice(0);
  const next = start();
  await settle(next);
  expect(bodies()).toHaveLength(0);
  now += CLAIM_MS;
  await settle(next);
  expect(bodies()).toHaveLength(1);
  expect(rows()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

test('a shutdown gives back what is being sent, and it is no attempt', async () => {
  receivers.oncall?.answers.push('hang');
  const stopped = start();
  hear(failed());
  stopped.deliver();
  await vi.waitFor(() => expect(bodies()).toHaveLength(1));
  await stopped.stop();
  expect(rows()).toMatchObject([{ state: 'pending', attempts: 0, claimedUntil: null }]);
  await settle(start());
  expect(bodies()).toHaveLength(2);
});

test('two processes send each alert once', async () => {
  hear(failed());
  hear(answered());
  const both = [start(), start()];
  for (const deliverer of both) deliverer.deliver();
  for (const deliverer of both) await settle(deliverer);
  for (const deliverer of both) await settle(deliverer);
  expect(bodies().map(({ type }) => type)).toEqual(['outage.opened', 'outage.resolved']);
});

test('what is meant for a channel that cannot be used waits for it, for a day', async () => {
  hear(failed());
  await settle(start(['chat']));
  expect(rows('oncall')).toMatchObject([{ state: 'pending', attempts: 0 }]);
  await settle(start(['oncall', 'chat']));
  expect(rows('oncall')[0]?.state).toBe('delivered');
  hear(answered());
  now += 2 * DAY_MS;
  await settle(start(['chat']));
  expect(rows('oncall')[1]).toMatchObject({ state: 'given_up', lastCode: 'misconfigured' });
});

test('a bug in the sending is logged, and tried again', async () => {
  const deliverer = start(['oncall'], { send: () => Promise.reject(new TypeError('nothing is not a function')) });
  hear(failed());
  await settle(deliverer);
  expect(rows()).toMatchObject([{ state: 'pending', attempts: 1, claimedUntil: null }]);
  expect(lines.join()).toContain('nothing is not a function');
});
