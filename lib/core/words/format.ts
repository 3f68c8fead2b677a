// Numbers, spans and instants as people read them. English only, in the page's time zone; it does not know where on a
// page they stand.
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';

/** "1 tool", "12 tools", "no tools". */
export function countText(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and 5 more" when there are more than `limit` names. */
export function listText(names: readonly string[], limit = 3): string {
  const shown = names.length > limit ? [...names.slice(0, limit - 1), `${names.length - limit + 1} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** A span as exactly as it matters, floored: "under a minute", "22 minutes", "1 hour 5 minutes", "3 days". */
export function durationText(ms: number): string {
  if (ms < MINUTE_MS) return 'under a minute';
  if (ms < HOUR_MS) return countText(Math.floor(ms / MINUTE_MS), 'minute');
  if (ms < 10 * HOUR_MS) return twoUnits(ms, [HOUR_MS, 'hour'], [MINUTE_MS, 'minute']);
  if (ms < 2 * DAY_MS) return countText(Math.floor(ms / HOUR_MS), 'hour');
  if (ms < 7 * DAY_MS) return twoUnits(ms, [DAY_MS, 'day'], [HOUR_MS, 'hour']);
  return countText(Math.floor(ms / DAY_MS), 'day');
}

/** "0:37", "12:05"; from an hour on "1:02:03". A time that has passed reads "0:00". */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${hours > 0 ? pad(minutes) : minutes}:${pad(rest)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** "Next call in 0:37." The same words on the server and in the browser, where they tick. Null when nothing is due. */
export function nextCallText(remainingMs: number | null): string {
  if (remainingMs === null) return '';
  return remainingMs <= 0 ? 'Next call any moment.' : `Next call in ${countdownText(remainingMs)}.`;
}

/** "41 ms", "1.4 s", "12 s". */
export function latencyText(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  return `${ms < 10 * SECOND_MS ? (ms / SECOND_MS).toFixed(1) : Math.round(ms / SECOND_MS)} s`;
}

/** "14:03". */
export function clockText(at: UnixMs, timezone: string): string {
  return formatter('clock', timezone).format(at);
}

/** "12 Aug". */
export function dayText(at: UnixMs, timezone: string): string {
  return formatter('day', timezone).format(at);
}

/** As short as it can be said: "13:41" today, "12 Aug, 13:41" this year, "12 Aug 2025, 13:41" before. */
export function whenText(at: UnixMs, now: UnixMs, timezone: string): string {
  const clock = clockText(at, timezone);
  const date = formatter('date', timezone).format(at);
  const today = formatter('date', timezone).format(now);
  if (date === today) return clock;
  const isThisYear = date.slice(-4) === today.slice(-4);
  return `${isThisYear ? dayText(at, timezone) : date}, ${clock}`;
}

/** "America/New York": the name of a zone as people write it. */
export function zoneText(timezone: string): string {
  return timezone.replaceAll('_', ' ');
}

/** RFC 3339 in UTC, for the `dateTime` of a time element. */
export function isoText(at: UnixMs): string {
  return new Date(at).toISOString();
}

const FORMATS = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one costs 50 times as much as using it, and a page uses hundreds. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(kind: keyof typeof FORMATS, timezone: string): Intl.DateTimeFormat {
  const key = `${kind} ${timezone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...FORMATS[kind], timeZone: knownZone(timezone) });
  formatters.set(key, made);
  return made;
}

/** A zone this machine does not know reads as UTC: a misspelt setting must not take the page down. */
function knownZone(timezone: string): string {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: timezone });
    return timezone;
  } catch {
    return 'UTC';
  }
}

type Unit = readonly [ms: number, name: string];

function twoUnits(ms: number, [largeMs, large]: Unit, [smallMs, small]: Unit): string {
  const rest = Math.floor((ms % largeMs) / smallMs);
  const first = countText(Math.floor(ms / largeMs), large);
  return rest === 0 ? first : `${first} ${countText(rest, small)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
