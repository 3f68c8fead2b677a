// When a kept answer may still be served. One rule for all of them: it is made of durations and of what happened since,
// and knows neither addresses nor bytes.
import { SECOND_MS } from '@/lib/core/time';

/** The most urgent thing that happened since an answer was made; each holds for the ones before it. */
export type News =
  | 'none'
  /** A server was called and is as it was: times and figures moved. */
  | 'call'
  /** A server's status changed. */
  | 'status'
  /** A person or a file said something: an incident was posted, a setting changed. */
  | 'word';

export type Freshness =
  | 'fresh'
  /** May be served once more while a new one is made. */
  | 'ageing'
  /** Whoever asks waits for a new one. */
  | 'stale';

export interface KeptFor {
  /** Since the making of it began. */
  ageMs: number;
  /** How long that took. */
  tookMs: number;
  news: News;
}

/**
 * Also without any news: pages show times of day, windows of maintenance begin and end, and a loop that is dead tells
 * nobody of it.
 */
const LONGEST_MS = 5 * SECOND_MS;
const SHORTEST_MS = SECOND_MS;
/** Time in which a new answer is made in the background; without readers an answer is past it, and is made anew. */
const GRACE_MS = SECOND_MS;
/** Making one answer anew after each call may take this share of the time of the thread that serves all others. */
const SHARE = 1 / 50;

export function freshnessOf({ ageMs, tookMs, news }: KeptFor): Freshness {
  const limitMs = limitFor(news, tookMs);
  if (ageMs < limitMs) return 'fresh';
  return limitMs > 0 && ageMs < limitMs + GRACE_MS ? 'ageing' : 'stale';
}

function limitFor(news: News, tookMs: number): number {
  switch (news) {
    case 'word':
      return 0;
    case 'status':
      return SHORTEST_MS;
    case 'call':
      return Math.min(Math.max(tookMs / SHARE, SHORTEST_MS), LONGEST_MS);
    case 'none':
      return LONGEST_MS;
    default:
      return news satisfies never;
  }
}
