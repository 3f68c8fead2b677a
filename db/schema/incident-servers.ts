// Which servers an incident is about, and what it says of each now.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { endpoints } from '@/db/schema/endpoints';
import { incidents } from '@/db/schema/incidents';
import { AFFECTED_STATES } from '@/lib/core/incident/incident';

export const incidentServers = sqliteTable(
  'incident_servers',
  {
    incidentId: integer('incident_id')
      .notNull()
      .references(() => incidents.id, { onDelete: 'cascade' }),
    endpointId: integer('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    state: text('state', { enum: AFFECTED_STATES }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.endpointId] }),
    index('incident_servers_by_endpoint').on(table.endpointId),
  ],
);
