// The incidents table and the servers of each: written by the engine and by people, read by both before they write.
import { and, asc, desc, eq, gte, isNull, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { endpoints } from '@/db/schema/endpoints';
import { incidentServers } from '@/db/schema/incident-servers';
import { type IncidentRow, incidents } from '@/db/schema/incidents';
import type { AffectedState } from '@/lib/core/incident/incident';
import type { UnixMs } from '@/lib/core/time';

export type NewIncidentRow = Omit<typeof incidents.$inferInsert, 'id'>;

/** @returns its id. */
export function insertIncident(db: Db, row: NewIncidentRow): number {
  return db.insert(incidents).values(row).returning({ id: incidents.id }).get().id;
}

export function updateIncident(db: Db, id: number, values: Partial<NewIncidentRow>): void {
  db.update(incidents).set(values).where(eq(incidents.id, id)).run();
}

/** Opened last, whenever it began. */
export function selectNewestIncident(db: Db): IncidentRow | undefined {
  return db.select().from(incidents).orderBy(desc(incidents.id)).limit(1).get();
}

/** Those a new outage may belong to: shown, open or closed at `since` or later; newest first. */
export function selectOpenIncidents(db: Db, since: UnixMs): IncidentRow[] {
  return db
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.isHidden, false),
        isNull(incidents.mergedIntoId),
        or(isNull(incidents.resolvedAt), gte(incidents.resolvedAt, since)),
      ),
    )
    .orderBy(desc(incidents.startedAt), desc(incidents.id))
    .all();
}

/** Whoever was led to `fromId` is led on. */
export function redirectIncidents(db: Db, fromId: number, intoId: number): void {
  db.update(incidents).set({ mergedIntoId: intoId }).where(eq(incidents.mergedIntoId, fromId)).run();
}

export interface StoredServer {
  endpointId: number;
  slug: string;
  group: string | null;
  state: AffectedState;
}

export function selectIncidentServers(db: Db, incidentId: number): StoredServer[] {
  return db
    .select({
      endpointId: incidentServers.endpointId,
      slug: endpoints.slug,
      group: endpoints.groupName,
      state: incidentServers.state,
    })
    .from(incidentServers)
    .innerJoin(endpoints, eq(endpoints.id, incidentServers.endpointId))
    .where(eq(incidentServers.incidentId, incidentId))
    .orderBy(asc(endpoints.position), asc(endpoints.id))
    .all();
}

export function putIncidentServer(db: Db, incidentId: number, endpointId: number, state: AffectedState): void {
  db.insert(incidentServers)
    .values({ incidentId, endpointId, state })
    .onConflictDoUpdate({ target: [incidentServers.incidentId, incidentServers.endpointId], set: { state } })
    .run();
}

export function deleteIncidentServers(db: Db, incidentId: number): void {
  db.delete(incidentServers).where(eq(incidentServers.incidentId, incidentId)).run();
}
