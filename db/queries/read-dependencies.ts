// What /health said last of each dependency.
import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { isListed } from '@/db/queries/read-endpoints';
import { type DependencyRow, dependencies } from '@/db/schema/dependencies';
import { endpoints } from '@/db/schema/endpoints';

/** Of every listed endpoint, sorted by name. */
export function selectListedDependencies(db: Db): DependencyRow[] {
  const listed = db.select({ id: endpoints.id }).from(endpoints).where(isListed());
  return db
    .select()
    .from(dependencies)
    .where(inArray(dependencies.endpointId, listed))
    .orderBy(asc(dependencies.name))
    .all();
}

/** Of one endpoint, sorted by name. */
export function selectDependencies(db: Db, endpointId: number): DependencyRow[] {
  return db
    .select()
    .from(dependencies)
    .where(eq(dependencies.endpointId, endpointId))
    .orderBy(asc(dependencies.name))
    .all();
}
