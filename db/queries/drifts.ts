// The drifts table: rows added, counted on, led on, approved and at last forgotten.
import { and, desc, eq, gt, isNull, notInArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type DriftRow, drifts } from '@/db/schema/drifts';
import type { DriftChange, DriftKind } from '@/lib/core/drift/drift-change';
import type { KnownDrift } from '@/lib/core/drift/drift-record';
import type { UnixMs } from '@/lib/core/time';

/** Those seen after `since`, newest first, without their changes. */
export function selectRecentDrifts(db: Db, endpointId: number, since: UnixMs, limit: number): KnownDrift[] {
  return db
    .select({
      id: drifts.id,
      fromCatalogueId: drifts.fromCatalogueId,
      toCatalogueId: drifts.toCatalogueId,
      at: drifts.at,
      lastSeenAt: drifts.lastSeenAt,
      approvedAt: drifts.approvedAt,
    })
    .from(drifts)
    .where(and(eq(drifts.endpointId, endpointId), gt(drifts.lastSeenAt, since)))
    .orderBy(desc(drifts.lastSeenAt), desc(drifts.id))
    .limit(limit)
    .all();
}

export function selectDrift(db: Db, id: number): DriftRow | undefined {
  return db.select().from(drifts).where(eq(drifts.id, id)).get();
}

/** @returns its id. */
export function insertDrift(db: Db, row: Omit<typeof drifts.$inferInsert, 'id'>): number {
  return db.insert(drifts).values(row).returning({ id: drifts.id }).get().id;
}

/** What a row leads to when a change counts on it; left away when it is the same change once more. */
export interface LedOn {
  toCatalogueId: number;
  /** Null when nothing differs any more: then it stays as bad as it was. */
  kind: DriftKind | null;
  changes: DriftChange[];
}

/** @returns whether it did; false when somebody approved the row meanwhile. */
export function countOnDrift(db: Db, id: number, at: UnixMs, ledOn?: LedOn): boolean {
  const led = ledOn && {
    toCatalogueId: ledOn.toCatalogueId,
    changes: ledOn.changes,
    ...(ledOn.kind && { kind: ledOn.kind }),
  };
  return (
    db
      .update(drifts)
      .set({ lastSeenAt: at, seenCount: sql`${drifts.seenCount} + 1`, ...led })
      .where(and(eq(drifts.id, id), isNull(drifts.approvedAt)))
      .run().changes === 1
  );
}

/** All of one endpoint that are not approved yet. */
export function approveDrifts(db: Db, endpointId: number, approval: { approvedAt: UnixMs; approvedBy: string }): void {
  db.update(drifts)
    .set(approval)
    .where(and(eq(drifts.endpointId, endpointId), isNull(drifts.approvedAt)))
    .run();
}

/** Forgets all of one endpoint but the newest. @returns how many. */
export function pruneDrifts(db: Db, endpointId: number, keptCount: number): number {
  const newest = db
    .select({ id: drifts.id })
    .from(drifts)
    .where(eq(drifts.endpointId, endpointId))
    .orderBy(desc(drifts.lastSeenAt), desc(drifts.id))
    .limit(keptCount);
  return db
    .delete(drifts)
    .where(and(eq(drifts.endpointId, endpointId), notInArray(drifts.id, newest)))
    .run().changes;
}
