// Brings the outbox to its channels: claims what is due, sends, and writes down the answer or when to try again. Gets the
// sending handed in; knows no channel but by name.
import type { Db } from '@/db/client';
import {
  claimDelivery,
  type DueDelivery,
  endDeliveryClaim,
  giveUpWaiting,
  selectDueDeliveries,
  selectReceipt,
} from '@/db/queries/deliveries';
import type { DeliveryRow } from '@/db/schema/deliveries';
import type { AlertMessage } from '@/lib/core/alert/alert';
import { DELIVERY_SPAN_MS, retryDelayMs } from '@/lib/core/alert/backoff';
import { type Delivery, type DeliveryReceipt, type FailedDelivery, failedDelivery } from '@/lib/core/alert/delivery';
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';
import type { Logger } from '@/lib/log/logger';

export interface SendRequest {
  /** Name in the configuration. */
  channel: string;
  message: AlertMessage;
  /** Of the newest message with the same `dedupKey` that this channel delivered. */
  previous: DeliveryReceipt | null;
  /** Our own shutdown. */
  signal: AbortSignal;
}

/** One attempt, with a deadline of its own well below CLAIM_MS. Throws only when its signal is aborted. */
export type SendAlert = (request: SendRequest) => Promise<Delivery>;

export interface DelivererDeps {
  db: Db;
  send: SendAlert;
  /** Names of the channels that can be used now; what is meant for others waits. */
  channels: () => readonly string[];
  now: () => UnixMs;
  log: Logger;
  /** From 0 to below 1; tests choose it. */
  random?: () => number;
}

export interface Deliverer {
  /** One turn: starts what is due and has room. Returns at once. */
  deliver(): void;
  /** Aborts what is being sent and gives it back, to be sent at the next start. */
  stop(): Promise<void>;
  /** Being sent now. */
  running(): number;
}

/** Longer than any attempt; after a kill this long passes until the next one. */
export const CLAIM_MS = MINUTE_MS;
/** Each on another channel, so one that hangs takes one place. */
const AT_ONCE = 8;

export function createDeliverer(deps: DelivererDeps): Deliverer {
  const { db, now, log } = deps;
  const random = deps.random ?? Math.random;
  const abort = new AbortController();
  /** By channel: one message at a time. */
  const sending = new Map<string, Promise<void>>();

  function deliver(): void {
    if (abort.signal.aborted) return;
    const channels = deps.channels();
    const stale = giveUpWaiting(db, channels, now() - DELIVERY_SPAN_MS, 'the channel could not be used for a day');
    if (stale > 0) log.error({ count: stale }, 'alerts were given up: their channel could not be used for a day');
    startDue(channels.filter((channel) => !sending.has(channel)));
  }

  function startDue(channels: readonly string[]): void {
    const room = AT_ONCE - sending.size;
    if (room <= 0 || channels.length === 0 || abort.signal.aborted) return;
    for (const due of selectDueDeliveries(db, channels, now(), room)) start(due);
  }

  function start(due: DueDelivery): void {
    const claimed = claimDelivery(db, due.id, now(), now() + CLAIM_MS);
    if (!claimed) return;
    const attempt = sendOnce(claimed, due)
      // Not written down: the claim runs out, and it is sent once more.
      .catch((error: unknown) => log.error({ channel: due.channel, err: error }, 'a delivery ended in a bug'))
      .finally(() => {
        sending.delete(due.channel);
        wakeNext();
      });
    sending.set(due.channel, attempt);
  }

  /** What waits behind it, or for its place, need not wait for the next second. */
  function wakeNext(): void {
    if (abort.signal.aborted) return;
    try {
      startDue(deps.channels().filter((channel) => !sending.has(channel)));
    } catch (error) {
      log.error({ err: error }, 'the next deliveries could not be started');
    }
  }

  async function sendOnce(claimed: DeliveryRow, due: DueDelivery): Promise<void> {
    const delivery = await attemptOf(claimed, due);
    // Our own shutdown is no attempt.
    if (delivery === null) endDeliveryClaim(db, claimed, { attempts: claimed.attempts - 1 });
    else record(claimed, delivery);
  }

  /** Null when Rollcall stops before it is known whether it arrived. */
  async function attemptOf(claimed: DeliveryRow, { channel, message }: DueDelivery): Promise<Delivery | null> {
    const previous = selectReceipt(db, channel, claimed.dedupKey);
    try {
      return await deps.send({ channel, message, previous, signal: abort.signal });
    } catch (error) {
      if (abort.signal.aborted) return null;
      log.error({ channel, alert: claimed.alertId, err: error }, 'sending an alert ended in a bug');
      return failedDelivery('invalid_answer', 'sending it ended in a bug of Rollcall; see the log');
    }
  }

  function record(claimed: DeliveryRow, delivery: Delivery): void {
    const { channel, alertId, attempts } = claimed;
    if (delivery.kind === 'delivered') {
      const { receipt, answer } = delivery;
      const result = { state: 'delivered', receipt, deliveredAt: now(), lastCode: null, lastAnswer: answer } as const;
      if (endDeliveryClaim(db, claimed, result)) log.info({ channel, alert: alertId, attempts }, 'alert delivered');
      return;
    }
    const { code, answer } = delivery;
    const nextAttemptAt = nextAttempt(claimed, delivery);
    const said = { channel, alert: alertId, attempts, code };
    if (nextAttemptAt === null) {
      endDeliveryClaim(db, claimed, { state: 'given_up', lastCode: code, lastAnswer: answer });
      log.error(said, `an alert was given up: ${answer}`);
    } else {
      endDeliveryClaim(db, claimed, { nextAttemptAt, lastCode: code, lastAnswer: answer });
      log.warn(said, `an alert could not be delivered and is tried again: ${answer}`);
    }
  }

  /** Null when there is none. */
  function nextAttempt(
    { attempts, firstAttemptAt }: DeliveryRow,
    { isPermanent, retryAfterMs }: FailedDelivery,
  ): UnixMs | null {
    if (isPermanent) return null;
    const elapsedMs = now() - (firstAttemptAt ?? now());
    const delayMs = retryDelayMs({ attempt: attempts, elapsedMs, retryAfterMs, random: random() });
    return delayMs === null ? null : now() + delayMs;
  }

  async function stop(): Promise<void> {
    abort.abort(new Error('Rollcall is stopping'));
    await Promise.allSettled(sending.values());
  }

  return { deliver, stop, running: () => sending.size };
}
