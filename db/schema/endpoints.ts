// What is monitored and when it is called next. No URL that is called, header, command or variable is stored: those
// live in memory, read anew from the configuration.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ENDPOINT_TYPES } from '@/lib/core/endpoint';

export const endpoints = sqliteTable(
  'endpoints',
  {
    id: integer('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    description: text('description'),
    groupName: text('group_name'),
    /** Place on the page, in the order of the configuration. */
    position: integer('position').notNull(),
    type: text('type', { enum: ENDPOINT_TYPES }).notNull(),
    /** The address visitors may read; null unless the configuration names one for them. */
    publicUrl: text('public_url'),
    /** Configuration file that names it; null when it was made in the panel. */
    source: text('source'),
    intervalMs: integer('interval_ms').notNull(),
    timeoutMs: integer('timeout_ms').notNull(),
    confirm: integer('confirm').notNull(),
    recover: integer('recover').notNull(),
    slowAfterMs: integer('slow_after_ms').notNull(),
    hasHealth: integer('has_health', { mode: 'boolean' }).notNull(),
    isHealthPublic: integer('is_health_public', { mode: 'boolean' }).notNull(),
    isHidden: integer('is_hidden', { mode: 'boolean' }).notNull(),
    isPaused: integer('is_paused', { mode: 'boolean' }).notNull(),
    /** Why it is never contacted; null when it is. */
    problem: text('problem'),
    /** The variables that it waits for, when nothing else is wrong with it; null otherwise. */
    unsetVariables: text('unset_variables', { mode: 'json' }).$type<string[]>(),
    createdAt: integer('created_at').notNull(),
    /** Gone from the configuration; its history is kept. */
    archivedAt: integer('archived_at'),
    nextCheckAt: integer('next_check_at').notNull(),
    /** A process is at it until then; a claim that outlives its process simply runs out. */
    claimedUntil: integer('claimed_until'),
  },
  (table) => [index('endpoints_due').on(table.nextCheckAt)],
);

export type EndpointRow = typeof endpoints.$inferSelect;
