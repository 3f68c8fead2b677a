// An administrator tells of trouble before, or without, the machine; or writes down a past one.
import type { Db } from '@/db/client';
import { insertIncidentUpdate } from '@/db/queries/incident-updates';
import { insertIncident, putIncidentServer } from '@/db/queries/incidents';
import { inTransaction } from '@/db/transaction';
import { type Invalid, namedServers, noteIncident, readInput } from '@/lib/admin/incident/incident-in-hand';
import { incidentSentBefore } from '@/lib/admin/incident/sent-twice';
import type { Actor } from '@/lib/core/access/actor';
import { openInput } from '@/lib/core/incident/incident-input';
import { type DatingRefusal, datingRefusal, resolvedAfter, updateRefusal } from '@/lib/core/incident/incident-rules';
import type { UnixMs } from '@/lib/core/time';

/** - `too_early`: the first update is from before the incident. */
export type Opening =
  | { ok: true; incidentId: number }
  | Invalid
  | { ok: false; code: DatingRefusal | 'too_early' }
  | { ok: false; code: 'unknown_server'; slug: string };

export function openIncident(db: Db, actor: Actor, input: unknown, now: UnixMs): Opening {
  const read = readInput(openInput, input);
  if (!read.ok) return read;
  const { title, body, status, impact, authorName, startedAt = read.value.at ?? now, at = now } = read.value;
  const dated = { status: 'investigating', startedAt, resolvedAt: null } as const;
  const refusal =
    datingRefusal(dated, dated, { firstAt: null, now }) ?? updateRefusal(dated, { status, at }, { lastAt: null, now });
  if (refusal !== null && refusal !== 'order') return { ok: false, code: refusal };
  return inTransaction(db, () => {
    const sentBefore = incidentSentBefore(db, { actor, title, body, now });
    if (sentBefore !== null) return { ok: true, incidentId: sentBefore };
    const named = namedServers(db, read.value.servers);
    if (!named.ok) return named;
    const incidentId = insertIncident(db, {
      title,
      status,
      impact,
      origin: 'person',
      startedAt,
      resolvedAt: resolvedAfter(dated, { status, at }),
      createdAt: now,
      createdBy: actor.name,
      changedAt: now,
    });
    for (const { endpointId, state } of named.servers) putIncidentServer(db, incidentId, endpointId, state);
    insertIncidentUpdate(db, {
      incidentId,
      status,
      body,
      servers: named.servers.map(({ slug, state }) => ({ slug, from: 'operational', to: state })),
      displayAt: at,
      authorKind: 'person',
      authorName: authorName ?? null,
      actor: actor.name,
      createdAt: now,
    });
    noteIncident(db, actor, { action: 'incident.opened', incidentId, after: { title, status, impact } }, now);
    return { ok: true, incidentId };
  });
}
