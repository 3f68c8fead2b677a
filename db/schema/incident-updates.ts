// What was told in an incident, step by step: a person's words, or the facts of which the machine's words are made.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { incidents } from '@/db/schema/incidents';
import {
  type AffectedChange,
  INCIDENT_ORIGINS,
  INCIDENT_STATUSES,
  type MachineNote,
} from '@/lib/core/incident/incident';

export const incidentUpdates = sqliteTable(
  'incident_updates',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    incidentId: integer('incident_id')
      .notNull()
      .references(() => incidents.id, { onDelete: 'cascade' }),
    status: text('status', { enum: INCIDENT_STATUSES }).notNull(),
    /** A person's words, Markdown; null when the machine tells. */
    body: text('body'),
    /** Null when a person tells. */
    note: text('note', { mode: 'json' }).$type<MachineNote>(),
    /** What it changed of the servers. */
    servers: text('servers', { mode: 'json' }).$type<AffectedChange[]>().notNull(),
    /** When it was so, which may be before it was written. */
    displayAt: integer('display_at').notNull(),
    authorKind: text('author_kind', { enum: INCIDENT_ORIGINS }).notNull(),
    /** As published; null: the team. */
    authorName: text('author_name'),
    /** Who wrote it, for administrators; null: the machine. */
    actor: text('actor'),
    createdAt: integer('created_at').notNull(),
    editedAt: integer('edited_at'),
    editedBy: text('edited_by'),
  },
  (table) => [index('incident_updates_by_incident').on(table.incidentId, table.displayAt)],
);

export type IncidentUpdateRow = typeof incidentUpdates.$inferSelect;
