// What happened to endpoints besides their status, each once, in the transaction of the check that found it.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import { type EndpointEvent, EVENT_KINDS } from '@/lib/core/status/event';

export const events = sqliteTable(
  'events',
  {
    id: integer('id').primaryKey(),
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    kind: text('kind', { enum: EVENT_KINDS }).notNull(),
    /** Written once: a happening that is come upon again is the same one (lib/core/status/event.ts). */
    dedupKey: text('dedup_key').notNull().unique(),
    details: text('details', { mode: 'json' }).$type<EndpointEvent>().notNull(),
  },
  (table) => [index('events_by_kind').on(table.endpointId, table.kind, table.at)],
);

export type EventRow = typeof events.$inferSelect;
