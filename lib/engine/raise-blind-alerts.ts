// Tells once of each stretch of time in which Rollcall did not run. Found by the heartbeat, often before the
// configuration says whom to tell; so what was not told yet is looked for in the store.
import type { Db } from '@/db/client';
import { hasAlert } from '@/db/queries/alerts';
import { selectBlindSpans } from '@/db/queries/read-blind-spans';
import { inTransaction } from '@/db/transaction';
import { alertKey } from '@/lib/core/alert/alert-key';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { compose, enqueue } from '@/lib/engine/outbox';

/** Older ones are history. */
const NEWS_MS = DAY_MS;

export function raiseBlindAlerts(db: Db, alerting: Alerting, now: UnixMs): void {
  inTransaction(db, () => {
    for (const { startAt, endAt } of selectBlindSpans(db, now - NEWS_MS).toReversed()) {
      const happening = { event: 'monitor_blind', startAt, endAt } as const;
      if (hasAlert(db, alertKey(happening, now))) continue;
      enqueue(db, compose(happening, { at: now, alerting, address: null }), { endpointId: null, at: now, alerting });
    }
  });
}
