// The alerts table: messages as channels get them, added when news is told, forgotten after a while.
import { and, asc, count, desc, eq, exists, inArray, isNull, lt, not } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type AlertRow, alerts } from '@/db/schema/alerts';
import { threads } from '@/db/schema/threads';
import { ALERT_EVENTS, isServerTrouble } from '@/lib/core/alert/alert';
import type { UnixMs } from '@/lib/core/time';

/** @returns its id. */
export function insertAlert(db: Db, row: Omit<typeof alerts.$inferInsert, 'id'>): number {
  return db.insert(alerts).values(row).returning({ id: alerts.id }).get().id;
}

export function selectNewestAlert(db: Db, dedupKey: string): AlertRow | undefined {
  return db.select().from(alerts).where(eq(alerts.dedupKey, dedupKey)).orderBy(desc(alerts.id)).limit(1).get();
}

/** What was told last of a trouble that lasts; undefined where none is. */
export function selectNewestTrouble(db: Db, dedupKey: string): AlertRow | undefined {
  return db
    .select()
    .from(alerts)
    .where(and(eq(alerts.dedupKey, dedupKey), inArray(alerts.event, ALERT_EVENTS.filter(isServerTrouble))))
    .orderBy(desc(alerts.id))
    .limit(1)
    .get();
}

export function countAlerts(db: Db, dedupKey: string): number {
  return db.select({ count: count() }).from(alerts).where(eq(alerts.dedupKey, dedupKey)).get()?.count ?? 0;
}

/** With their deliveries. Those of a matter that lasts stay: its end goes to whoever heard of it. */
export function pruneAlerts(db: Db, before: UnixMs, limit: number): number {
  const isOpen = exists(
    db
      .select({ key: threads.key })
      .from(threads)
      .where(and(eq(threads.key, alerts.dedupKey), isNull(threads.endedAt))),
  );
  const old = db
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(lt(alerts.createdAt, before), not(isOpen)))
    .orderBy(asc(alerts.createdAt))
    .limit(limit);
  return db.delete(alerts).where(inArray(alerts.id, old)).run().changes;
}
