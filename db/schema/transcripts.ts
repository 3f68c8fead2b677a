// The wire logs of two checks of each endpoint: the newest good one and the newest failing one. For administrators.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import type { Challenge, Failure } from '@/lib/core/failure';
import type { TranscriptLine } from '@/lib/core/outcome';
import { VERDICTS } from '@/lib/core/status/verdict';
import { TRANSCRIPT_KINDS } from '@/lib/core/transcript';

export const transcripts = sqliteTable(
  'transcripts',
  {
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: TRANSCRIPT_KINDS }).notNull(),
    // What every check asks for stands first: the rest may lie on overflow pages, which are then not read.
    at: integer('at').notNull(),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    failure: text('failure', { mode: 'json' }).$type<Failure>(),
    lines: text('lines', { mode: 'json' }).$type<TranscriptLine[]>().notNull(),
    stderrTail: text('stderr_tail'),
    challenge: text('challenge', { mode: 'json' }).$type<Challenge>(),
  },
  (table) => [primaryKey({ columns: [table.endpointId, table.kind] })],
);

export type TranscriptRow = typeof transcripts.$inferSelect;
