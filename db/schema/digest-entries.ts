// Alerts that can wait, each for the next digest of a channel.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { alerts } from '@/db/schema/alerts';

export const digestEntries = sqliteTable(
  'digest_entries',
  {
    id: integer('id').primaryKey(),
    alertId: integer('alert_id')
      .notNull()
      .references(() => alerts.id, { onDelete: 'cascade' }),
    /** Name in the configuration. */
    channel: text('channel').notNull(),
    /** Of the alert. */
    dedupKey: text('dedup_key').notNull(),
    dueAt: integer('due_at').notNull(),
    /** When the digest was written; null before. */
    gatheredAt: integer('gathered_at'),
  },
  (table) => [
    uniqueIndex('digest_entries_by_alert').on(table.alertId, table.channel),
    index('digest_entries_by_key').on(table.dedupKey),
    index('digest_entries_due').on(table.dueAt).where(sql`gathered_at is null`),
  ],
);

export type DigestEntryRow = typeof digestEntries.$inferSelect;
