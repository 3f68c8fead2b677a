// The catalogues table: the newest list of an endpoint, and a new row when it changed.
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { catalogues } from '@/db/schema/catalogues';

export function newestCatalogueHash(db: Db, endpointId: number): string | null {
  const newest = db
    .select({ hash: catalogues.hash })
    .from(catalogues)
    .where(eq(catalogues.endpointId, endpointId))
    .orderBy(desc(catalogues.firstSeenAt), desc(catalogues.id))
    .limit(1)
    .get();
  return newest?.hash ?? null;
}

export function insertCatalogue(db: Db, row: Omit<typeof catalogues.$inferInsert, 'id'>): void {
  db.insert(catalogues).values(row).run();
}
