// Puts a worded alert into the outbox, with one delivery a channel. Always inside the caller's transaction.
import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { insertAlert } from '@/db/queries/alerts';
import { insertDelivery, selectChannelsTold } from '@/db/queries/deliveries';
import type { AlertMessage } from '@/lib/core/alert/alert';
import { type Alerting, routeAlert } from '@/lib/core/alert/alert-route';
import { composeAlert } from '@/lib/core/alert/compose-alert';
import type { Happening } from '@/lib/core/alert/happening';
import type { UnixMs } from '@/lib/core/time';

export interface Composing {
  at: UnixMs;
  alerting: Alerting;
  /** The server's page; null when there is none to open. */
  address: string | null;
}

export function compose(happening: Happening, { at, alerting, address }: Composing): AlertMessage {
  const links = { server: address, incident: null, acknowledge: null, snooze: null };
  return composeAlert(happening, { id: `alert-${randomUUID()}`, page: alerting.page, links, now: at, repeat: 0 });
}

export interface Enqueued {
  /** Null when it is about Rollcall itself. */
  endpointId: number | null;
  at: UnixMs;
  alerting: Alerting;
}

/** Whoever heard of the trouble hears how it goes on; of its end nobody else does. */
export function enqueue(db: Db, message: AlertMessage, { endpointId, at, alerting }: Enqueued): void {
  const { dedupKey, event, severity } = message;
  const told = selectChannelsTold(db, dedupKey);
  const routed = event === 'outage_resolved' ? [] : routeAlert(message, alerting);
  const alertId = insertAlert(db, { dedupKey, event, severity, endpointId, message, createdAt: at });
  for (const channel of new Set([...told, ...routed])) {
    insertDelivery(db, { alertId, channel, dedupKey, nextAttemptAt: at });
  }
}
