// What /health said last of each dependency, by name.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';

export const dependencies = sqliteTable(
  'dependencies',
  {
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    state: text('state', { enum: ['ok', 'degraded', 'failed', 'unknown'] }).notNull(),
    /** Since when it has been in this state. */
    since: integer('since').notNull(),
    /** Its error text, redacted; for administrators, and for visitors only when the endpoint says so. */
    message: text('message'),
    checkedAt: integer('checked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.endpointId, table.name] })],
);

export type DependencyRow = typeof dependencies.$inferSelect;
