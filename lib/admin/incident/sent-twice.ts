// A form that is sent twice, by a double click or by going back and on again: the second time is the first. Told by what
// was written, since nobody says the same thing of an incident twice within minutes.
import type { Db } from '@/db/client';
import { selectNewestUpdate } from '@/db/queries/incident-updates';
import { selectNewestIncident } from '@/db/queries/incidents';
import type { Actor } from '@/lib/core/access/actor';
import type { IncidentStatus } from '@/lib/core/incident/incident';
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';

const SENT_TWICE_MS = 10 * MINUTE_MS;

interface Sending {
  actor: Actor;
  /** Null: the machine's words. */
  body: string | null;
  now: UnixMs;
}

/** Id of the newest update, when it says just this; null for something new. Inside the transaction of the verb. */
export function updateSentBefore(
  db: Db,
  incidentId: number,
  { actor, status, body, now }: Sending & { status: IncidentStatus },
): number | null {
  const newest = selectNewestUpdate(db, incidentId);
  const isSame = newest?.actor === actor.name && newest.status === status && newest.body === body;
  return isSame && now - newest.createdAt < SENT_TWICE_MS ? newest.id : null;
}

/** Id of the newest incident, when it was opened with just this. */
export function incidentSentBefore(db: Db, { actor, title, body, now }: Sending & { title: string }): number | null {
  const newest = selectNewestIncident(db);
  if (newest?.createdBy !== actor.name || newest.title !== title) return null;
  const isSame = selectNewestUpdate(db, newest.id)?.body === body;
  return isSame && now - newest.createdAt < SENT_TWICE_MS ? newest.id : null;
}
