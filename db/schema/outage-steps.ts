// What became of each outage while it lasted, from its start on: one row for each confirmed change of status, stage or code.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { outages } from '@/db/schema/outages';
import { FAILURE_CODES, type FailureFacts, STAGES } from '@/lib/core/failure';
import { VERDICTS } from '@/lib/core/status/verdict';

export const outageSteps = sqliteTable(
  'outage_steps',
  {
    outageId: integer('outage_id')
      .notNull()
      .references(() => outages.id, { onDelete: 'cascade' }),
    /** Back-dated to the first check that showed it; it holds until the next step, or the end. */
    at: integer('at').notNull(),
    /** `up` in an unstable outage only. */
    status: text('status', { enum: VERDICTS }).notNull(),
    stage: text('stage', { enum: STAGES }),
    code: text('code', { enum: FAILURE_CODES }),
    /** Null when up. */
    message: text('message'),
    /** Of the message, for pages in another language; null where it has none, and in rows from before it was kept. */
    facts: text('facts', { mode: 'json' }).$type<FailureFacts>(),
  },
  (table) => [primaryKey({ columns: [table.outageId, table.at] })],
);

export type OutageStepRow = typeof outageSteps.$inferSelect;
