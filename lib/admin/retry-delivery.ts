// An administrator has mended a channel and has a message that was given up tried once more.
import type { Db } from '@/db/client';
import { reviveDelivery, selectDelivery } from '@/db/queries/deliveries';
import { inTransaction } from '@/db/transaction';
import type { UnixMs } from '@/lib/core/time';

/** `not_given_up`: it is on its way, or has arrived. */
export type Retrying = { ok: true } | { ok: false; code: 'not_found' | 'not_given_up' };

/** From `now` on it has a day again. */
export function retryDelivery(db: Db, deliveryId: number, now: UnixMs): Retrying {
  return inTransaction(db, () => {
    if (reviveDelivery(db, deliveryId, now)) return { ok: true };
    return { ok: false, code: selectDelivery(db, deliveryId) ? 'not_given_up' : 'not_found' };
  });
}
