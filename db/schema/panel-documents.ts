// What was configured in the panel, in the shape of the files it stands beside: an mcp.json, a rollcall.json, and what lies
// over both. One row a document, rewritten whole.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PANEL_DOCUMENTS } from '@/lib/core/access/panel-document';

export const panelDocuments = sqliteTable('panel_documents', {
  kind: text('kind', { enum: PANEL_DOCUMENTS }).primaryKey(),
  document: text('document', { mode: 'json' }).$type<unknown>().notNull(),
  /** Counts up: how the loop, and two people at once, notice a change. */
  version: integer('version').notNull(),
  changedAt: integer('changed_at').notNull(),
});
