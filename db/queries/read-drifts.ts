// What changed in the lists of endpoints.
import { and, asc, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type DriftRow, drifts } from '@/db/schema/drifts';
import { endpointStates } from '@/db/schema/endpoint-states';
import { endpoints } from '@/db/schema/endpoints';
import type { UnixMs } from '@/lib/core/time';

/** Those seen since `fromAt`, newest first. */
export function selectDrifts(db: Db, endpointId: number, fromAt: UnixMs, limit: number): DriftRow[] {
  return db
    .select()
    .from(drifts)
    .where(and(eq(drifts.endpointId, endpointId), gte(drifts.lastSeenAt, fromAt)))
    .orderBy(desc(drifts.lastSeenAt), desc(drifts.id))
    .limit(limit)
    .all();
}

/** Those that nobody has approved, of all endpoints on the roll: by the order of the page, newest first. */
export function selectUnapprovedDrifts(db: Db, limit: number) {
  return db
    .select({
      drift: drifts,
      slug: endpoints.slug,
      title: endpoints.title,
      catalogueId: endpointStates.catalogueId,
    })
    .from(drifts)
    .innerJoin(endpoints, eq(endpoints.id, drifts.endpointId))
    .leftJoin(endpointStates, eq(endpointStates.endpointId, drifts.endpointId))
    .where(and(isNull(drifts.approvedAt), isNull(endpoints.archivedAt)))
    .orderBy(asc(endpoints.position), asc(endpoints.id), desc(drifts.lastSeenAt), desc(drifts.id))
    .limit(limit)
    .all();
}
