// The tools an endpoint listed, a row only when the list changed. A list that comes back is the row it was.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';

export const catalogues = sqliteTable(
  'catalogues',
  {
    id: integer('id').primaryKey(),
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    /** SHA-256 over the canonical list, independent of order. */
    hash: text('hash').notNull(),
    tools: text('tools', { mode: 'json' }).$type<CatalogueTool[]>().notNull(),
    /** Which list is the present one is in endpoint_states. */
    firstSeenAt: integer('first_seen_at').notNull(),
  },
  (table) => [index('catalogues_by_endpoint').on(table.endpointId, table.firstSeenAt)],
);

export type CatalogueRow = typeof catalogues.$inferSelect;
