// An administrator says which servers an incident is about, and how each is. Of a suspected one that takes it over.
import type { Db } from '@/db/client';
import { deleteIncidentServers, putIncidentServer, selectIncidentServers } from '@/db/queries/incidents';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/admin/actor';
import {
  type Invalid,
  incidentToChange,
  type Missing,
  namedServers,
  type Refused,
  readInput,
  takeInHand,
} from '@/lib/admin/incident-in-hand';
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
    const known = selectIncidentServers(db, incidentId).map(({ endpointId }) => endpointId);
    const named = namedServers(db, servers, known);
    if (!named.ok) return named;
    takeInHand(db, incident, actor, now);
    deleteIncidentServers(db, incidentId);
    for (const { endpointId, state } of named.servers) putIncidentServer(db, incidentId, endpointId, state);
    return { ok: true };
  });
}
