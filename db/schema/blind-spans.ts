// Time in which Rollcall itself did not run; never counted as up or down.
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

export const blindSpans = sqliteTable('blind_spans', {
  startAt: integer('start_at').primaryKey(),
  endAt: integer('end_at').notNull(),
});
