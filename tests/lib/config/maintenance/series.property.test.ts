// Any rule, any zone: the library's dates are held against a calendar that looks at each single day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecurrence } from '@/lib/config/maintenance/recurrence';
import { occurrencesIn, type Series } from '@/lib/config/maintenance/series';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { wallClockAt } from '@/lib/core/wall-clock';

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const FIRST_DAY = Date.UTC(2010, 0, 1);

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Nuuk',
  'UTC',
);
/** Any minute from 2010 to 2040. */
const startWallMs = fc.integer({ min: 0, max: 30 * 365 * 24 * 60 }).map((minutes) => FIRST_DAY + minutes * MINUTE_MS);
const someOf = (values: readonly (string | number)[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 });

interface Rule {
  text: string;
  /** What a person would say looking at a calendar; times of day left out. */
  names: (dayAt: number, firstDayAt: number) => boolean;
}

const dayNumber = (at: number) => Math.floor(at / DAY_MS);
const monthNumber = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();
const weekday = (at: number) => WEEKDAYS[new Date(at).getUTCDay()] ?? '';
/** Weeks begin on Monday; the first of January 1970 was a Thursday. */
const weekNumber = (at: number) => Math.floor((dayNumber(at) + 3) / 7);
const lengthOfMonth = (at: number) =>
  new Date(Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1, 0)).getUTCDate();

const interval = fc.integer({ min: 1, max: 5 });
const rule: fc.Arbitrary<Rule> = fc.oneof(
  interval.map((n) => ({
    text: `FREQ=DAILY;INTERVAL=${n}`,
    names: (at: number, first: number) => (dayNumber(at) - dayNumber(first)) % n === 0,
  })),
  fc.tuple(interval, someOf(WEEKDAYS)).map(([n, days]) => ({
    text: `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days.join(',')}`,
    names: (at: number, first: number) => (weekNumber(at) - weekNumber(first)) % n === 0 && days.includes(weekday(at)),
  })),
  fc.tuple(interval, someOf([1, 15, 28, 29, 30, 31, -1, -2])).map(([n, days]) => ({
    text: `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${days.join(',')}`,
    names: (at: number, first: number) => {
      const day = new Date(at).getUTCDate();
      const isDay = days.includes(day) || days.includes(day - lengthOfMonth(at) - 1);
      return (monthNumber(at) - monthNumber(first)) % n === 0 && isDay;
    },
  })),
  fc.tuple(interval, fc.constantFrom(1, 2, 5, -1), fc.constantFrom(...WEEKDAYS)).map(([n, nth, name]) => ({
    text: `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${nth}${name}`,
    names: (at: number, first: number) => {
      const day = new Date(at).getUTCDate();
      const isNth = nth > 0 ? Math.ceil(day / 7) === nth : day > lengthOfMonth(at) - 7;
      return (monthNumber(at) - monthNumber(first)) % n === 0 && isNth && weekday(at) === name;
    },
  })),
  fc.tuple(fc.constantFrom(2, 6, 12), fc.constantFrom(1, 29, 30)).map(([month, day]) => ({
    text: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
    names: (at: number) => new Date(at).getUTCMonth() + 1 === month && new Date(at).getUTCDate() === day,
  })),
);

const given = fc.record({ rule, startWallMs, zone, offsetDays: fc.integer({ min: -30, max: 900 }) });

function seriesOf(startWall: number, text: string, timezone: string): Series {
  const reading = readRecurrence(text);
  if (!reading.ok) throw new Error(reading.message);
  return { startWallMs: startWall, timezone, recurrence: reading.recurrence, except: new Set() };
}

describe('occurrencesIn', () => {
  it('names exactly the days of the calendar, at the time on the wall', () => {
    fc.assert(
      fc.property(given, ({ rule: { text, names }, startWallMs: start, zone: timezone, offsetDays }) => {
        const series = seriesOf(start, text, timezone);
        const fromDay = dayNumber(start) + Math.max(0, offsetDays);
        const timeOfDay = start - dayNumber(start) * DAY_MS;
        const expected = Array.from({ length: 150 }, (_, i) => (fromDay + i) * DAY_MS)
          .filter((dayAt) => names(dayAt, start))
          .map((dayAt) => dayAt + timeOfDay);
        const span = { startAt: fromDay * DAY_MS - 3 * DAY_MS, endAt: (fromDay + 153) * DAY_MS };
        const found = occurrencesIn(series, span)
          .map(({ wallMs }) => wallMs)
          .filter((wallMs) => wallMs >= fromDay * DAY_MS && wallMs < (fromDay + 150) * DAY_MS);
        // The day that Samoa left out.
        const isThere = (wallMs: number) =>
          timezone !== 'Pacific/Apia' || dayNumber(wallMs) !== dayNumber(Date.UTC(2011, 11, 30));
        expect(found).toEqual(expected.filter(isThere));
      }),
      { numRuns: 400 },
    );
  });

  it('begins when the clocks show it, or as much later as they skip', () => {
    fc.assert(
      fc.property(given, ({ rule: { text }, startWallMs: start, zone: timezone, offsetDays }) => {
        const series = seriesOf(start, text, timezone);
        const startAt = start + offsetDays * DAY_MS;
        const found = occurrencesIn(series, { startAt, endAt: startAt + 120 * DAY_MS });
        for (const occurrence of found) {
          expect(occurrence.startAt).toBeGreaterThanOrEqual(startAt);
          expect(occurrence.startAt).toBeLessThan(startAt + 120 * DAY_MS);
          const laterMs = wallClockAt(occurrence.startAt, timezone) - occurrence.wallMs;
          expect([0, 30 * MINUTE_MS, HOUR_MS]).toContain(laterMs);
        }
        // By the clocks a day apart at least; a day of the clocks is shorter by what they skip, at most.
        for (const [i, { startAt: at }] of found.entries()) {
          if (i > 0) expect(at - (found[i - 1]?.startAt ?? 0)).toBeGreaterThanOrEqual(DAY_MS - HOUR_MS);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same in one span as in its parts', () => {
    const part = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => minutes * MINUTE_MS);
    fc.assert(
      fc.property(
        given,
        part,
        part,
        ({ rule: { text }, startWallMs: start, zone: timezone, offsetDays }, left, right) => {
          const series = seriesOf(start, text, timezone);
          const a = start + offsetDays * DAY_MS;
          const [b, c] = [a + left, a + left + right];
          const whole = occurrencesIn(series, { startAt: a, endAt: c });
          const parts = [
            ...occurrencesIn(series, { startAt: a, endAt: b }),
            ...occurrencesIn(series, { startAt: b, endAt: c }),
          ];
          expect(parts).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });
});
