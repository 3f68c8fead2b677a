import { beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { retryDelivery } from '@/lib/admin/alert/retry-delivery';
import { failedDelivery } from '@/lib/core/alert/delivery';
import { testMessage } from '@/lib/core/alert/test-message';
import { createDeliverer, type SendAlert } from '@/lib/engine/alert/deliver-alerts';
import { enqueueFor } from '@/lib/engine/alert/outbox';
import { createLogger } from '@/lib/log/logger';
import { readChannelAnswers, readDeliveries } from '@/lib/reads/deliveries';
import { memoryDb } from '@/tests/database';
import { ADA } from '@/tests/lib/admin/panel/desk';

const NOW = Date.UTC(2026, 10, 22, 13, 0);
const page = { title: 'Acme tools', timezone: 'UTC', url: null };
let db: Db;

beforeEach(() => {
  db = memoryDb();
});

function leave(channel: string, now: number): void {
  enqueueFor(db, [channel], testMessage({ id: `alert-${now}`, page }, now), now);
}

async function deliver(send: SendAlert, now: number): Promise<void> {
  const log = createLogger('test', { write: () => {} });
  const deliverer = createDeliverer({ db, send, channels: () => ['chat', 'oncall'], now: () => now, log });
  deliverer.deliver();
  await vi.waitFor(() => expect(deliverer.running()).toBe(0), { interval: 2 });
  await deliverer.stop();
}

const gone: SendAlert = async () => failedDelivery('gone', 'no such hook');
const taken: SendAlert = async () => ({ kind: 'delivered', receipt: null, answer: 'ok' });

test('a message goes to its channel alone, and the answer is in the log; what was given up can be tried once more', async () => {
  leave('chat', NOW);
  expect(retryDelivery(db, ADA, 1, NOW)).toEqual({ ok: false, code: 'not_given_up' });
  await deliver(gone, NOW);
  const [given] = readDeliveries({}, 10, db).deliveries;
  expect(given).toMatchObject({
    channel: 'chat',
    event: 'test',
    state: 'given_up',
    code: 'gone',
    answer: 'no such hook',
  });
  expect(given?.firstLine).toBe('A test from Acme tools, sent at 13:00');
  expect(retryDelivery(db, ADA, 1, NOW + 1_000)).toEqual({ ok: true });
  await deliver(taken, NOW + 1_000);
  expect(readDeliveries({}, 10, db).deliveries).toMatchObject([
    { state: 'delivered', attempts: 1, code: null, answer: 'ok' },
  ]);
  expect(retryDelivery(db, ADA, 99, NOW)).toEqual({ ok: false, code: 'not_found' });
});

test('the log is read newest first, page by page, and by channel', async () => {
  for (let i = 0; i < 5; i++) leave(i % 2 ? 'oncall' : 'chat', NOW + i);
  const first = readDeliveries({}, 2, db);
  expect(first.deliveries.map(({ id }) => id)).toEqual([5, 4]);
  const rest = readDeliveries({ beforeId: first.nextBeforeId ?? 0 }, 10, db);
  expect(rest).toMatchObject({ deliveries: [{ id: 3 }, { id: 2 }, { id: 1 }], nextBeforeId: null });
  expect(readDeliveries({ channel: 'oncall' }, 10, db).deliveries.map(({ id }) => id)).toEqual([4, 2]);
  expect(readChannelAnswers(db).size).toBe(0);
  await deliver(gone, NOW + 10);
  const answers = readChannelAnswers(db);
  expect([...answers.keys()].toSorted()).toEqual(['chat', 'oncall']);
  expect(answers.get('chat')).toMatchObject({ state: 'given_up', nextAttemptAt: null });
  expect(db.select().from(schema.alerts).all()).toHaveLength(5);
});
