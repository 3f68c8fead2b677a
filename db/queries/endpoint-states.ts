// The endpoint_states table: what is known of an endpoint now.
import { eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { isCallable } from '@/db/queries/due';
import { type EndpointStateRow, endpointStates } from '@/db/schema/endpoint-states';
import { endpoints } from '@/db/schema/endpoints';
import type { EndpointType } from '@/lib/core/endpoint';

export type NewEndpointStateRow = typeof endpointStates.$inferInsert;

const ofEndpoint = prepared((db) =>
  db
    .select()
    .from(endpointStates)
    .where(eq(endpointStates.endpointId, sql.placeholder('endpointId')))
    .prepare(),
);

export function selectState(db: Db, endpointId: number): EndpointStateRow | undefined {
  return ofEndpoint(db).get({ endpointId });
}

export function selectIdleStates(db: Db): EndpointStateRow[] {
  return db.select().from(endpointStates).where(isNotNull(endpointStates.idleSince)).all();
}

export interface ContactRow {
  slug: string;
  type: EndpointType;
  intervalMs: number;
  state: EndpointStateRow;
}

/** Of all that are called. */
export function selectContacts(db: Db): ContactRow[] {
  const { slug, type, intervalMs } = endpoints;
  return db
    .select({ slug, type, intervalMs, state: endpointStates })
    .from(endpointStates)
    .innerJoin(endpoints, eq(endpoints.id, endpointStates.endpointId))
    .where(isCallable())
    .all();
}

export function insertState(db: Db, row: NewEndpointStateRow): void {
  db.insert(endpointStates).values(row).run();
}

export function updateState(db: Db, endpointId: number, values: Partial<NewEndpointStateRow>): void {
  db.update(endpointStates).set(values).where(eq(endpointStates.endpointId, endpointId)).run();
}
