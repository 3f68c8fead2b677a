// An administrator says how bad it is. Of a suspected incident that takes it over.
import type { Db } from '@/db/client';
import {
  changeIncident,
  type Invalid,
  type Missing,
  type Refused,
  withIncident,
} from '@/lib/admin/incident/incident-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { impactInput } from '@/lib/core/incident/incident-input';
import type { UnixMs } from '@/lib/core/time';

export type SettingImpact = { ok: true } | Invalid | Refused<Missing>;

export function setImpact(db: Db, actor: Actor, input: unknown, now: UnixMs): SettingImpact {
  return withIncident(db, impactInput, input, (incident, { impact }): SettingImpact => {
    changeIncident(db, incident, { actor, change: { impact } }, now);
    return { ok: true };
  });
}
