// An administrator answers for a suspected incident from now on; the machine goes on looking, and writes no more.
import type { Db } from '@/db/client';
import { updateIncident } from '@/db/queries/incidents';
import {
  type Invalid,
  type Missing,
  noteIncident,
  type Refused,
  takeInHand,
  withIncident,
} from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { isSuspected } from '@/lib/core/incident/incident';
import { takeOverInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

/** - `already_taken`: a person has it in hand, or opened it. */
export type TakingOver = { ok: true } | Invalid | Refused<Missing | 'already_taken'>;

export function takeOverIncident(db: Db, actor: Actor, input: unknown, now: UnixMs): TakingOver {
  return withIncident(db, takeOverInput, input, (incident, { incidentId, title }): TakingOver => {
    if (!isSuspected(incident)) return { ok: false, code: 'already_taken' };
    takeInHand(db, incident, actor, now);
    if (title !== undefined) updateIncident(db, incidentId, { title });
    const after = title === undefined ? null : { title };
    noteIncident(db, actor, { action: 'incident.taken_over', incidentId, after }, now);
    return { ok: true };
  });
}
