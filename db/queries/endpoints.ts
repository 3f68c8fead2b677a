// The endpoints table: one row each, found by slug.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { checks } from '@/db/schema/checks';
import { dependencyDays } from '@/db/schema/dependency-days';
import { type EndpointRow, endpoints } from '@/db/schema/endpoints';
import { rollups } from '@/db/schema/rollups';
import { stageLatencies } from '@/db/schema/stage-latencies';

export type NewEndpointRow = typeof endpoints.$inferInsert;

export function selectEndpoints(db: Db): EndpointRow[] {
  return db.select().from(endpoints).all();
}

export function selectEndpointBySlug(db: Db, slug: string): EndpointRow | undefined {
  return db.select().from(endpoints).where(eq(endpoints.slug, slug)).get();
}

export function selectEndpointSlug(db: Db, id: number): string | undefined {
  return db.select({ slug: endpoints.slug }).from(endpoints).where(eq(endpoints.id, id)).get()?.slug;
}

export function insertEndpoint(db: Db, row: NewEndpointRow): number {
  return db.insert(endpoints).values(row).returning({ id: endpoints.id }).get().id;
}

export function updateEndpoint(db: Db, id: number, values: Partial<NewEndpointRow>): void {
  db.update(endpoints).set(values).where(eq(endpoints.id, id)).run();
}

/** With everything that hangs on it. Its checks are many: delete them before, in slices. */
export function deleteEndpoint(db: Db, id: number): void {
  // The tables without row ids carry no references.
  for (const table of [checks, rollups, stageLatencies, dependencyDays]) {
    db.delete(table).where(eq(table.endpointId, id)).run();
  }
  db.delete(endpoints).where(eq(endpoints.id, id)).run();
}

/** @returns how many there were, `limit` at most. */
export function deleteOldestChecks(db: Db, endpointId: number, limit: number): number {
  const oldest = db
    .select({ at: checks.at })
    .from(checks)
    .where(eq(checks.endpointId, endpointId))
    .orderBy(asc(checks.at))
    .limit(limit);
  return db
    .delete(checks)
    .where(and(eq(checks.endpointId, endpointId), inArray(checks.at, oldest)))
    .run().changes;
}
