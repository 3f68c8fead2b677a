// Announced work, as instants: written from the configuration for the coming months, kept for ever once it has begun.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const maintenanceWindows = sqliteTable(
  'maintenance_windows',
  {
    id: integer('id').primaryKey(),
    /** Found again by it when the configuration is read anew (lib/config/maintenance/coming-windows.ts). */
    uid: text('uid').notNull().unique(),
    title: text('title').notNull(),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    /** IANA name: the zone in which it was planned. */
    timezone: text('timezone').notNull(),
    /** Slugs it covers; empty means all. */
    servers: text('servers', { mode: 'json' }).$type<string[]>().notNull(),
    announcedAt: integer('announced_at').notNull(),
    /** Last time that anything above changed. */
    changedAt: integer('changed_at').notNull(),
    /** Who ended it early; null when it ran as planned. */
    endedBy: text('ended_by'),
  },
  (table) => [index('maintenance_windows_by_end').on(table.endAt)],
);

export type MaintenanceWindowRow = typeof maintenanceWindows.$inferSelect;
