// An administrator has mended a channel and has a message that was given up tried once more.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { reviveDelivery, selectDelivery } from '@/db/queries/deliveries';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

/** `not_given_up`: it is on its way, or has arrived. */
export type Retrying = { ok: true } | { ok: false; code: 'not_found' | 'not_given_up' };

/** From `now` on it has a day again. */
export function retryDelivery(db: Db, actor: Actor, deliveryId: number, now: UnixMs): Retrying {
  return inTransaction(db, () => {
    const delivery = selectDelivery(db, deliveryId);
    if (!delivery) return { ok: false, code: 'not_found' };
    if (!reviveDelivery(db, deliveryId, now)) return { ok: false, code: 'not_given_up' };
    insertAudit(
      db,
      actor,
      { action: 'alert.retried', subject: delivery.channel, after: { delivery: deliveryId } },
      now,
    );
    return { ok: true };
  });
}
