// The catalogues table: lists as they were seen, each once while it is kept.
import { and, desc, eq, notInArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { catalogues } from '@/db/schema/catalogues';
import { endpointStates } from '@/db/schema/endpoint-states';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';

/** @returns its id. */
export function insertCatalogue(db: Db, row: Omit<typeof catalogues.$inferInsert, 'id'>): number {
  return db.insert(catalogues).values(row).returning({ id: catalogues.id }).get().id;
}

/** Null when it was never seen, or is no longer kept. */
export function findCatalogue(db: Db, endpointId: number, hash: string): number | null {
  const found = db
    .select({ id: catalogues.id })
    .from(catalogues)
    .where(and(eq(catalogues.endpointId, endpointId), eq(catalogues.hash, hash)))
    .orderBy(desc(catalogues.id))
    .limit(1)
    .get();
  return found?.id ?? null;
}

const presentList = prepared((db) =>
  db
    .select({ id: catalogues.id, hash: catalogues.hash })
    .from(endpointStates)
    .innerJoin(catalogues, eq(catalogues.id, endpointStates.catalogueId))
    .where(eq(endpointStates.endpointId, sql.placeholder('endpointId')))
    .prepare(),
);

/** The present list without its tools, for the comparison that every check makes. Undefined before the first. */
export function selectPresentList(db: Db, endpointId: number): { id: number; hash: string } | undefined {
  return presentList(db).get({ endpointId });
}

export function selectCatalogueTools(db: Db, id: number): CatalogueTool[] {
  return db.select({ tools: catalogues.tools }).from(catalogues).where(eq(catalogues.id, id)).get()?.tools ?? [];
}

/** Forgets all of one endpoint but the newest `count` and those named. @returns how many. */
export function pruneCatalogues(db: Db, endpointId: number, kept: { count: number; ids: readonly number[] }): number {
  const newest = db
    .select({ id: catalogues.id })
    .from(catalogues)
    .where(eq(catalogues.endpointId, endpointId))
    .orderBy(desc(catalogues.firstSeenAt), desc(catalogues.id))
    .limit(kept.count);
  return db
    .delete(catalogues)
    .where(
      and(
        eq(catalogues.endpointId, endpointId),
        notInArray(catalogues.id, newest),
        notInArray(catalogues.id, [...kept.ids]),
      ),
    )
    .run().changes;
}
