// Counters per endpoint and bucket. Pages read these, never raw checks, so their cost does not grow with history.
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { GRAINS } from '@/lib/core/history/rollup';

export const rollups = sqliteTable(
  'rollups',
  {
    endpointId: integer('endpoint_id').notNull(),
    grain: text('grain', { enum: GRAINS }).notNull(),
    /** Start of the hour or day, UTC. */
    bucketAt: integer('bucket_at').notNull(),
    upMs: integer('up_ms').notNull(),
    degradedMs: integer('degraded_ms').notNull(),
    downMs: integer('down_ms').notNull(),
    lockedMs: integer('locked_ms').notNull(),
    unknownMs: integer('unknown_ms').notNull(),
    maintenanceMs: integer('maintenance_ms').notNull(),
    pausedMs: integer('paused_ms').notNull(),
    blindMs: integer('blind_ms').notNull(),
    upChecks: integer('up_checks').notNull(),
    degradedChecks: integer('degraded_checks').notNull(),
    downChecks: integer('down_checks').notNull(),
    lockedChecks: integer('locked_checks').notNull(),
    /** Encoded as lib/core/history/latency-sketch.ts says. */
    latency: blob('latency', { mode: 'buffer' }),
  },
  (table) => [primaryKey({ columns: [table.endpointId, table.grain, table.bucketAt] })],
);

export type RollupRow = typeof rollups.$inferSelect;
