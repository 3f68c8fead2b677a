// One row a visit, kept 14 days. Clustered on (endpoint, time): half the size of a rowid table with an index, and
// the last day of one endpoint is one range.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { FAILURE_CODES, STAGES } from '@/lib/core/failure';
import { VERDICTS } from '@/lib/core/status/verdict';

export const checks = sqliteTable(
  'checks',
  {
    endpointId: integer('endpoint_id').notNull(),
    /** When it began. */
    at: integer('at').notNull(),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    stage: text('stage', { enum: STAGES }),
    code: text('code', { enum: FAILURE_CODES }),
    message: text('message'),
    latencyMs: integer('latency_ms'),
    reachMs: integer('reach_ms'),
    handshakeMs: integer('handshake_ms'),
    toolsMs: integer('tools_ms'),
    dependenciesMs: integer('dependencies_ms'),
    toolCount: integer('tool_count'),
  },
  (table) => [primaryKey({ columns: [table.endpointId, table.at] })],
);

export type CheckRow = typeof checks.$inferSelect;
