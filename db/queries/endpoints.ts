// The endpoints table: one row each, found by slug.
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type EndpointRow, endpoints } from '@/db/schema/endpoints';

export type NewEndpointRow = typeof endpoints.$inferInsert;

export function selectEndpoints(db: Db): EndpointRow[] {
  return db.select().from(endpoints).all();
}

export function selectEndpointBySlug(db: Db, slug: string): EndpointRow | undefined {
  return db.select().from(endpoints).where(eq(endpoints.slug, slug)).get();
}

export function insertEndpoint(db: Db, row: NewEndpointRow): number {
  return db.insert(endpoints).values(row).returning({ id: endpoints.id }).get().id;
}

export function updateEndpoint(db: Db, id: number, values: Partial<NewEndpointRow>): void {
  db.update(endpoints).set(values).where(eq(endpoints.id, id)).run();
}
