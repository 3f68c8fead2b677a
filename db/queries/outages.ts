// The outages table and its steps: opened, continued and closed as lib/core/history/outage.ts decides.
import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { outageSteps } from '@/db/schema/outage-steps';
import { type OutageRow, outages } from '@/db/schema/outages';
import type { UnixMs } from '@/lib/core/time';

const openOne = prepared((db) =>
  db
    .select()
    .from(outages)
    .where(and(eq(outages.endpointId, sql.placeholder('endpointId')), isNull(outages.endedAt)))
    .prepare(),
);

/** One at most, by a unique index. */
export function selectOpenOutage(db: Db, endpointId: number): OutageRow | undefined {
  return openOne(db).get({ endpointId });
}

/** @returns its id. */
export function openOutage(db: Db, row: typeof outages.$inferInsert): number {
  return db.insert(outages).values(row).returning({ id: outages.id }).get().id;
}

export function updateOpenOutage(db: Db, endpointId: number, values: Partial<OutageRow>): void {
  db.update(outages).set(values).where(isOpen(endpointId)).run();
}

export function insertStep(db: Db, row: typeof outageSteps.$inferInsert): void {
  db.insert(outageSteps).values(row).run();
}

/** A good stretch that begins at the end is no part of it. @returns how many were open: 0 or 1. */
export function closeOutage(db: Db, endpointId: number, endedAt: UnixMs): number {
  const [closed] = db.update(outages).set({ endedAt }).where(isOpen(endpointId)).returning({ id: outages.id }).all();
  if (!closed) return 0;
  const { outageId, at, status } = outageSteps;
  db.delete(outageSteps)
    .where(and(eq(outageId, closed.id), gte(at, endedAt), eq(status, 'up')))
    .run();
  return 1;
}

function isOpen(endpointId: number) {
  return and(eq(outages.endpointId, endpointId), isNull(outages.endedAt));
}
