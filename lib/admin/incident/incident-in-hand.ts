// What the verbs about incidents share: reading what was sent in, finding the incident, and taking it from the machine's
// hands. Knows no form and no HTTP.
import type { z } from 'zod';
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { selectEndpoints } from '@/db/queries/endpoints';
import { updateIncident } from '@/db/queries/incidents';
import { selectIncident } from '@/db/queries/read-incidents';
import type { IncidentRow } from '@/db/schema/incidents';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/core/access/actor';
import type { AuditEntry } from '@/lib/core/access/audit';
import type { AffectedState } from '@/lib/core/incident/incident';
import type { UnixMs } from '@/lib/core/time';

/** What was sent in is not what the verb takes; each problem with the path of the field, such as `servers.0.slug`. */
export interface Invalid {
  ok: false;
  code: 'invalid';
  problems: { path: string; message: string }[];
}

export type Refused<Code extends string> = { ok: false; code: Code };

export type Read<T> = { ok: true; value: T } | Invalid;

export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Read<z.infer<Schema>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return { ok: false, code: 'invalid', problems };
}

/** - `not_found`: there is no such incident, or it was merged into another one. */
export type Missing = 'not_found';

export function incidentToChange(db: Db, id: number): IncidentRow | null {
  const incident = selectIncident(db, id);
  return incident && incident.mergedIntoId === null ? incident : null;
}

/** Reads what was sent in and finds the incident it names; `act` runs in the transaction of the verb. */
export function withIncident<Schema extends z.ZodType<{ incidentId: number }>, Done>(
  db: Db,
  schema: Schema,
  input: unknown,
  act: (incident: IncidentRow, input: z.infer<Schema>) => Done,
): Done | Invalid | Refused<Missing> {
  const read = readInput(schema, input);
  if (!read.ok) return read;
  return inTransaction(db, () => {
    const incident = incidentToChange(db, read.value.incidentId);
    return incident ? act(incident, read.value) : { ok: false, code: 'not_found' };
  });
}

/** From now on the machine writes nothing into it. Whoever took it over first stays the one who did. */
export function takeInHand(db: Db, incident: IncidentRow, actor: Actor, now: UnixMs): void {
  const isFree = incident.origin === 'machine' && incident.takenOverAt === null;
  updateIncident(db, incident.id, {
    changedAt: now,
    ...(isFree ? { takenOverAt: now, takenOverBy: actor.name } : {}),
  });
}

export interface IncidentAudit extends Omit<AuditEntry, 'subject'> {
  incidentId: number;
}

/** The line in the audit log; in the transaction of the verb. */
export function noteIncident(db: Db, actor: Actor, { incidentId, ...entry }: IncidentAudit, now: UnixMs): void {
  insertAudit(db, actor, { subject: `incident ${incidentId}`, ...entry }, now);
}

/** A person's change of what the incident says, with its line in the audit log. */
export function changeIncident(
  db: Db,
  incident: IncidentRow,
  {
    actor,
    change,
  }: { actor: Actor; change: Partial<Pick<IncidentRow, 'title' | 'impact' | 'startedAt' | 'resolvedAt'>> },
  now: UnixMs,
): void {
  takeInHand(db, incident, actor, now);
  updateIncident(db, incident.id, change);
  const known: Record<string, unknown> = { ...incident };
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, known[key]]));
  noteIncident(db, actor, { action: 'incident.changed', incidentId: incident.id, before, after: change }, now);
}

export interface NamedServer {
  endpointId: number;
  slug: string;
  state: AffectedState;
}

/** - `unknown_server`: one of them is not on the roll. */
export type NamedServers = { ok: true; servers: NamedServer[] } | { ok: false; code: 'unknown_server'; slug: string };

/** `known`: ids of endpoints the incident is about already, which may have left the roll. */
export function namedServers(
  db: Db,
  wanted: readonly { slug: string; state: AffectedState }[],
  known: readonly number[] = [],
): NamedServers {
  const rows = new Map(selectEndpoints(db).map((row) => [row.slug, row]));
  const servers: NamedServer[] = [];
  for (const { slug, state } of wanted) {
    const row = rows.get(slug);
    if (!row || (row.archivedAt !== null && !known.includes(row.id)))
      return { ok: false, code: 'unknown_server', slug };
    servers.push({ endpointId: row.id, slug, state });
  }
  return { ok: true, servers };
}
