// Puts a worded alert into the outbox, with one delivery a channel. Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { insertAlert } from '@/db/queries/alerts';
import { insertDelivery, selectChannelsTold } from '@/db/queries/deliveries';
import type { AlertMessage } from '@/lib/core/alert/alert';
import { partOf } from '@/lib/core/alert/alert';
import { type Alerting, routeAlert } from '@/lib/core/alert/alert-route';
import type { UnixMs } from '@/lib/core/time';

export interface Enqueued {
  /** Null when it is about Rollcall itself, or about several servers. */
  endpointId: number | null;
  at: UnixMs;
  alerting: Alerting;
}

/** Whoever heard of the trouble hears how it goes on; of its end, and of who took it, nobody else does. */
export function enqueue(db: Db, message: AlertMessage, { endpointId, at, alerting }: Enqueued): void {
  const { dedupKey, event, severity } = message;
  const told = selectChannelsTold(db, dedupKey);
  const isForTold = partOf(event) === 'ends' || event === 'outage_acknowledged';
  const routed = isForTold ? [] : routeAlert(message, alerting);
  const alertId = insertAlert(db, { dedupKey, event, severity, endpointId, message, createdAt: at });
  for (const channel of new Set([...told, ...routed])) {
    insertDelivery(db, { alertId, channel, dedupKey, nextAttemptAt: at });
  }
}
