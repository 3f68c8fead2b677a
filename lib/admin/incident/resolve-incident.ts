// An administrator says that it is over, in words of their own or in the machine's.
import type { Db } from '@/db/client';
import { selectNotes } from '@/db/queries/incident-updates';
import { type Invalid, type Missing, type Refused, withIncident } from '@/lib/admin/incident/incident-in-hand';
import { updateSentBefore } from '@/lib/admin/incident/sent-twice';
import { refusalOfUpdate, tellUpdate } from '@/lib/admin/incident/tell-update';
import type { Actor } from '@/lib/core/access/actor';
import { resolveInput } from '@/lib/core/incident/incident-input';
import type { UpdateRefusal } from '@/lib/core/incident/incident-rules';
import { causesOf } from '@/lib/core/incident/machine-causes';
import type { UnixMs } from '@/lib/core/time';

export type Resolving = { ok: true; updateId: number } | Invalid | Refused<Missing | UpdateRefusal>;

export function resolveIncident(db: Db, actor: Actor, input: unknown, now: UnixMs): Resolving {
  return withIncident(
    db,
    resolveInput,
    input,
    (incident, { incidentId, body, at = now, authorName = null }): Resolving => {
      const status = 'resolved';
      const sentBefore = updateSentBefore(db, incidentId, { actor, status, body: body ?? null, now });
      if (sentBefore !== null) return { ok: true, updateId: sentBefore };
      const refusal = refusalOfUpdate(db, incident, { status, at, now });
      if (refusal !== null) return { ok: false, code: refusal };
      const servers = causesOf(selectNotes(db, incidentId).toReversed());
      const note = { kind: status, startedAt: incident.startedAt, endedAt: at, servers } as const;
      const words = body === undefined ? { note } : { body };
      return {
        ok: true,
        updateId: tellUpdate(db, incident, { actor, status, words, at, authorName, servers: [], now }),
      };
    },
  );
}
