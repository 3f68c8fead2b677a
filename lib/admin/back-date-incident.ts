// An administrator corrects when an incident began, and when it was over.
import type { Db } from '@/db/client';
import { selectUpdateInstants } from '@/db/queries/incident-updates';
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
import { backDateInput } from '@/lib/core/incident/incident-input';
import { type DatingRefusal, datingRefusal } from '@/lib/core/incident/incident-rules';
import type { UnixMs } from '@/lib/core/time';

export type BackDating = { ok: true } | Invalid | Refused<Missing | DatingRefusal>;

export function backDateIncident(db: Db, actor: Actor, input: unknown, now: UnixMs): BackDating {
  const read = readInput(backDateInput, input);
  if (!read.ok) return read;
  const { incidentId, startedAt, resolvedAt = null } = read.value;
  return inTransaction(db, () => {
    const incident = incidentToChange(db, incidentId);
    if (!incident) return { ok: false, code: 'not_found' };
    const firstAt = selectUpdateInstants(db, incidentId)[0]?.displayAt ?? null;
    const refusal = datingRefusal(incident, { startedAt, resolvedAt }, { firstAt, now });
    if (refusal !== null) return { ok: false, code: refusal };
    takeInHand(db, incident, actor, now);
    const dates = { startedAt, resolvedAt: resolvedAt ?? incident.resolvedAt };
    updateIncident(db, incidentId, dates);
    const before = { startedAt: incident.startedAt, resolvedAt: incident.resolvedAt };
    noteIncident(db, actor, { action: 'incident.changed', incidentId, before, after: dates }, now);
    return { ok: true };
  });
}
