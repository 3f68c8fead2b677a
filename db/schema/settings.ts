// Single values by name: page settings, configuration problems, the loop's heartbeat. The bus from the worker, which
// reads the configuration, to the pages, which do not.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
});
