// When a window of the `maintenance` section is: its beginning, its rule, and what only shows when both and the duration
// are seen together. Knows no servers.
import type { MaintenanceSetting } from '@/lib/config/settings/rollcall-schema';
import { DAY_MS } from '@/lib/core/time';
import { instantOf, readWallClock, type WallClock, wallClockAt } from '@/lib/core/wall-clock';
import { readRecurrence } from './recurrence';
import { type Occurrence, occurrencesIn, type Series } from './series';

export type PlanTimes = ({ kind: 'once' } & Occurrence) | ({ kind: 'repeated' } & Series);

/** What is wrong, by key of the window: `warn` when something is left out for it. */
export interface TimesReport {
  warn(key: keyof MaintenanceSetting, message: string, remedy: string): void;
  note(key: keyof MaintenanceSetting, message: string): void;
}

/** Looked through first: nearly every rule has named a day by then, and a walk over ten years takes 20 ms. */
const FIRST_SEARCH_MS = 40 * DAY_MS;
/** Leap days are eight years apart at worst; who names no day in ten years has made a slip. */
const WHOLE_SEARCH_MS = 10 * 366 * DAY_MS;

/** Null when no window can come of it. `timezone` must satisfy isTimeZone. */
export function readTimes(setting: MaintenanceSetting, timezone: string, report: TimesReport): PlanTimes | null {
  const start = readWallClock(setting.start);
  // The schema has let both pass, so start is a date and repeat a rule.
  if (start === null) return null;
  if (setting.repeat === undefined) {
    const remedy = 'Remove it, or say with "repeat" how the window repeats.';
    if (setting.except !== undefined) report.warn('except', '"except" is ignored without "repeat"', remedy);
    return { kind: 'once', ...onceAt(start, timezone) };
  }
  if (start.offsetMs !== null) {
    const remedy = 'Write "start" as the clocks of "timezone" show it, without Z or an offset.';
    report.warn('start', 'a window that repeats cannot begin at an offset from UTC, so it is left out', remedy);
    return null;
  }
  const reading = readRecurrence(setting.repeat);
  if (!reading.ok) return null;
  const except = new Set(setting.except ?? []);
  const series = { startWallMs: start.wallMs, timezone, recurrence: reading.recurrence, except };
  return isSound(series, setting.duration, report) ? { kind: 'repeated', ...series } : null;
}

function onceAt({ wallMs, offsetMs }: WallClock, timezone: string): Occurrence {
  if (offsetMs === null) return { wallMs, startAt: instantOf(wallMs, timezone) };
  const startAt = wallMs - offsetMs;
  return { wallMs: wallClockAt(startAt, timezone), startAt };
}

function isSound(series: Series, durationMs: number, report: TimesReport): boolean {
  const first = beginnings(series, FIRST_SEARCH_MS)[0] ?? beginnings(series, WHOLE_SEARCH_MS)[0];
  if (first === undefined) {
    const remedy = 'Correct the rule: February has no 30th, and BYDAY=5MO comes only in some months.';
    report.warn('repeat', 'the rule names no day within ten years of "start", so it is left out', remedy);
    return false;
  }
  if (overlaps(series, durationMs)) {
    const remedy = 'Shorten "duration", or let the rule name fewer days.';
    report.warn('duration', 'the next window would begin before this one is over, so it is left out', remedy);
    return false;
  }
  if (first.wallMs !== series.startWallMs) {
    const firstText = new Date(first.wallMs).toISOString().slice(0, 16);
    report.note('start', `the rule does not name the day of "start"; the first window is that of ${firstText}`);
  }
  return true;
}

/** By the clocks on the wall: that a day of 23 hours is shorter than a window of 24 is nobody's slip. */
function overlaps(series: Series, durationMs: number): boolean {
  // All windows of a rule begin at the same time of day.
  if (durationMs <= DAY_MS) return false;
  const walls = beginnings(series, WHOLE_SEARCH_MS).map(({ wallMs }) => wallMs);
  return walls.some((wallMs, i) => i > 0 && wallMs - (walls[i - 1] ?? 0) < durationMs);
}

function beginnings(series: Series, lengthMs: number): Occurrence[] {
  const startAt = instantOf(series.startWallMs, series.timezone);
  return occurrencesIn(series, { startAt, endAt: startAt + lengthMs });
}
