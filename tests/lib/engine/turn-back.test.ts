import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as schema from '@/db/schema';
import { testMessage } from '@/lib/core/alert/test-message';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { CLAIM_MS } from '@/lib/engine/alert/deliver-alerts';
import { enqueueFor } from '@/lib/engine/alert/outbox';
import { turnBack } from '@/lib/engine/turn-back';
import { memoryDb } from '@/tests/database';

const NOW = Date.UTC(2026, 10, 22, 13, 0);
const OLD = NOW + HOUR_MS;

test('messages that were planned by the old clock are tried at once, those that quiet hours hold are not', () => {
  const db = memoryDb();
  const page = { title: 'Acme tools', timezone: 'UTC', url: null };
  for (const channel of ['tried again', 'being sent by a killed process', 'being sent', 'held']) {
    enqueueFor(db, [channel], testMessage({ id: channel, page }, OLD), OLD);
  }
  const plan = (id: number, values: Partial<typeof schema.deliveries.$inferInsert>) =>
    db.update(schema.deliveries).set(values).where(eq(schema.deliveries.id, id)).run();
  plan(1, { nextAttemptAt: OLD + 20 * MINUTE_MS });
  plan(2, { claimedUntil: OLD + CLAIM_MS });
  plan(3, { nextAttemptAt: NOW - 1, claimedUntil: NOW + CLAIM_MS });
  plan(4, { nextAttemptAt: OLD + 8 * HOUR_MS, heldUntil: OLD + 8 * HOUR_MS });
  turnBack(db, NOW);
  expect(db.select().from(schema.deliveries).orderBy(schema.deliveries.id).all()).toMatchObject([
    { nextAttemptAt: NOW, claimedUntil: null },
    { nextAttemptAt: NOW, claimedUntil: null },
    { nextAttemptAt: NOW - 1, claimedUntil: NOW + CLAIM_MS },
    { nextAttemptAt: OLD + 8 * HOUR_MS, heldUntil: OLD + 8 * HOUR_MS },
  ]);
  db.$client.close();
});
