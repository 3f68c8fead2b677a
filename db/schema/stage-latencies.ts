// How long each stage of a check took, per endpoint and bucket. Beside the rollups and not in them, so that the rows every
// page reads by the thousand stay small: only the chart of one server reads these.
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { GRAINS } from '@/lib/core/history/rollup';

export const stageLatencies = sqliteTable(
  'stage_latencies',
  {
    endpointId: integer('endpoint_id').notNull(),
    grain: text('grain', { enum: GRAINS }).notNull(),
    /** Start of the hour or day, UTC. */
    bucketAt: integer('bucket_at').notNull(),
    /** Each encoded as lib/core/history/latency-sketch.ts says; null when no check got so far. */
    reach: blob('reach', { mode: 'buffer' }),
    handshake: blob('handshake', { mode: 'buffer' }),
    tools: blob('tools', { mode: 'buffer' }),
  },
  (table) => [primaryKey({ columns: [table.endpointId, table.grain, table.bucketAt] })],
);

export type StageLatencyRow = typeof stageLatencies.$inferSelect;
