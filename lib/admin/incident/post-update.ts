// An administrator tells how far it is: the next step of an incident. Of a suspected one that takes it over.
import type { Db } from '@/db/client';
import { selectIncidentServers } from '@/db/queries/incidents';
import {
  type Invalid,
  type Missing,
  namedServers,
  type Refused,
  withIncident,
} from '@/lib/admin/incident/incident-in-hand';
import { updateSentBefore } from '@/lib/admin/incident/sent-twice';
import { refusalOfUpdate, tellUpdate } from '@/lib/admin/incident/tell-update';
import type { Actor } from '@/lib/core/access/actor';
import { updateInput } from '@/lib/core/incident/incident-input';
import type { UpdateRefusal } from '@/lib/core/incident/incident-rules';
import type { UnixMs } from '@/lib/core/time';

export type Posting =
  | { ok: true; updateId: number }
  | Invalid
  | Refused<Missing | UpdateRefusal>
  | { ok: false; code: 'unknown_server'; slug: string };

export function postUpdate(db: Db, actor: Actor, input: unknown, now: UnixMs): Posting {
  return withIncident(db, updateInput, input, (incident, posted): Posting => {
    const { incidentId, status, body, at = now, authorName = null, servers } = posted;
    const sentBefore = updateSentBefore(db, incidentId, { actor, status, body, now });
    if (sentBefore !== null) return { ok: true, updateId: sentBefore };
    const refusal = refusalOfUpdate(db, incident, { status, at, now });
    if (refusal !== null) return { ok: false, code: refusal };
    const known = selectIncidentServers(db, incidentId).map(({ endpointId }) => endpointId);
    const named = namedServers(db, servers, known);
    if (!named.ok) return named;
    const told = { actor, status, words: { body }, at, authorName, servers: named.servers, now };
    return { ok: true, updateId: tellUpdate(db, incident, told) };
  });
}
