// An administrator says which servers an incident is about, and how each is. Of a suspected one that takes it over.
import type { Db } from '@/db/client';
import { deleteIncidentServers, putIncidentServer, selectIncidentServers } from '@/db/queries/incidents';
import {
  type Invalid,
  type Missing,
  namedServers,
  noteIncident,
  type Refused,
  takeInHand,
  withIncident,
} from '@/lib/admin/incident/incident-in-hand';
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
  return withIncident(db, serversInput, input, (incident, { incidentId, servers }): SettingServers => {
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
