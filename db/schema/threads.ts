// What receivers see as one matter: the outage of a server, or of those of a group that failed together. All that is told
// of it has its key.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const threads = sqliteTable(
  'threads',
  {
    /** `dedupKey` of its alerts. */
    key: text('key').primaryKey(),
    /** Others of this group may join; null when nobody may. */
    groupName: text('group_name'),
    openedAt: integer('opened_at').notNull(),
    /** When those who joined were told of; then nobody joins any more. */
    followedUpAt: integer('followed_up_at'),
    /** Null while it lasts. */
    endedAt: integer('ended_at'),
    acknowledgedAt: integer('acknowledged_at'),
    /** A name; null when it came by a link that names nobody. */
    acknowledgedBy: text('acknowledged_by'),
    snoozedAt: integer('snoozed_at'),
    snoozedUntil: integer('snoozed_until'),
    snoozedBy: text('snoozed_by'),
  },
  (table) => [index('threads_open').on(table.openedAt).where(sql`ended_at is null`)],
);

export type ThreadRow = typeof threads.$inferSelect;
