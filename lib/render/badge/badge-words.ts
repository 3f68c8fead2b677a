// What a badge says, before it is drawn. Pure; what makes a reading stale is decided by whoever reads.

import type { OverallStatus, ShownStatus } from '@/lib/core/status/status';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';

/** Short enough for a README; the same words as in the API. */
export interface BadgeWords {
  label: string;
  message: string;
  /** Decides the colour; `unknown` is grey. */
  tone: ShownStatus;
}

/** One server, for its badge. */
export interface ServerMark {
  title: string;
  status: ShownStatus;
  /** Time since the newest check, when that is too long ago to be believed; null when it is not. */
  staleMs: number | null;
}

/** The whole page, for its badge. */
export interface PageMark {
  title: string;
  status: OverallStatus;
  upCount: number;
  /** Servers that should answer: neither paused nor in maintenance nor waiting for their first call. */
  calledCount: number;
  staleMs: number | null;
}

export function serverBadge(mark: ServerMark): BadgeWords {
  if (mark.staleMs !== null) return staleBadge(mark.title, mark.staleMs);
  return { label: mark.title, message: mark.status, tone: mark.status };
}

/** "9 of 11 up"; the word for the worst when no server is being called. */
export function pageBadge(mark: PageMark): BadgeWords {
  if (mark.staleMs !== null) return staleBadge(mark.title, mark.staleMs);
  const message = mark.calledCount === 0 ? mark.status : `${mark.upCount} of ${mark.calledCount} up`;
  return { label: mark.title, message, tone: mark.status };
}

/** For a server nobody knows, and for an error of our own: a broken picture would stay in image caches for ever. */
export function unknownBadge(label: string): BadgeWords {
  return { label, message: 'unknown', tone: 'unknown' };
}

function staleBadge(label: string, staleMs: number): BadgeWords {
  return { label, message: `stale ${shortAge(staleMs)}`, tone: 'unknown' };
}

/** "40s", "12m", "3h", "5d": floored. */
function shortAge(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)}s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)}m`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)}h`;
  return `${Math.floor(ms / DAY_MS)}d`;
}
