// When an endpoint is called next. Pure: the hash of the slug spreads a thousand servers over the minute, the same
// way after every restart.
import { modulo, SECOND_MS, type UnixMs } from '@/lib/core/time';

/** While it is in doubt whether the network is there, the answer is worth a call more. */
const DOUBT_MS = 10 * SECOND_MS;
/** After a first unexpected answer the next two calls come 5 s and 15 s after it (design rule 6). */
const RECHECKS_MS = [5 * SECOND_MS, 15 * SECOND_MS];
/** A newcomer is called within this time, so that its first verdict does not wait for its place in the minute. */
const NEWCOMER_SPREAD_MS = 8 * SECOND_MS;
/** Between two calls of one server there is always this much rest. */
const REST_MS = SECOND_MS;

export interface Turn {
  slug: string;
  intervalMs: number;
  /** When the check that was just made ended. */
  endedAt: UnixMs;
  /** The run of unexpected verdicts under way; null when the last verdict agreed with the status. */
  pending: { firstAt: UnixMs; count: number } | null;
  /** The run is long enough, but it may be the network's fault; left away: it is not. */
  isDoubted?: boolean;
  /** See restUntilOf; null when it may be called in its turn. */
  restUntil: UnixMs | null;
}

/** Longest time that a server's Retry-After is obeyed: an hour, else a hostile header would silence us for ever. */
export const RETRY_AFTER_LIMIT_MS = 60 * 60 * SECOND_MS;

/** `retryAfterMs`: how long it asked us to stay away, 0 when it throttled without a word of that; null when it did not. */
export function restUntilOf(endedAt: UnixMs, retryAfterMs: number | null): UnixMs | null {
  return retryAfterMs === null ? null : endedAt + Math.min(retryAfterMs, RETRY_AFTER_LIMIT_MS);
}

export function nextCheckAt(turn: Turn): UnixMs {
  const restedAt = turn.endedAt + REST_MS;
  const regularAt = nextTurn(turn.slug, turn.intervalMs, restedAt - 1);
  // It is spared the quick calls, too.
  if (turn.restUntil !== null) return Math.max(regularAt, turn.restUntil);
  const recheckMs = turn.pending ? RECHECKS_MS[turn.pending.count - 1] : undefined;
  if (turn.isDoubted && recheckMs === undefined) return Math.min(regularAt, turn.endedAt + DOUBT_MS);
  if (!turn.pending || recheckMs === undefined) return regularAt;
  return Math.min(regularAt, Math.max(turn.pending.firstAt + recheckMs, restedAt));
}

/** The first instant after `after` that is this endpoint's own place in its interval. */
export function nextTurn(slug: string, intervalMs: number, after: UnixMs): UnixMs {
  const place = stableHash(slug) % intervalMs;
  return after + intervalMs - modulo(after - place, intervalMs);
}

/** First call of an endpoint that was never called. */
export function firstTurn(slug: string, now: UnixMs): UnixMs {
  return now + (stableHash(slug) % NEWCOMER_SPREAD_MS);
}

/** FNV-1a, 32 bit: the same on every machine and in every version, unlike an id or insertion order. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
