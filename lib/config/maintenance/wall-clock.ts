// From a date and time on somebody's wall to an instant, in any named time zone, across daylight saving. Uses Intl only.
import { DAY_MS, MINUTE_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';

/** `2026-12-01T22:00`, seconds optional, and an offset (`Z`, `+02:00`) when it needs no time zone. */
const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/;

/** Names from the IANA list only ("Europe/Berlin", "UTC"): offsets know no daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/**
 * Null when the text is no date and time, or names a day that does not exist. `timeZone` must satisfy isTimeZone.
 * A time that the clocks skip in spring means the same length later (02:30 is 03:30); one that comes twice in autumn
 * means its first time. Calendars and Temporal do the same.
 */
export function parseWallClock(text: string, timeZone: string): UnixMs | null {
  const match = WALL_CLOCK.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(asUtc);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal || year < 1970) return null;
  const offset = match[7];
  return offset === undefined ? inTimeZone(asUtc, timeZone) : asUtc - fixedOffsetMs(offset);
}

function inTimeZone(asUtc: number, timeZone: string): UnixMs {
  // No zone is more than a day away from UTC, so the two offsets are those before and after any change on that day.
  const before = offsetMs(asUtc - DAY_MS, timeZone);
  const after = offsetMs(asUtc + DAY_MS, timeZone);
  const candidates = [asUtc - before, asUtc - after].filter((at) => at + offsetMs(at, timeZone) === asUtc);
  return candidates.length > 0 ? Math.min(...candidates) : asUtc - before;
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(at: UnixMs, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return wall - Math.floor(at / SECOND_MS) * SECOND_MS;
}

function fixedOffsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
