// Links with which somebody becomes a user, once. The first administrator's setup link is one of them, made by Rollcall.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from '@/lib/core/access/role';

export const invitations = sqliteTable('invitations', {
  id: integer('id').primaryKey(),
  /** SHA-256 of the token: who reads the database cannot use the link. */
  tokenHash: text('token_hash').notNull().unique(),
  role: text('role', { enum: ROLES }).notNull(),
  /** Whom it was meant for, as a note; null for the setup link. */
  note: text('note'),
  /** Null: Rollcall itself, at its first start. */
  createdBy: text('created_by'),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
});

export type InvitationRow = typeof invitations.$inferSelect;
