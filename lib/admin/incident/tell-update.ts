// Writes a person's update into an incident with what follows from it: status, end, states of servers. Always inside the
// transaction of a verb, which has read and judged what was sent in.
import type { Db } from '@/db/client';
import { insertIncidentUpdate, selectUpdateInstants } from '@/db/queries/incident-updates';
import { putIncidentServer, selectIncidentServers, updateIncident } from '@/db/queries/incidents';
import type { IncidentRow } from '@/db/schema/incidents';
import { type NamedServer, noteIncident, takeInHand } from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import type { AffectedChange, IncidentStatus, MachineNote } from '@/lib/core/incident/incident';
import { resolvedAfter, type UpdateRefusal, updateRefusal } from '@/lib/core/incident/incident-rules';
import type { UnixMs } from '@/lib/core/time';

export interface ToldUpdate {
  actor: Actor;
  status: IncidentStatus;
  /** One of them: a person's words, or the facts that a person stands up for. */
  words: { body: string } | { note: MachineNote };
  at: UnixMs;
  authorName: string | null;
  servers: readonly NamedServer[];
  now: UnixMs;
}

export function refusalOfUpdate(
  db: Db,
  incident: IncidentRow,
  { status, at, now }: Pick<ToldUpdate, 'status' | 'at' | 'now'>,
): UpdateRefusal | null {
  const lastAt = selectUpdateInstants(db, incident.id).at(-1)?.displayAt ?? null;
  return updateRefusal(incident, { status, at }, { lastAt, now });
}

/** @returns the id of the update. */
export function tellUpdate(db: Db, incident: IncidentRow, told: ToldUpdate): number {
  const { actor, status, at, now, words } = told;
  takeInHand(db, incident, actor, now);
  const changes = changeServers(db, incident.id, told);
  updateIncident(db, incident.id, { status, resolvedAt: resolvedAfter(incident, { status, at }) });
  const after = { status, at, ...('body' in words ? words : { words: 'of the machine' }) };
  noteIncident(db, actor, { action: 'incident.update_posted', incidentId: incident.id, after }, now);
  return insertIncidentUpdate(db, {
    incidentId: incident.id,
    status,
    ...words,
    servers: changes,
    displayAt: at,
    authorKind: 'person',
    authorName: told.authorName,
    actor: actor.name,
    createdAt: now,
  });
}

function changeServers(db: Db, incidentId: number, { status, servers }: ToldUpdate): AffectedChange[] {
  const known = selectIncidentServers(db, incidentId);
  const isNamed = (endpointId: number) => servers.some((server) => server.endpointId === endpointId);
  // "Resolved" clears whatever nobody said otherwise of.
  const cleared = status === 'resolved' ? known.filter(({ endpointId }) => !isNamed(endpointId)) : [];
  const wanted = [...servers, ...cleared.map((server) => ({ ...server, state: 'operational' as const }))];
  return wanted.flatMap(({ endpointId, slug, state }) => {
    const from = known.find((server) => server.endpointId === endpointId)?.state;
    putIncidentServer(db, incidentId, endpointId, state);
    return from === state ? [] : [{ slug, from: from ?? 'operational', to: state }];
  });
}
