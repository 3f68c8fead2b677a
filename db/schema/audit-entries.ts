// What was changed in the panel: who, when, what, from, to. Rows are only added, and hold no secret.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: integer('id').primaryKey(),
    at: integer('at').notNull(),
    /** Null: nobody was signed in, such as at a failed sign-in. No reference: entries outlive their users. */
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    /** lib/core/access/audit.ts lists them. */
    action: text('action').notNull(),
    /** What it was done to, as people know it: a slug, a title, an address. */
    subject: text('subject').notNull(),
    /** Null where there is nothing to tell. */
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>(),
    after: text('after', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [index('audit_entries_by_at').on(table.at)],
);

export type AuditRow = typeof auditEntries.$inferSelect;
