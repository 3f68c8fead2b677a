// Numbers, spans and instants as people read them, in the page's time zone and language; English unless told. It does
// not know where on a page they stand.
import { formatUptime } from '@/lib/core/history/uptime';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { units as de } from './text/de/units';
import { units as en } from './text/en/units';

const UNITS: Record<Language, typeof en> = { en, de };

/** "1 tool", "12 tools", "no tools". */
export function countText(count: number, one: string, many = `${one}s`, language: Language = DEFAULT_LANGUAGE): string {
  const { locale, none } = UNITS[language];
  if (count === 0) return none(many);
  return `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and 5 more" when there are more than `limit` names. */
export function listText(names: readonly string[], limit = 3, language: Language = DEFAULT_LANGUAGE): string {
  return firstOfText(names, { total: names.length, limit, language });
}

interface FirstOf {
  total: number;
  limit: number;
  language: Language;
}

/** As `listText`, where only the first of `total` names are at hand. */
export function firstOfText(names: readonly string[], { total, limit, language }: FirstOf): string {
  const { and, more } = UNITS[language];
  const told = total > limit ? names.slice(0, limit - 1) : names;
  const shown = total > told.length ? [...told, more(total - told.length)] : told;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** A span as exactly as it matters, floored: "under a minute", "22 minutes", "1 hour 5 minutes", "3 days". */
export function durationText(ms: number, language: Language = DEFAULT_LANGUAGE): string {
  const { underAMinute, minute, hour, day } = UNITS[language];
  const some = (count: number, { one, many }: Unit) => countText(count, one, many, language);
  const whole = (unitMs: number, unit: Unit) => some(Math.floor(ms / unitMs), unit);
  const withRest = (first: string, rest: number, unit: Unit) => (rest === 0 ? first : `${first} ${some(rest, unit)}`);
  if (ms < MINUTE_MS) return underAMinute;
  if (ms < HOUR_MS) return whole(MINUTE_MS, minute);
  if (ms < 10 * HOUR_MS) return withRest(whole(HOUR_MS, hour), Math.floor((ms % HOUR_MS) / MINUTE_MS), minute);
  if (ms < 2 * DAY_MS) return whole(HOUR_MS, hour);
  if (ms < 7 * DAY_MS) return withRest(whole(DAY_MS, day), Math.floor((ms % DAY_MS) / HOUR_MS), hour);
  return whole(DAY_MS, day);
}

/** "0:37", "12:05"; from an hour on "1:02:03". A time that has passed reads "0:00". */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${hours > 0 ? pad(minutes) : minutes}:${pad(rest)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** "Next call in 0:37." The same words on the server and in the browser, where they tick. Null when nothing is due. */
export function nextCallText(remainingMs: number | null, language: Language = DEFAULT_LANGUAGE): string {
  if (remainingMs === null) return '';
  const { nextCallSoon, nextCallIn } = UNITS[language];
  return remainingMs <= 0 ? nextCallSoon : nextCallIn(countdownText(remainingMs));
}

/** "41 ms", "1.4 s", "12 s". */
export function latencyText(ms: number, language: Language = DEFAULT_LANGUAGE): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  const seconds = ms / SECOND_MS;
  return `${ms < 10 * SECOND_MS ? decimalText(seconds.toFixed(1), language) : Math.round(seconds)} s`;
}

/** "99.93%", floored, "100%" only for no downtime at all; a dash when nothing was judged. */
export function uptimeText(uptime: number | null, language: Language = DEFAULT_LANGUAGE, decimals = 2): string {
  return uptime === null ? '–' : UNITS[language].percent(uptimeFigure(uptime, language, decimals));
}

/** The same without its sign, to be read aloud: "99.93". */
export function uptimeFigure(uptime: number, language: Language = DEFAULT_LANGUAGE, decimals = 2): string {
  return decimalText(formatUptime(uptime, decimals).replace('%', ''), language);
}

/** "14:03". */
export function clockText(at: UnixMs, timezone: string): string {
  return formatter('clock', timezone, DEFAULT_LANGUAGE).format(at);
}

/** "12 Aug". */
export function dayText(at: UnixMs, timezone: string, language: Language = DEFAULT_LANGUAGE): string {
  return formatter('day', timezone, language).format(at);
}

/** "12 August 2026". */
export function longDayText(at: UnixMs, timezone: string, language: Language = DEFAULT_LANGUAGE): string {
  return formatter('longDay', timezone, language).format(at);
}

/** "August 2026". */
export function monthText(at: UnixMs, timezone: string, language: Language = DEFAULT_LANGUAGE): string {
  return formatter('month', timezone, language).format(at);
}

/** "Mon". */
export function weekdayText(at: UnixMs, language: Language = DEFAULT_LANGUAGE): string {
  return formatter('weekday', 'UTC', language).format(at);
}

/** As short as it can be said: "13:41" today, "12 Aug, 13:41" this year, "12 Aug 2025, 13:41" before. */
export function whenText(at: UnixMs, now: UnixMs, timezone: string, language: Language = DEFAULT_LANGUAGE): string {
  const clock = clockText(at, timezone);
  const date = formatter('date', timezone, language).format(at);
  const today = formatter('date', timezone, language).format(now);
  if (date === today) return clock;
  const isThisYear = date.slice(-4) === today.slice(-4);
  return `${isThisYear ? dayText(at, timezone, language) : date}, ${clock}`;
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
  longDay: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one costs 50 times as much as using it, and a page uses hundreds. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(kind: keyof typeof FORMATS, timezone: string, language: Language): Intl.DateTimeFormat {
  const key = `${kind} ${language} ${timezone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = formatterIn(timezone, UNITS[language].locale, FORMATS[kind]);
  formatters.set(key, made);
  return made;
}

/** A zone this machine does not know reads as UTC: a misspelt setting must not take the page down. */
function formatterIn(timezone: string, locale: string, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...format, timeZone: timezone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' });
  }
}

interface Unit {
  one: string;
  many: string;
}

function decimalText(figure: string, language: Language): string {
  return figure.replace('.', UNITS[language].decimalSign);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
