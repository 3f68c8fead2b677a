// The maintenance_windows table, for readers.
import { and, asc, desc, gt, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type MaintenanceWindowRow, maintenanceWindows } from '@/db/schema/maintenance-windows';
import type { UnixMs } from '@/lib/core/time';

/** Not over at `at`, soonest first. */
export function selectComingWindows(db: Db, at: UnixMs, limit: number): MaintenanceWindowRow[] {
  return db
    .select()
    .from(maintenanceWindows)
    .where(gt(maintenanceWindows.endAt, at))
    .orderBy(asc(maintenanceWindows.startAt), asc(maintenanceWindows.id))
    .limit(limit)
    .all();
}

/** Over at `at`, but not before `since`; newest first. */
export function selectPastWindows(db: Db, { since, at, limit }: { since: UnixMs; at: UnixMs; limit: number }) {
  return db
    .select()
    .from(maintenanceWindows)
    .where(and(lte(maintenanceWindows.endAt, at), gt(maintenanceWindows.endAt, since)))
    .orderBy(desc(maintenanceWindows.endAt), desc(maintenanceWindows.id))
    .limit(limit)
    .all();
}
