// The delivery log for administrators: what went where, and what the other side said. Answers are redacted when stored.
import { type Db, openDb } from '@/db/client';
import {
  type DeliveryFilter,
  type LoggedDelivery,
  selectDeliveries,
  selectLastAnswered,
} from '@/db/queries/read-deliveries';
import type { AlertEvent, AlertSeverity } from '@/lib/core/alert/alert';
import type { DeliveryCode } from '@/lib/core/alert/delivery';
import type { UnixMs } from '@/lib/core/time';

export interface DeliveryView {
  id: number;
  channel: string;
  event: AlertEvent;
  severity: AlertSeverity;
  firstLine: string;
  /** `dropped`: quiet hours held it until it was no news any more. */
  state: 'pending' | 'delivered' | 'given_up' | 'dropped';
  attempts: number;
  /** Why the last attempt failed; null when it did not. */
  code: DeliveryCode | null;
  /** What the other side said last: one line. */
  answer: string | null;
  createdAt: UnixMs;
  /** Null unless it is pending. */
  nextAttemptAt: UnixMs | null;
  deliveredAt: UnixMs | null;
}

export interface DeliveryPage {
  deliveries: DeliveryView[];
  /** To be given as `beforeId` for the next page; null on the last one. */
  nextBeforeId: number | null;
}

export function readDeliveries(filter: DeliveryFilter, limit: number, db: Db = openDb()): DeliveryPage {
  const rows = selectDeliveries(db, filter, limit + 1);
  const views = rows.slice(0, limit).map(deliveryView);
  return { deliveries: views, nextBeforeId: rows.length > limit ? (views.at(-1)?.id ?? null) : null };
}

/** How each channel that was ever used does: its newest attempt, by the channel's name. */
export function readChannelAnswers(db: Db = openDb()): Map<string, DeliveryView> {
  return new Map(selectLastAnswered(db).map((row) => [row.delivery.channel, deliveryView(row)]));
}

function deliveryView({ delivery, alert }: LoggedDelivery): DeliveryView {
  const { id, channel, state, attempts, lastCode, lastAnswer, nextAttemptAt, deliveredAt } = delivery;
  return {
    id,
    channel,
    event: alert.event,
    severity: alert.severity,
    firstLine: alert.message.firstLine,
    state,
    attempts,
    code: lastCode,
    answer: lastAnswer,
    createdAt: alert.createdAt,
    nextAttemptAt: state === 'pending' ? nextAttemptAt : null,
    deliveredAt,
  };
}
