// An administrator says which servers an incident is about, and how each is. Of a suspected one that takes it over.

import type { Db } from '@/db/client';
import { deleteIncidentServers, putIncidentServer, selectIncidentServers } from '@/db/queries/incidents';
import { inTransaction } from '@/db/transaction';
import {
  type Invalid,
  incidentToChange,
  type Missing,
  namedServers,
  noteIncident,
  type Refused,
  readInput,
  takeInHand,
} from '@/lib/admin/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import type { AffectedState } from '@/lib/core/incident/incident';
import { serversInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

export type SettingServers =
  | { ok: true }
  | Invalid
  | Refused<Missing>
  | { ok: false; code: 'unknown_server'; slug: string };

export function setAffectedServers(db: Db, actor: Actor, input: unknown, now: UnixMs): SettingServers {
  const read = readInput(serversInput, input);
  if (!read.ok) return read;
  const { incidentId, servers } = read.value;
  return inTransaction(db, () => {
    const incident = incidentToChange(db, incidentId);
    if (!incident) return { ok: false, code: 'not_found' };
    const known = selectIncidentServers(db, incidentId);
    const knownIds = known.map(({ endpointId }) => endpointId);
    const named = namedServers(db, servers, knownIds);
    if (!named.ok) return named;
    takeInHand(db, incident, actor, now);
    deleteIncidentServers(db, incidentId);
    for (const { endpointId, state } of named.servers) putIncidentServer(db, incidentId, endpointId, state);
    const [before, after] = [{ servers: statesOf(known) }, { servers: statesOf(named.servers) }];
    noteIncident(db, actor, { action: 'incident.changed', incidentId, before, after }, now);
    return { ok: true };
  });
}

function statesOf(servers: readonly { slug: string; state: AffectedState }[]): Record<string, AffectedState> {
  return Object.fromEntries(servers.map(({ slug, state }) => [slug, state]));
}
