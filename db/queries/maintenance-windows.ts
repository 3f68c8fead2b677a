// The maintenance_windows table: written from the configuration, read when time is booked.
import { and, gt, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type MaintenanceWindowRow, maintenanceWindows } from '@/db/schema/maintenance-windows';
import type { Span, UnixMs } from '@/lib/core/time';

export type NewMaintenanceWindow = Omit<typeof maintenanceWindows.$inferInsert, 'id'>;

/** Windows that cover any part of the span, of any server. */
export function selectWindows(db: Db, span: Span): MaintenanceWindowRow[] {
  return db
    .select()
    .from(maintenanceWindows)
    .where(and(lt(maintenanceWindows.startAt, span.endAt), gt(maintenanceWindows.endAt, span.startAt)))
    .all();
}

/** Those not yet over are replaced by what the configuration says now; past ones are history. */
export function replaceComingWindows(db: Db, windows: readonly NewMaintenanceWindow[], now: UnixMs): void {
  db.delete(maintenanceWindows).where(gt(maintenanceWindows.endAt, now)).run();
  const coming = windows.filter(({ endAt }) => endAt > now);
  if (coming.length > 0) db.insert(maintenanceWindows).values(coming).run();
}
