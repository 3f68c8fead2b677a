// Incidents for readers: hidden and merged ones are never among them. What belongs to them is read for many at once.
import { and, asc, desc, eq, gte, inArray, isNull, lt, min, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { endpoints } from '@/db/schema/endpoints';
import { incidentOutages } from '@/db/schema/incident-outages';
import { incidentServers } from '@/db/schema/incident-servers';
import { incidentUpdates } from '@/db/schema/incident-updates';
import { type IncidentRow, incidents } from '@/db/schema/incidents';
import { outages } from '@/db/schema/outages';
import type { Span, UnixMs } from '@/lib/core/time';

/** Newest first. */
export function selectUnresolvedIncidents(db: Db, limit: number): IncidentRow[] {
  return newestFirst(db, and(isShown(), isNull(incidents.resolvedAt)), limit);
}

/** Those that began within the span, newest first. */
export function selectIncidentsBegun(db: Db, { startAt, endAt }: Span, limit: number): IncidentRow[] {
  return newestFirst(db, and(isShown(), gte(incidents.startedAt, startAt), lt(incidents.startedAt, endAt)), limit);
}

/** Of one server, not over before `since`, newest first. */
export function selectServerIncidents(db: Db, slug: string, since: UnixMs, limit: number): IncidentRow[] {
  const ofServer = db
    .select({ id: incidentServers.incidentId })
    .from(incidentServers)
    .innerJoin(endpoints, eq(endpoints.id, incidentServers.endpointId))
    .where(eq(endpoints.slug, slug));
  return newestFirst(db, and(isShown(), isNotOver(since), inArray(incidents.id, ofServer)), limit);
}

/** Those that nobody but the panel shows, newest first. */
export function selectHiddenIncidents(db: Db, limit: number): IncidentRow[] {
  return newestFirst(db, and(eq(incidents.isHidden, true), isNull(incidents.mergedIntoId)), limit);
}

/** Also merged and hidden ones: the caller tells them apart. */
export function selectIncident(db: Db, id: number): IncidentRow | undefined {
  return db.select().from(incidents).where(eq(incidents.id, id)).get();
}

/** Null when there is none at all. */
export function selectFirstIncidentAt(db: Db): UnixMs | null {
  return (
    db
      .select({ at: min(incidents.startedAt) })
      .from(incidents)
      .where(isShown())
      .get()?.at ?? null
  );
}

/** Newest first. */
export function selectUpdatesOf(db: Db, ids: readonly number[]) {
  return db
    .select()
    .from(incidentUpdates)
    .where(inArray(incidentUpdates.incidentId, [...ids]))
    .orderBy(desc(incidentUpdates.displayAt), desc(incidentUpdates.id))
    .all();
}

/** In the order of the page. */
export function selectServersOf(db: Db, ids: readonly number[]) {
  const { slug, title, isHidden, archivedAt } = endpoints;
  return db
    .select({ incidentId: incidentServers.incidentId, state: incidentServers.state, slug, title, isHidden, archivedAt })
    .from(incidentServers)
    .innerJoin(endpoints, eq(endpoints.id, incidentServers.endpointId))
    .where(inArray(incidentServers.incidentId, [...ids]))
    .orderBy(asc(endpoints.position), asc(endpoints.id))
    .all();
}

/** Oldest first. */
export function selectOutagesOf(db: Db, ids: readonly number[]) {
  return db
    .select({ link: incidentOutages, outage: outages, slug: endpoints.slug })
    .from(incidentOutages)
    .innerJoin(outages, eq(outages.id, incidentOutages.outageId))
    .innerJoin(endpoints, eq(endpoints.id, incidentOutages.endpointId))
    .where(inArray(incidentOutages.incidentId, [...ids]))
    .orderBy(asc(outages.startedAt), asc(outages.id))
    .all();
}

function newestFirst(db: Db, condition: ReturnType<typeof and>, limit: number): IncidentRow[] {
  return db
    .select()
    .from(incidents)
    .where(condition)
    .orderBy(desc(incidents.startedAt), desc(incidents.id))
    .limit(limit)
    .all();
}

function isNotOver(since: UnixMs) {
  return or(isNull(incidents.resolvedAt), gte(incidents.resolvedAt, since));
}

function isShown() {
  return and(eq(incidents.isHidden, false), isNull(incidents.mergedIntoId));
}
