// An administrator takes an incident from the public pages, or shows it again. The machine goes on with it all the same.
import type { Db } from '@/db/client';
import { updateIncident } from '@/db/queries/incidents';
import {
  type Invalid,
  type Missing,
  noteIncident,
  type Refused,
  withIncident,
} from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { hideInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

/** - `already`: it is as wished. */
export type Hiding = { ok: true } | Invalid | Refused<Missing | 'already'>;

export function hideIncident(db: Db, actor: Actor, input: unknown, now: UnixMs): Hiding {
  return withIncident(db, hideInput, input, (incident, { incidentId, isHidden }): Hiding => {
    if (incident.isHidden === isHidden) return { ok: false, code: 'already' };
    updateIncident(db, incidentId, { isHidden, changedAt: now });
    noteIncident(db, actor, { action: isHidden ? 'incident.hidden' : 'incident.shown', incidentId }, now);
    return { ok: true };
  });
}
