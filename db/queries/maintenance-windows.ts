// The maintenance_windows table: written from the configuration and by people, read when time is booked.
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { type MaintenanceWindowRow, maintenanceWindows } from '@/db/schema/maintenance-windows';
import type { Span, UnixMs } from '@/lib/core/time';

export type NewMaintenanceWindow = typeof maintenanceWindows.$inferInsert;

const within = prepared((db) =>
  db
    .select()
    .from(maintenanceWindows)
    .where(
      and(
        lt(maintenanceWindows.startAt, sql.placeholder('endAt')),
        gt(maintenanceWindows.endAt, sql.placeholder('startAt')),
      ),
    )
    .prepare(),
);

/** Windows that cover any part of the span, of any server. */
export function selectWindows(db: Db, { startAt, endAt }: Span): MaintenanceWindowRow[] {
  return within(db).all({ startAt, endAt });
}

export function selectWindowsEndingAfter(db: Db, at: UnixMs): MaintenanceWindowRow[] {
  return db.select().from(maintenanceWindows).where(gt(maintenanceWindows.endAt, at)).all();
}

export function selectWindow(db: Db, id: number): MaintenanceWindowRow | undefined {
  return db.select().from(maintenanceWindows).where(eq(maintenanceWindows.id, id)).get();
}

export function insertWindow(db: Db, window: NewMaintenanceWindow): void {
  db.insert(maintenanceWindows).values(window).run();
}

export function updateWindow(db: Db, id: number, change: Partial<NewMaintenanceWindow>): void {
  db.update(maintenanceWindows).set(change).where(eq(maintenanceWindows.id, id)).run();
}

export function deleteWindows(db: Db, ids: readonly number[]): void {
  if (ids.length > 0)
    db.delete(maintenanceWindows)
      .where(inArray(maintenanceWindows.id, [...ids]))
      .run();
}
