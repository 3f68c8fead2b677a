// An administrator gives an incident a title; of a suspected one that takes it over.
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
import { renameInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

export function renameIncident(
  db: Db,
  actor: Actor,
  input: unknown,
  now: UnixMs,
): { ok: true } | Invalid | Refused<Missing> {
  const read = readInput(renameInput, input);
  if (!read.ok) return read;
  const { incidentId, title } = read.value;
  return inTransaction(db, () => {
    const incident = incidentToChange(db, incidentId);
    if (!incident) return { ok: false, code: 'not_found' };
    takeInHand(db, incident, actor, now);
    updateIncident(db, incidentId, { title });
    const [before, after] = [{ title: incident.title }, { title }];
    noteIncident(db, actor, { action: 'incident.changed', incidentId, before, after }, now);
    return { ok: true };
  });
}
