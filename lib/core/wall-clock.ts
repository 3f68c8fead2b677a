// From a date and time on somebody's wall to an instant and back, in any named time zone, across daylight saving. Uses
// Intl only.
import { DAY_MS, MINUTE_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';

/** What a clock on a wall shows, as the instant at which a clock in UTC shows the same. Says nothing of a zone. */
export type WallMs = number;

export interface WallClock {
  wallMs: WallMs;
  /** How far that wall is ahead of UTC, when the text says so; null when a time zone must tell. */
  offsetMs: number | null;
}

/** `2026-12-01T22:00`, seconds optional, and an offset (`Z`, `+02:00`) when it needs no time zone. */
const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/;

/** Beyond them lies no plan, only a slip of the finger. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** Names from the IANA list only ("Europe/Berlin", "UTC"): offsets know no daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** Null when the text is no date and time from 1970 to 2199, or names a day that does not exist. */
export function readWallClock(text: string): WallClock | null {
  const match = WALL_CLOCK.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(wallMs);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal || year < FIRST_YEAR || year > LAST_YEAR) return null;
  const offset = match[7];
  return { wallMs, offsetMs: offset === undefined ? null : fixedOffsetMs(offset) };
}

/** Null as in readWallClock. `timeZone` must satisfy isTimeZone; a text with an offset does not ask for it. */
export function parseWallClock(text: string, timeZone: string): UnixMs | null {
  const clock = readWallClock(text);
  if (clock === null) return null;
  return clock.offsetMs === null ? instantOf(clock.wallMs, timeZone) : clock.wallMs - clock.offsetMs;
}

/**
 * When the clocks of a zone show this. A time that they skip in spring means the same length later (02:30 is 03:30); one
 * that comes twice in autumn means its first time. Calendars and Temporal do the same.
 */
export function instantOf(wallMs: WallMs, timeZone: string): UnixMs {
  // No zone is more than a day away from UTC, so the two offsets are those before and after any change on that day.
  const before = offsetMs(wallMs - DAY_MS, timeZone);
  const after = offsetMs(wallMs + DAY_MS, timeZone);
  const candidates = [wallMs - before, wallMs - after].filter((at) => wallClockAt(at, timeZone) === wallMs);
  return candidates.length > 0 ? Math.min(...candidates) : wallMs - before;
}

/** What the clocks of a zone show at an instant. */
export function wallClockAt(at: UnixMs, timeZone: string): WallMs {
  return at + offsetMs(at, timeZone);
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(at: UnixMs, timeZone: string): number {
  const parts = formatter(timeZone).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return wall - Math.floor(at / SECOND_MS) * SECOND_MS;
}

/** Making one costs 50 times as much as using it. There are some hundred zones, so the map stays small. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}

function fixedOffsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
