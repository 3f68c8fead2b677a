// Which outages an incident holds, and how far the machine has told of each.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import { incidents } from '@/db/schema/incidents';
import { outages } from '@/db/schema/outages';
import { FAILURE_CODES, STAGES } from '@/lib/core/failure';

export const incidentOutages = sqliteTable(
  'incident_outages',
  {
    incidentId: integer('incident_id')
      .notNull()
      .references(() => incidents.id, { onDelete: 'cascade' }),
    outageId: integer('outage_id')
      .notNull()
      .references(() => outages.id, { onDelete: 'cascade' }),
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    /** The worst that was told of it. */
    status: text('status', { enum: ['degraded', 'down'] }).notNull(),
    stage: text('stage', { enum: STAGES }),
    code: text('code', { enum: FAILURE_CODES }),
    /** Start of the outage. */
    startedAt: integer('started_at').notNull(),
    /** Its end, or when nobody called the server any more; null while it lasts. */
    endedAt: integer('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.outageId] }),
    index('incident_outages_by_outage').on(table.outageId),
    index('incident_outages_open').on(table.endpointId).where(sql`ended_at is null`),
  ],
);

export type IncidentOutageRow = typeof incidentOutages.$inferSelect;
