// How each dependency was, day by day: milliseconds per state. At most 50 names a day and endpoint.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const dependencyDays = sqliteTable(
  'dependency_days',
  {
    endpointId: integer('endpoint_id').notNull(),
    /** Start of the day, UTC. */
    dayAt: integer('day_at').notNull(),
    name: text('name').notNull(),
    okMs: integer('ok_ms').notNull(),
    degradedMs: integer('degraded_ms').notNull(),
    failedMs: integer('failed_ms').notNull(),
    unknownMs: integer('unknown_ms').notNull(),
    maintenanceMs: integer('maintenance_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.endpointId, table.dayAt, table.name] })],
);

export type DependencyDayRow = typeof dependencyDays.$inferSelect;
