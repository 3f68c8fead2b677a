// What changed between two catalogues of an endpoint, worded when it was found. The lists themselves may be gone.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { catalogues } from '@/db/schema/catalogues';
import { endpoints } from '@/db/schema/endpoints';
import { DRIFT_KINDS, type DriftChange } from '@/lib/core/drift/drift-change';

export const drifts = sqliteTable(
  'drifts',
  {
    id: integer('id').primaryKey(),
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    /** When it was found first, and when last: a change that comes again counts on its row (lib/core/drift/drift-record.ts). */
    at: integer('at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    seenCount: integer('seen_count').notNull(),
    /** Null when that list is no longer kept. */
    fromCatalogueId: integer('from_catalogue_id').references(() => catalogues.id, { onDelete: 'set null' }),
    toCatalogueId: integer('to_catalogue_id').references(() => catalogues.id, { onDelete: 'set null' }),
    /** Of the worst change. */
    kind: text('kind', { enum: DRIFT_KINDS }).notNull(),
    /** Null while nobody has approved it. */
    approvedAt: integer('approved_at'),
    approvedBy: text('approved_by'),
    /** At most 32 K characters, worst first; empty when the list is back where this row began. */
    changes: text('changes', { mode: 'json' }).$type<DriftChange[]>().notNull(),
  },
  (table) => [
    index('drifts_by_endpoint').on(table.endpointId, table.lastSeenAt),
    // For the two references: forgetting a list would else read the whole table.
    index('drifts_by_from').on(table.fromCatalogueId),
    index('drifts_by_to').on(table.toCatalogueId),
  ],
);

export type DriftRow = typeof drifts.$inferSelect;
