// Finds the incident that tells of a new outage, or opens one. Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { putIncidentOutage } from '@/db/queries/incident-outages';
import { insertIncident, selectIncidentServers, selectOpenIncidents, updateIncident } from '@/db/queries/incidents';
import { isSuspected } from '@/lib/core/incident/incident';
import { placeOf, RELAPSE_MS } from '@/lib/core/incident/incident-place';
import { type News, troubleFacts } from '@/lib/engine/incident/incident-news';
import { tellTrouble } from '@/lib/engine/incident/tell-incident';

const TOLD_AS = { new: 'opened', joined: 'joined', reopened: 'reopened', same: 'reopened' } as const;

export function placeOutage(db: Db, { endpointId, server, at, outage, trouble }: News): void {
  const { startedAt } = outage;
  const candidates = selectOpenIncidents(db, startedAt - RELAPSE_MS).map((row) => ({
    ...row,
    isSuspected: isSuspected(row),
    servers: selectIncidentServers(db, row.id),
  }));
  const place = placeOf({ endpointId, group: server.group, startedAt }, candidates);
  const incidentId = place.kind === 'new' ? open(db, startedAt, at) : place.id;
  const { outageId, ...told } = trouble;
  putIncidentOutage(db, { incidentId, outageId, endpointId, ...told, startedAt, endedAt: null });

  const facts = troubleFacts(db, { server, outage, trouble });
  const known = candidates.find(({ id }) => id === incidentId);
  if (known && startedAt < known.startedAt) updateIncident(db, incidentId, { startedAt });
  tellTrouble(db, incidentId, { endpointId, note: { kind: TOLD_AS[place.kind], server: facts }, at });
}

function open(db: Db, startedAt: number, at: number): number {
  return insertIncident(db, {
    status: 'investigating',
    impact: 'none',
    origin: 'machine',
    startedAt,
    createdAt: at,
    changedAt: at,
  });
}
