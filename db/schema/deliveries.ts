// Each alert on its way to each channel, and what the other side answered.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { alerts } from '@/db/schema/alerts';
import { DELIVERY_CODES, type DeliveryReceipt } from '@/lib/core/alert/delivery';

export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer('id').primaryKey(),
    alertId: integer('alert_id')
      .notNull()
      .references(() => alerts.id, { onDelete: 'cascade' }),
    /** Name in the configuration. */
    channel: text('channel').notNull(),
    /** Of the alert: what is told of one outage arrives in its order. */
    dedupKey: text('dedup_key').notNull(),
    /** `dropped`: it was held until it was no news any more. */
    state: text('state', { enum: ['pending', 'delivered', 'given_up', 'dropped'] }).notNull(),
    /** Those begun, the present one too. */
    attempts: integer('attempts').notNull().default(0),
    firstAttemptAt: integer('first_attempt_at'),
    nextAttemptAt: integer('next_attempt_at').notNull(),
    /** Quiet hours hold it until then; null when they do not, or it was tried. */
    heldUntil: integer('held_until'),
    /** A process is at it until then; a claim that outlives its process simply runs out. */
    claimedUntil: integer('claimed_until'),
    /** Of the last attempt; null before the first, and after one that was delivered. */
    lastCode: text('last_code', { enum: DELIVERY_CODES }),
    /** What the other side said last: one redacted line. */
    lastAnswer: text('last_answer'),
    receipt: text('receipt', { mode: 'json' }).$type<DeliveryReceipt>(),
    deliveredAt: integer('delivered_at'),
  },
  (table) => [
    uniqueIndex('deliveries_by_alert').on(table.alertId, table.channel),
    index('deliveries_by_key').on(table.dedupKey, table.channel),
    // The queue: a year of what was delivered does not make it slower.
    index('deliveries_pending').on(table.channel, table.dedupKey, table.id).where(sql`state = 'pending'`),
  ],
);

export type DeliveryRow = typeof deliveries.$inferSelect;
