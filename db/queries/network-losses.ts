// The network_losses table: when nothing beyond this machine could be reached.
import { desc, isNull } from 'drizzle-orm';
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

export function insertLoss(db: Db, row: NetworkLossRow): void {
  db.insert(networkLosses).values(row).onConflictDoNothing().run();
}

export function endLoss(db: Db, endAt: UnixMs): void {
  db.update(networkLosses).set({ endAt }).where(isNull(networkLosses.endAt)).run();
}
