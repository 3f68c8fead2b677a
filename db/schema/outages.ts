// Intervals of confirmed non-up status, back-dated to their first failing check.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import { FAILURE_CODES, STAGES } from '@/lib/core/failure';

export const outages = sqliteTable(
  'outages',
  {
    id: integer('id').primaryKey(),
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    status: text('status', { enum: ['degraded', 'down', 'locked'] }).notNull(),
    startedAt: integer('started_at').notNull(),
    confirmedAt: integer('confirmed_at').notNull(),
    /** Null while it lasts. */
    endedAt: integer('ended_at'),
    stage: text('stage', { enum: STAGES }),
    code: text('code', { enum: FAILURE_CODES }),
    message: text('message').notNull(),
  },
  (table) => [
    index('outages_by_endpoint').on(table.endpointId, table.startedAt),
    // One endpoint has at most one open outage: a second one is a bug, not data.
    uniqueIndex('outages_open').on(table.endpointId).where(sql`ended_at is null`),
  ],
);

export type OutageRow = typeof outages.$inferSelect;
