// Announced work, as instants. Written anew from the configuration whenever it changes; past ones are kept.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const maintenanceWindows = sqliteTable(
  'maintenance_windows',
  {
    id: integer('id').primaryKey(),
    title: text('title').notNull(),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    /** Slugs it covers; empty means all. */
    servers: text('servers', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [index('maintenance_windows_by_end').on(table.endAt)],
);

export type MaintenanceWindowRow = typeof maintenanceWindows.$inferSelect;
