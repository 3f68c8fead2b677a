// Wrong passwords in a row per e-mail address, known to us or not, so that guessing ends whatever network it comes from.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const signInFailures = sqliteTable('sign_in_failures', {
  /** SHA-256 of the address in lower case: what was typed into the form may be a password. */
  emailHash: text('email_hash').primaryKey(),
  count: integer('count').notNull(),
  lastAt: integer('last_at').notNull(),
});
