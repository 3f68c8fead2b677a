// What visitors may know of endpoints: those listed on the page, with what is known of each now.
import { and, asc, count, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { type EndpointStateRow, endpointStates } from '@/db/schema/endpoint-states';
import { type EndpointRow, endpoints } from '@/db/schema/endpoints';
import { type OutageRow, outages } from '@/db/schema/outages';
import type { UnixMs } from '@/lib/core/time';

export interface ListedEndpoint {
  endpoint: EndpointRow;
  /** Null when the endpoint was stored a moment ago and its state was not. */
  state: EndpointStateRow | null;
  /** The one that is open; null when none is. */
  outage: OutageRow | null;
}

const allListed = prepared((db) =>
  selectEndpointAndState(db).where(isListed()).orderBy(asc(endpoints.position), asc(endpoints.id)).prepare(),
);

/** In the order of the configuration. */
export function selectListed(db: Db): ListedEndpoint[] {
  return allListed(db).all();
}

export function selectListedBySlug(db: Db, slug: string): ListedEndpoint | undefined {
  return selectEndpointAndState(db)
    .where(and(isListed(), eq(endpoints.slug, slug)))
    .get();
}

export function countListed(db: Db): number {
  return db.select({ listed: count() }).from(endpoints).where(isListed()).get()?.listed ?? 0;
}

/** Hidden ones are called too, so they count. */
export function countCallable(db: Db): number {
  return db.select({ callable: count() }).from(endpoints).where(isCallable()).get()?.callable ?? 0;
}

export interface Overdue {
  now: UnixMs;
  /** What fell due before counts from then: nothing could have called it earlier. */
  since: UnixMs;
  intervals: number;
}

/** Callable endpoints that were due more than `intervals` of their own intervals ago and that nobody is at. */
export function countOverdue(db: Db, overdue: Overdue): number {
  return selectOverdue(db, overdue).count;
}

/** With the instant at which the first of them was due; null when there is none. */
export function selectOverdue(db: Db, { now, since, intervals }: Overdue): { count: number; since: UnixMs | null } {
  const isUnclaimed = or(isNull(endpoints.claimedUntil), lte(endpoints.claimedUntil, now));
  const dueAt = sql<number>`max(${endpoints.nextCheckAt}, ${since})`;
  const isOverdue = sql`${now} - ${dueAt} > ${intervals} * ${endpoints.intervalMs}`;
  const counted = db
    .select({ count: count(), since: sql<number | null>`min(${dueAt})` })
    .from(endpoints)
    .where(and(isCallable(), isUnclaimed, isOverdue))
    .get();
  return counted ?? { count: 0, since: null };
}

function selectEndpointAndState(db: Db) {
  return db
    .select({ endpoint: endpoints, state: endpointStates, outage: outages })
    .from(endpoints)
    .leftJoin(endpointStates, eq(endpointStates.endpointId, endpoints.id))
    .leftJoin(outages, and(eq(outages.endpointId, endpoints.id), isNull(outages.endedAt)));
}

/** The single place that keeps hidden and archived endpoints from visitors. */
export function isListed() {
  return and(isNull(endpoints.archivedAt), eq(endpoints.isHidden, false));
}

function isCallable() {
  return and(isNull(endpoints.archivedAt), eq(endpoints.isPaused, false), isNull(endpoints.problem));
}
