// The alerts table: added by state changes, read to know what was told, forgotten after a while.
import { and, asc, desc, eq, exists, inArray, isNull, lt, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '@/db/client';
import { type AlertRow, alerts } from '@/db/schema/alerts';
import type { UnixMs } from '@/lib/core/time';

/** @returns its id. */
export function insertAlert(db: Db, row: Omit<typeof alerts.$inferInsert, 'id'>): number {
  return db.insert(alerts).values(row).returning({ id: alerts.id }).get().id;
}

/** What was told of an endpoint's trouble and not ended yet, oldest first; empty when nothing is open. */
export function selectOpenAlerts(db: Db, endpointId: number): AlertRow[] {
  const newest = db
    .select({ event: alerts.event, dedupKey: alerts.dedupKey })
    .from(alerts)
    .where(
      and(
        eq(alerts.endpointId, endpointId),
        inArray(alerts.event, ['outage_opened', 'outage_worsened', 'outage_resolved', 'credential_rejected']),
      ),
    )
    .orderBy(desc(alerts.id))
    .limit(1)
    .get();
  if (!newest || newest.event === 'outage_resolved') return [];
  return db.select().from(alerts).where(eq(alerts.dedupKey, newest.dedupKey)).orderBy(asc(alerts.id)).all();
}

export function hasAlert(db: Db, dedupKey: string): boolean {
  return db.select({ id: alerts.id }).from(alerts).where(eq(alerts.dedupKey, dedupKey)).limit(1).get() !== undefined;
}

/** With their deliveries. What is told of an outage stays until its end was told: else it would be told again. */
export function pruneAlerts(db: Db, before: UnixMs, limit: number): number {
  const ending = alias(alerts, 'ending');
  const isEnded = exists(
    db
      .select({ id: ending.id })
      .from(ending)
      .where(and(eq(ending.dedupKey, alerts.dedupKey), eq(ending.event, 'outage_resolved'))),
  );
  const old = db
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(lt(alerts.createdAt, before), or(isNull(alerts.endpointId), isEnded)))
    .orderBy(asc(alerts.createdAt))
    .limit(limit);
  return db.delete(alerts).where(inArray(alerts.id, old)).run().changes;
}
