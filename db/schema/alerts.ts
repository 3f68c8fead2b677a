// The outbox: what is to be told, already worded, written in the transaction of what came to pass.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import { ALERT_EVENTS, ALERT_SEVERITIES, type AlertMessage } from '@/lib/core/alert/alert';

export const alerts = sqliteTable(
  'alerts',
  {
    id: integer('id').primaryKey(),
    /** The same for all that is told of one outage. */
    dedupKey: text('dedup_key').notNull(),
    event: text('event', { enum: ALERT_EVENTS }).notNull(),
    severity: text('severity', { enum: ALERT_SEVERITIES }).notNull(),
    /** Null when it is about Rollcall itself. */
    endpointId: integer('endpoint_id').references(() => endpoints.id, { onDelete: 'cascade' }),
    /** Without secrets: as every channel gets it. */
    message: text('message', { mode: 'json' }).$type<AlertMessage>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('alerts_by_endpoint').on(table.endpointId, table.id),
    index('alerts_by_key').on(table.dedupKey, table.id),
    index('alerts_by_time').on(table.createdAt),
  ],
);

export type AlertRow = typeof alerts.$inferSelect;
