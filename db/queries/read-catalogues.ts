// The tools an endpoint lists now.
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type CatalogueRow, catalogues } from '@/db/schema/catalogues';

export function selectNewestCatalogue(db: Db, endpointId: number): CatalogueRow | undefined {
  return db
    .select()
    .from(catalogues)
    .where(eq(catalogues.endpointId, endpointId))
    .orderBy(desc(catalogues.firstSeenAt), desc(catalogues.id))
    .limit(1)
    .get();
}
