// Stretches in which nothing beyond this machine could be reached: Rollcall was cut off, the servers were not down.
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

export const networkLosses = sqliteTable('network_losses', {
  /** The first of the calls that failed together. */
  startAt: integer('start_at').primaryKey(),
  /** The call that completed the picture. */
  foundAt: integer('found_at').notNull(),
  /** The first call that was answered again; null while it lasts. */
  endAt: integer('end_at'),
  /** How many servers failed together. */
  serverCount: integer('server_count').notNull(),
});

export type NetworkLossRow = typeof networkLosses.$inferSelect;
