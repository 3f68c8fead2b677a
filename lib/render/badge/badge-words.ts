// What a badge says, before it is drawn. Pure; what makes a reading stale is decided by whoever reads.

import type { OverallStatus, ShownStatus } from '@/lib/core/status/status';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { countText } from '@/lib/core/words/format';

/** Short enough for a README; the same words as in the API. */
export interface BadgeWords {
  label: string;
  message: string;
  /** Decides the colour; `unknown` is grey. */
  tone: ShownStatus;
  /** Nothing is known now: grey whatever colour was asked for, so that no old badge looks well. */
  isUncertain: boolean;
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
  /** Open incidents that people tell and that no server's state shows (lib/core/incident/told.ts). */
  incidentCount: number;
  staleMs: number | null;
}

export function serverBadge(mark: ServerMark): BadgeWords {
  if (mark.staleMs !== null) return staleBadge(mark.title, mark.staleMs);
  return saying(mark.title, mark.status, mark.status);
}

/** "9 of 11 up", "11 of 11 up, 1 incident"; the word for the worst when no server is being called. */
export function pageBadge(mark: PageMark): BadgeWords {
  if (mark.staleMs !== null) return staleBadge(mark.title, mark.staleMs);
  const servers = mark.calledCount === 0 ? mark.status : `${mark.upCount} of ${mark.calledCount} up`;
  const incidents = mark.incidentCount === 0 ? '' : `, ${countText(mark.incidentCount, 'incident')}`;
  return saying(mark.title, `${servers}${incidents}`, mark.status);
}

/** For a server nobody knows, and for an error of our own: a broken picture would stay in image caches for ever. */
export function unknownBadge(label: string): BadgeWords {
  return { label, message: 'unknown', tone: 'unknown', isUncertain: true };
}

export function staleBadge(label: string, staleMs: number): BadgeWords {
  return { label, message: `stale ${shortAge(staleMs)}`, tone: 'unknown', isUncertain: true };
}

export function saying(label: string, message: string, tone: ShownStatus): BadgeWords {
  return { label, message, tone, isUncertain: tone === 'unknown' };
}

/** "40 s", "12 min", "3 h", "5 d": floored. */
function shortAge(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} d`;
}
