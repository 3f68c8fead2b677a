// Secrets given in the panel, which documents and files name as `${secret:NAME}`.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const secrets = sqliteTable('secrets', {
  name: text('name').primaryKey(),
  /** AES-256-GCM under a key made from ROLLCALL_SECRET (lib/config/secrets/seal.ts). */
  sealed: text('sealed').notNull(),
  changedAt: integer('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});
