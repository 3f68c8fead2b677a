// The network_losses table: when nothing beyond this machine could be reached.
import { and, desc, gte, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type NetworkLossRow, networkLosses } from '@/db/schema/network-losses';
import type { UnixMs } from '@/lib/core/time';

/** The one that lasts; undefined when something answers. */
export function selectNetworkLoss(db: Db): NetworkLossRow | undefined {
  return db.select().from(networkLosses).where(isNull(networkLosses.endAt)).limit(1).get();
}

export function selectNewestLoss(db: Db): NetworkLossRow | undefined {
  return db.select().from(networkLosses).orderBy(desc(networkLosses.startAt)).limit(1).get();
}

/** Those that last, or ended at `fromAt` or later; newest first. */
export function selectLossesSince(db: Db, fromAt: UnixMs): NetworkLossRow[] {
  const isRecent = and(isNotNull(networkLosses.endAt), gte(networkLosses.endAt, fromAt));
  return db
    .select()
    .from(networkLosses)
    .where(or(isNull(networkLosses.endAt), isRecent))
    .orderBy(desc(networkLosses.startAt))
    .all();
}

export function insertLoss(db: Db, row: NetworkLossRow): void {
  db.insert(networkLosses).values(row).onConflictDoNothing().run();
}

export function endLoss(db: Db, endAt: UnixMs): void {
  db.update(networkLosses).set({ endAt }).where(isNull(networkLosses.endAt)).run();
}
