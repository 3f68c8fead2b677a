// An administrator gives an incident a title; of a suspected one that takes it over.
import type { Db } from '@/db/client';
import {
  changeIncident,
  type Invalid,
  type Missing,
  type Refused,
  withIncident,
} from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { renameInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

export type Renaming = { ok: true } | Invalid | Refused<Missing>;

export function renameIncident(db: Db, actor: Actor, input: unknown, now: UnixMs): Renaming {
  return withIncident(db, renameInput, input, (incident, { title }): Renaming => {
    changeIncident(db, incident, { actor, change: { title } }, now);
    return { ok: true };
  });
}
