// Hours in which what is not urgent waits, and when a digest goes out: by the clocks of a zone, across daylight saving.
// Pure.
import { DAY_MS, MINUTE_MS, modulo, type UnixMs } from '@/lib/core/time';
import { instantOf, wallClockAt } from '@/lib/core/wall-clock';
import type { AlertSeverity } from './alert';

export interface QuietHours {
  /** Minutes after midnight. Where `to` is not later, it is that of the next day. */
  from: number;
  to: number;
  timezone: string;
  /** Of the beginning, 0 for Sunday; empty for every day. */
  days: readonly number[];
  severities: readonly AlertSeverity[];
}

export interface DigestTime {
  /** Minutes after midnight. */
  at: number;
  timezone: string;
  severities: readonly AlertSeverity[];
}

/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** Their end; null when it is not quiet. */
export function quietUntil({ from, to, timezone, days }: Omit<QuietHours, 'severities'>, now: UnixMs): UnixMs | null {
  const today = Math.floor(wallClockAt(now, timezone) / DAY_MS);
  // What began yesterday may last until now.
  for (const day of [today - 1, today]) {
    if (days.length > 0 && !days.includes(modulo(day + FIRST_WEEKDAY, 7))) continue;
    const startAt = atClock(day, from, timezone);
    const endAt = atClock(to > from ? day : day + 1, to, timezone);
    if (startAt <= now && now < endAt) return endAt;
  }
  return null;
}

/** The next one after `now`. */
export function nextDigestAt({ at, timezone }: Omit<DigestTime, 'severities'>, now: UnixMs): UnixMs {
  const today = Math.floor(wallClockAt(now, timezone) / DAY_MS);
  const due = atClock(today, at, timezone);
  return due > now ? due : atClock(today + 1, at, timezone);
}

function atClock(day: number, minutes: number, timezone: string): UnixMs {
  return instantOf(day * DAY_MS + minutes * MINUTE_MS, timezone);
}
