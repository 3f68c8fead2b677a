// The digest_entries table: alerts that wait for a digest, and what has become of them.
import { and, asc, eq, inArray, isNull, lte, max } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { alerts } from '@/db/schema/alerts';
import { type DigestEntryRow, digestEntries } from '@/db/schema/digest-entries';
import type { AlertMessage } from '@/lib/core/alert/alert';
import type { UnixMs } from '@/lib/core/time';

/** One alert is in one digest of a channel at most. */
export function insertDigestEntry(
  db: Db,
  { alertId, channel, dedupKey, dueAt }: Pick<DigestEntryRow, 'alertId' | 'channel' | 'dedupKey' | 'dueAt'>,
): void {
  db.insert(digestEntries).values({ alertId, channel, dedupKey, dueAt }).onConflictDoNothing().run();
}

/** Channels in whose digests something of this key is, with the latest of them. */
export function selectDigested(db: Db, dedupKey: string): { channel: string; dueAt: UnixMs }[] {
  return db
    .select({ channel: digestEntries.channel, dueAt: max(digestEntries.dueAt) })
    .from(digestEntries)
    .where(eq(digestEntries.dedupKey, dedupKey))
    .groupBy(digestEntries.channel)
    .all()
    .map(({ channel, dueAt }) => ({ channel, dueAt: dueAt ?? 0 }));
}

export interface DueEntry {
  id: number;
  channel: string;
  message: AlertMessage;
  createdAt: UnixMs;
}

/** Oldest first. */
export function selectDueEntries(db: Db, now: UnixMs): DueEntry[] {
  return db
    .select({
      id: digestEntries.id,
      channel: digestEntries.channel,
      message: alerts.message,
      createdAt: alerts.createdAt,
    })
    .from(digestEntries)
    .innerJoin(alerts, eq(alerts.id, digestEntries.alertId))
    .where(and(isNull(digestEntries.gatheredAt), lte(digestEntries.dueAt, now)))
    .orderBy(asc(alerts.id))
    .all();
}

export function gatherEntries(db: Db, ids: readonly number[], gatheredAt: UnixMs): void {
  db.update(digestEntries)
    .set({ gatheredAt })
    .where(inArray(digestEntries.id, [...ids]))
    .run();
}
