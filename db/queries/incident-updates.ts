// The updates of incidents: told by the engine and by people, corrected by people.
import { asc, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type IncidentUpdateRow, incidentUpdates } from '@/db/schema/incident-updates';
import type { UnixMs } from '@/lib/core/time';

export type NewIncidentUpdateRow = Omit<typeof incidentUpdates.$inferInsert, 'id'>;

/** @returns its id. */
export function insertIncidentUpdate(db: Db, row: NewIncidentUpdateRow): number {
  return db.insert(incidentUpdates).values(row).returning({ id: incidentUpdates.id }).get().id;
}

export function selectIncidentUpdate(db: Db, id: number): IncidentUpdateRow | undefined {
  return db.select().from(incidentUpdates).where(eq(incidentUpdates.id, id)).get();
}

/** Written last, whenever it was so. */
export function selectNewestUpdate(db: Db, incidentId: number): IncidentUpdateRow | undefined {
  return db
    .select()
    .from(incidentUpdates)
    .where(eq(incidentUpdates.incidentId, incidentId))
    .orderBy(desc(incidentUpdates.id))
    .limit(1)
    .get();
}

export function changeIncidentUpdate(
  db: Db,
  id: number,
  values: Partial<Pick<IncidentUpdateRow, 'body' | 'displayAt' | 'editedAt' | 'editedBy'>>,
): void {
  db.update(incidentUpdates).set(values).where(eq(incidentUpdates.id, id)).run();
}

/** When they were displayed, oldest first. */
export function selectUpdateInstants(db: Db, incidentId: number): { id: number; displayAt: UnixMs }[] {
  return db
    .select({ id: incidentUpdates.id, displayAt: incidentUpdates.displayAt })
    .from(incidentUpdates)
    .where(eq(incidentUpdates.incidentId, incidentId))
    .orderBy(asc(incidentUpdates.displayAt), asc(incidentUpdates.id))
    .all();
}

/** What the machine has told, newest first. */
export function selectNotes(db: Db, incidentId: number): NonNullable<IncidentUpdateRow['note']>[] {
  return db
    .select({ note: incidentUpdates.note })
    .from(incidentUpdates)
    .where(eq(incidentUpdates.incidentId, incidentId))
    .orderBy(desc(incidentUpdates.displayAt), desc(incidentUpdates.id))
    .all()
    .flatMap(({ note }) => note ?? []);
}

export function moveIncidentUpdates(db: Db, fromId: number, intoId: number): void {
  db.update(incidentUpdates).set({ incidentId: intoId }).where(eq(incidentUpdates.incidentId, fromId)).run();
}
