// The outages that incidents hold.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { type IncidentOutageRow, incidentOutages } from '@/db/schema/incident-outages';
import { incidents } from '@/db/schema/incidents';
import { outages } from '@/db/schema/outages';
import type { UnixMs } from '@/lib/core/time';

export function selectOutageEnd(db: Db, outageId: number): UnixMs | null {
  return db.select({ at: outages.endedAt }).from(outages).where(eq(outages.id, outageId)).get()?.at ?? null;
}

const heldOne = prepared((db) =>
  db
    .select()
    .from(incidentOutages)
    .where(and(eq(incidentOutages.endpointId, sql.placeholder('endpointId')), isNull(incidentOutages.endedAt)))
    .prepare(),
);

/** What an incident holds open of an endpoint; at most one. Asked at every check. */
export function selectHeldOutage(db: Db, endpointId: number): IncidentOutageRow | undefined {
  return heldOne(db).get({ endpointId });
}

/** The shown incident that tells of the endpoint's newest outage, unless that was over before `since`; else null. */
export function selectIncidentOfOutage(db: Db, endpointId: number, since: UnixMs): number | null {
  const { incidentId, startedAt, endedAt } = incidentOutages;
  const newest = db
    .select({ id: incidentId, endedAt, isHidden: incidents.isHidden })
    .from(incidentOutages)
    .innerJoin(incidents, eq(incidents.id, incidentId))
    .where(eq(incidentOutages.endpointId, endpointId))
    .orderBy(desc(startedAt), desc(incidentId))
    .limit(1)
    .get();
  if (!newest || newest.isHidden) return null;
  return newest.endedAt === null || newest.endedAt >= since ? newest.id : null;
}

/** Oldest first. */
export function selectIncidentOutages(db: Db, incidentId: number): IncidentOutageRow[] {
  return db
    .select()
    .from(incidentOutages)
    .where(eq(incidentOutages.incidentId, incidentId))
    .orderBy(asc(incidentOutages.startedAt), asc(incidentOutages.outageId))
    .all();
}

/** An outage that an incident held before is held again, as it is now. */
export function putIncidentOutage(db: Db, row: IncidentOutageRow): void {
  const { incidentId, outageId, ...values } = row;
  db.insert(incidentOutages)
    .values(row)
    .onConflictDoUpdate({ target: [incidentOutages.incidentId, incidentOutages.outageId], set: values })
    .run();
}

export function updateIncidentOutage(
  db: Db,
  { incidentId, outageId }: Pick<IncidentOutageRow, 'incidentId' | 'outageId'>,
  values: Partial<Pick<IncidentOutageRow, 'status' | 'stage' | 'code' | 'endedAt'>>,
): void {
  db.update(incidentOutages)
    .set(values)
    .where(and(eq(incidentOutages.incidentId, incidentId), eq(incidentOutages.outageId, outageId)))
    .run();
}

export function deleteIncidentOutages(db: Db, incidentId: number): void {
  db.delete(incidentOutages).where(eq(incidentOutages.incidentId, incidentId)).run();
}
