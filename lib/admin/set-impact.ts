// An administrator says how bad it is. Of a suspected incident that takes it over.
import type { Db } from '@/db/client';
import { updateIncident } from '@/db/queries/incidents';
import { inTransaction } from '@/db/transaction';
import {
  type Invalid,
  incidentToChange,
  type Missing,
  noteIncident,
  type Refused,
  readInput,
  takeInHand,
} from '@/lib/admin/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { impactInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

export function setImpact(
  db: Db,
  actor: Actor,
  input: unknown,
  now: UnixMs,
): { ok: true } | Invalid | Refused<Missing> {
  const read = readInput(impactInput, input);
  if (!read.ok) return read;
  const { incidentId, impact } = read.value;
  return inTransaction(db, () => {
    const incident = incidentToChange(db, incidentId);
    if (!incident) return { ok: false, code: 'not_found' };
    takeInHand(db, incident, actor, now);
    updateIncident(db, incidentId, { impact });
    const [before, after] = [{ impact: incident.impact }, { impact }];
    noteIncident(db, actor, { action: 'incident.changed', incidentId, before, after }, now);
    return { ok: true };
  });
}
