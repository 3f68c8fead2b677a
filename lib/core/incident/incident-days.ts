// Days and months of a history as people name them, in the page's time zone. Pure.
import { DAY_MS, type UnixMs } from '@/lib/core/time';

/** `2026-11-22`. A zone this machine does not know reads as UTC. */
export function dateOf(at: UnixMs, timezone: string): string {
  const parts = new Map(
    formatter(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Noon UTC of a date: an instant at which words for the day are right when said in UTC. */
export function noonOf(date: string): UnixMs {
  return Date.parse(`${date}T12:00:00Z`);
}

/** The last `count` dates, today first. */
export function lastDates(now: UnixMs, timezone: string, count: number): string[] {
  const noon = noonOf(dateOf(now, timezone));
  return Array.from({ length: count }, (_, ago) => new Date(noon - ago * DAY_MS).toISOString().slice(0, 10));
}

/** `2026-11`, years 1970 to 9999; null for anything else. */
export function monthOf(text: string): string | null {
  return /^(?:19[789]\d|[2-9]\d{3})-(?:0[1-9]|1[0-2])$/.test(text) ? text : null;
}

/** `step` is -1 or 1. */
export function nextMonth(month: string, step: -1 | 1): string {
  const [year, index] = yearAndIndex(month);
  return new Date(Date.UTC(year, index + step, 1)).toISOString().slice(0, 7);
}

/** Holds the whole month in whatever zone, and up to a day of its neighbours at each end. */
export function aroundMonth(month: string): { startAt: UnixMs; endAt: UnixMs } {
  const [year, index] = yearAndIndex(month);
  return { startAt: Date.UTC(year, index, 1) - DAY_MS, endAt: Date.UTC(year, index + 1, 1) + DAY_MS };
}

/** Noon UTC of the first of the month. */
export function noonOfMonth(month: string): UnixMs {
  return noonOf(`${month}-01`);
}

function yearAndIndex(month: string): [year: number, index: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1];
}

/** Making one costs 50 times as much as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  const made = isZone(timezone) ? inZone(timezone) : inZone('UTC');
  formatters.set(timezone, made);
  return made;
}

function inZone(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
}

function isZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}
