// An administrator corrects what a person wrote in an update, or when it was so. The page says that it was edited.
import type { Db } from '@/db/client';
import { changeIncidentUpdate, selectIncidentUpdate, selectUpdateInstants } from '@/db/queries/incident-updates';
import { updateIncident } from '@/db/queries/incidents';
import type { IncidentUpdateRow } from '@/db/schema/incident-updates';
import { inTransaction } from '@/db/transaction';
import {
  type Invalid,
  incidentToChange,
  type Missing,
  noteIncident,
  type Refused,
  readInput,
} from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { editInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

/**
 * - `machine_words`: what the machine told is a record, not a text.
 * - `out_of_order`: the instant lies before the update before it, after the one after it, or in the future.
 */
export type EditRefusal = Missing | 'machine_words' | 'out_of_order';

export function editUpdate(
  db: Db,
  actor: Actor,
  input: unknown,
  now: UnixMs,
): { ok: true } | Invalid | Refused<EditRefusal> {
  const read = readInput(editInput, input);
  if (!read.ok) return read;
  const { updateId, body } = read.value;
  return inTransaction(db, () => {
    const update = selectIncidentUpdate(db, updateId);
    const incident = update && incidentToChange(db, update.incidentId);
    if (!update || !incident) return { ok: false, code: 'not_found' };
    if (update.body === null) return { ok: false, code: 'machine_words' };
    const at = read.value.at ?? update.displayAt;
    const bounds = boundsOf(db, update, { startedAt: incident.startedAt, now });
    if (at < bounds.earliest || at > bounds.latest) return { ok: false, code: 'out_of_order' };
    changeIncidentUpdate(db, updateId, { body, displayAt: at, editedAt: now, editedBy: actor.name });
    const isEnd = update.status === 'resolved' && incident.resolvedAt === update.displayAt;
    updateIncident(db, incident.id, { changedAt: now, ...(isEnd ? { resolvedAt: at } : {}) });
    const [before, after] = [
      { body: update.body, at: update.displayAt },
      { body, at },
    ];
    noteIncident(db, actor, { action: 'incident.update_edited', incidentId: incident.id, before, after }, now);
    return { ok: true };
  });
}

function boundsOf(db: Db, update: IncidentUpdateRow, { startedAt, now }: { startedAt: UnixMs; now: UnixMs }) {
  const instants = selectUpdateInstants(db, update.incidentId);
  const place = instants.findIndex(({ id }) => id === update.id);
  return {
    earliest: instants[place - 1]?.displayAt ?? startedAt,
    latest: Math.min(now, instants[place + 1]?.displayAt ?? now),
  };
}
