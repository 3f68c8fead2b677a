// What people read about trouble: one row each, opened by the machine or by a person, never deleted.
import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INCIDENT_IMPACTS, INCIDENT_ORIGINS, INCIDENT_STATUSES } from '@/lib/core/incident/incident';

export const incidents = sqliteTable(
  'incidents',
  {
    /** Also its public address: never used again. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** As a person wrote it; null while the machine's own words stand. */
    title: text('title'),
    status: text('status', { enum: INCIDENT_STATUSES }).notNull(),
    impact: text('impact', { enum: INCIDENT_IMPACTS }).notNull(),
    origin: text('origin', { enum: INCIDENT_ORIGINS }).notNull(),
    startedAt: integer('started_at').notNull(),
    /** Null while it lasts; kept by a post-mortem. */
    resolvedAt: integer('resolved_at'),
    /** Who answers for it in place of the machine; null while nobody does. */
    takenOverAt: integer('taken_over_at'),
    takenOverBy: text('taken_over_by'),
    isHidden: integer('is_hidden', { mode: 'boolean' }).notNull().default(false),
    /** It is told there now, and its address leads there. */
    mergedIntoId: integer('merged_into_id').references((): AnySQLiteColumn => incidents.id),
    createdAt: integer('created_at').notNull(),
    /** Null: the machine. */
    createdBy: text('created_by'),
    /** Last time that anything readers see of it changed. */
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('incidents_by_start').on(table.startedAt),
    index('incidents_unresolved').on(table.startedAt).where(sql`resolved_at is null`),
  ],
);

export type IncidentRow = typeof incidents.$inferSelect;
