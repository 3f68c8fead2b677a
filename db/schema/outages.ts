// Stretches of confirmed trouble, back-dated to their first failing check. How each went is in outage_steps.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import { FAILURE_CODES, type FailureFacts, STAGES } from '@/lib/core/failure';

export const outages = sqliteTable(
  'outages',
  {
    id: integer('id').primaryKey(),
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    /** As it is now, or was at last; the good stretches of an unstable one aside. */
    status: text('status', { enum: ['degraded', 'down', 'locked'] }).notNull(),
    worst: text('worst', { enum: ['degraded', 'down', 'locked'] })
      .notNull()
      .default('down'),
    /** It came and went too often to be told apart; an open one lasts over short good stretches. */
    isUnstable: integer('is_unstable', { mode: 'boolean' }).notNull().default(false),
    startedAt: integer('started_at').notNull(),
    confirmedAt: integer('confirmed_at').notNull(),
    /** Start of its newest step. */
    changedAt: integer('changed_at').notNull().default(0),
    /** Null while it lasts. */
    endedAt: integer('ended_at'),
    /** Of the status above. */
    stage: text('stage', { enum: STAGES }),
    code: text('code', { enum: FAILURE_CODES }),
    message: text('message').notNull(),
    /** Of the message, for pages in another language; null where it has none, and in rows from before it was kept. */
    facts: text('facts', { mode: 'json' }).$type<FailureFacts>(),
  },
  (table) => [
    index('outages_by_endpoint').on(table.endpointId, table.startedAt),
    // One endpoint has at most one open outage: a second one is a bug, not data.
    uniqueIndex('outages_open').on(table.endpointId).where(sql`ended_at is null`),
  ],
);

export type OutageRow = typeof outages.$inferSelect;
