// An administrator corrects when an incident began, and when it was over.
import type { Db } from '@/db/client';
import { selectUpdateInstants } from '@/db/queries/incident-updates';
import {
  changeIncident,
  type Invalid,
  type Missing,
  type Refused,
  withIncident,
} from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { backDateInput } from '@/lib/core/incident/incident-input';
import { type DatingRefusal, datingRefusal } from '@/lib/core/incident/incident-rules';
import type { UnixMs } from '@/lib/core/time';

export type BackDating = { ok: true } | Invalid | Refused<Missing | DatingRefusal>;

export function backDateIncident(db: Db, actor: Actor, input: unknown, now: UnixMs): BackDating {
  return withIncident(db, backDateInput, input, (incident, { startedAt, resolvedAt = null }): BackDating => {
    const firstAt = selectUpdateInstants(db, incident.id)[0]?.displayAt ?? null;
    const refusal = datingRefusal(incident, { startedAt, resolvedAt }, { firstAt, now });
    if (refusal !== null) return { ok: false, code: refusal };
    const change = { startedAt, resolvedAt: resolvedAt ?? incident.resolvedAt };
    changeIncident(db, incident, { actor, change }, now);
    return { ok: true };
  });
}
