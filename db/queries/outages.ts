// The outages table: opened and closed by status changes.
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { outages } from '@/db/schema/outages';
import type { UnixMs } from '@/lib/core/time';

export function openOutage(db: Db, row: Omit<typeof outages.$inferInsert, 'id' | 'endedAt'>): void {
  db.insert(outages).values(row).run();
}

/** @returns how many were open: 0 or 1. */
export function closeOutage(db: Db, endpointId: number, endedAt: UnixMs): number {
  return db
    .update(outages)
    .set({ endedAt })
    .where(and(eq(outages.endpointId, endpointId), isNull(outages.endedAt)))
    .run().changes;
}
