// An administrator says that two incidents are one story: updates, servers and outages of the first stand in the second, and
// its address leads there. A suspected one stays suspected: merging says nothing of the cause.
import type { Db } from '@/db/client';
import { deleteIncidentOutages, putIncidentOutage, selectIncidentOutages } from '@/db/queries/incident-outages';
import { moveIncidentUpdates } from '@/db/queries/incident-updates';
import {
  deleteIncidentServers,
  putIncidentServer,
  redirectIncidents,
  selectIncidentServers,
  updateIncident,
} from '@/db/queries/incidents';
import { selectIncident } from '@/db/queries/read-incidents';
import { inTransaction } from '@/db/transaction';
import {
  type Invalid,
  type Missing,
  noteIncident,
  type Refused,
  readInput,
} from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { worseState } from '@/lib/core/incident/incident';
import { mergeInput } from '@/lib/core/incident/incident-input';
import { type MergeRefusal, merged, mergeRefusal } from '@/lib/core/incident/incident-rules';
import type { UnixMs } from '@/lib/core/time';

export type Merging = { ok: true } | Invalid | Refused<Missing | MergeRefusal>;

export function mergeIncidents(db: Db, actor: Actor, input: unknown, now: UnixMs): Merging {
  const read = readInput(mergeInput, input);
  if (!read.ok) return read;
  const { incidentId: fromId, intoId } = read.value;
  return inTransaction(db, () => {
    const from = selectIncident(db, fromId);
    const into = selectIncident(db, intoId);
    if (!from || !into) return { ok: false, code: 'not_found' };
    const refusal = mergeRefusal(from, into);
    if (refusal !== null) return { ok: false, code: refusal };
    moveIncidentUpdates(db, fromId, intoId);
    moveServers(db, fromId, intoId);
    moveOutages(db, fromId, intoId);
    redirectIncidents(db, fromId, intoId);
    updateIncident(db, fromId, { mergedIntoId: intoId, changedAt: now });
    updateIncident(db, intoId, { ...merged(from, into), changedAt: now });
    const after = { into: `incident ${intoId}` };
    noteIncident(db, actor, { action: 'incident.merged', incidentId: fromId, after }, now);
    return { ok: true };
  });
}

/** A server that both are about is as bad as the worse of them says. */
function moveServers(db: Db, fromId: number, intoId: number): void {
  const known = new Map(selectIncidentServers(db, intoId).map(({ endpointId, state }) => [endpointId, state]));
  for (const { endpointId, state } of selectIncidentServers(db, fromId)) {
    putIncidentServer(db, intoId, endpointId, worseState(state, known.get(endpointId) ?? 'operational'));
  }
  deleteIncidentServers(db, fromId);
}

function moveOutages(db: Db, fromId: number, intoId: number): void {
  const moved = selectIncidentOutages(db, fromId);
  deleteIncidentOutages(db, fromId);
  for (const link of moved) putIncidentOutage(db, { ...link, incidentId: intoId });
}
