// What came to pass and is worth telling, as facts, written in the transaction of what came to pass. Told a moment later,
// together with what belongs to it (lib/core/alert/gather.ts): then it becomes alerts.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import { ALERT_EVENTS } from '@/lib/core/alert/alert';
import type { Happening } from '@/lib/core/alert/happening';

export const news = sqliteTable(
  'news',
  {
    id: integer('id').primaryKey(),
    /** The same for all that comes to pass in one outage of one server. */
    key: text('key').notNull(),
    event: text('event', { enum: ALERT_EVENTS }).notNull(),
    /** Null when it is about Rollcall itself, or about several servers. */
    endpointId: integer('endpoint_id').references(() => endpoints.id, { onDelete: 'cascade' }),
    /** Without secrets. */
    happening: text('happening', { mode: 'json' }).$type<Happening>().notNull(),
    raisedAt: integer('raised_at').notNull(),
    /** What it was told in; null before. */
    threadKey: text('thread_key'),
    /** When it was told, or found not to need a message of its own; null while it waits. */
    settledAt: integer('settled_at'),
  },
  (table) => [
    index('news_by_endpoint').on(table.endpointId, table.id),
    index('news_by_key').on(table.key, table.id),
    index('news_by_thread').on(table.threadKey, table.id),
    index('news_waiting').on(table.id).where(sql`settled_at is null`),
    index('news_by_time').on(table.raisedAt),
  ],
);

export type NewsRow = typeof news.$inferSelect;
