// When a message that could not be delivered is tried again: full jitter over a doubling span, for a day. Pure; the
// random number comes in.
import { DAY_MS, HOUR_MS, SECOND_MS } from '@/lib/core/time';

/** From the first attempt on; then the message is given up. */
export const DELIVERY_SPAN_MS = DAY_MS;

/** An alert is urgent, so the first gaps are short. */
const FIRST_SPAN_MS = 10 * SECOND_MS;
const LONGEST_SPAN_MS = HOUR_MS;
/** Nobody is helped by an attempt at once. */
const SHORTEST_DELAY_MS = SECOND_MS;
/** Receivers that throttle many senders should not see them all at the same instant. */
const RETRY_AFTER_SPREAD = 0.1;

export interface FailedAttempt {
  /** 1 for the first. */
  attempt: number;
  /** Since the first attempt began. */
  elapsedMs: number;
  /** What the receiver asked for; null when it did not. */
  retryAfterMs: number | null;
  /** From 0 to below 1. */
  random: number;
}

/** Milliseconds until the next attempt; null when there is none within the day. */
export function retryDelayMs({ attempt, elapsedMs, retryAfterMs, random }: FailedAttempt): number | null {
  const spanMs = Math.min(FIRST_SPAN_MS * 2 ** Math.max(0, attempt - 1), LONGEST_SPAN_MS);
  const ownMs = Math.max(SHORTEST_DELAY_MS, random * spanMs);
  const askedMs = retryAfterMs === null ? 0 : retryAfterMs * (1 + random * RETRY_AFTER_SPREAD);
  const delayMs = Math.ceil(Math.max(ownMs, askedMs));
  return elapsedMs + delayMs > DELIVERY_SPAN_MS ? null : delayMs;
}
