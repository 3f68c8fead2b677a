import { describe, expect, it } from 'vitest';
import { readRecurrence } from '@/lib/config/maintenance/recurrence';
import { occurrencesIn, type Series } from '@/lib/config/maintenance/series';
import { readWallClock } from '@/lib/core/wall-clock';

function series(start: string, rule: string, timezone: string, except: string[] = []): Series {
  const reading = readRecurrence(rule);
  const clock = readWallClock(start);
  if (!reading.ok || clock === null) throw new Error(`${start} ${rule}`);
  return { startWallMs: clock.wallMs, timezone, recurrence: reading.recurrence, except: new Set(except) };
}

/** "2026-03-28T01:30Z" */
function starts(given: Series, from: string, to: string): string[] {
  return occurrencesIn(given, { startAt: Date.parse(from), endAt: Date.parse(to) }).map(
    ({ startAt }) => `${new Date(startAt).toISOString().slice(0, 16)}Z`,
  );
}

/** The days on which a rule begins, by the clocks on the wall. */
function days(given: Series, from: string, to: string): string {
  return occurrencesIn(given, { startAt: Date.parse(from), endAt: Date.parse(to) })
    .map(({ wallMs }) => new Date(wallMs).toISOString().slice(0, 10))
    .join(' ');
}

describe('a daily window over a change of the clocks', () => {
  it.each([
    [
      'Europe/Berlin, 02:30 is skipped',
      series('2026-03-01T02:30', 'FREQ=DAILY', 'Europe/Berlin'),
      ['2026-03-28', '2026-03-31'],
      ['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'],
    ],
    [
      'Europe/Berlin, 02:30 comes twice',
      series('2026-03-01T02:30', 'FREQ=DAILY', 'Europe/Berlin'),
      ['2026-10-24', '2026-10-27'],
      ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ],
    [
      'Europe/Berlin, 22:00 is never touched but moves in UTC',
      series('2026-03-01T22:00', 'FREQ=DAILY', 'Europe/Berlin'),
      ['2026-03-28', '2026-03-30'],
      ['2026-03-28T21:00Z', '2026-03-29T20:00Z'],
    ],
    [
      'America/New_York, 02:30 is skipped',
      series('2026-03-01T02:30', 'FREQ=DAILY', 'America/New_York'),
      ['2026-03-07', '2026-03-10'],
      ['2026-03-07T07:30Z', '2026-03-08T07:30Z', '2026-03-09T06:30Z'],
    ],
    [
      'America/New_York, 01:30 comes twice',
      series('2026-03-01T01:30', 'FREQ=DAILY', 'America/New_York'),
      ['2026-10-31', '2026-11-03'],
      ['2026-10-31T05:30Z', '2026-11-01T05:30Z', '2026-11-02T06:30Z'],
    ],
    [
      'Australia/Lord_Howe, half an hour is skipped',
      series('2026-01-01T02:15', 'FREQ=DAILY', 'Australia/Lord_Howe'),
      ['2026-10-02', '2026-10-05'],
      ['2026-10-02T15:45Z', '2026-10-03T15:45Z', '2026-10-04T15:15Z'],
    ],
    [
      'Asia/Kathmandu, which has no summer time and a quarter of an hour',
      series('2026-03-01T02:30', 'FREQ=DAILY', 'Asia/Kathmandu'),
      ['2026-03-28', '2026-03-30'],
      ['2026-03-28T20:45Z', '2026-03-29T20:45Z'],
    ],
    [
      'Pacific/Apia, which had no 30 December 2011',
      series('2011-12-01T12:00', 'FREQ=DAILY', 'Pacific/Apia'),
      ['2011-12-29', '2012-01-01'],
      ['2011-12-29T22:00Z', '2011-12-30T22:00Z', '2011-12-31T22:00Z'],
    ],
    [
      'Africa/Casablanca, which goes back for Ramadan',
      series('2026-01-01T02:30', 'FREQ=DAILY', 'Africa/Casablanca'),
      ['2026-02-14', '2026-02-17'],
      ['2026-02-14T01:30Z', '2026-02-15T01:30Z', '2026-02-16T02:30Z'],
    ],
    [
      'Africa/Casablanca, and forward after it, where 02:30 is skipped',
      series('2026-01-01T02:30', 'FREQ=DAILY', 'Africa/Casablanca'),
      ['2026-03-21', '2026-03-24'],
      ['2026-03-21T02:30Z', '2026-03-22T02:30Z', '2026-03-23T01:30Z'],
    ],
    [
      'America/Nuuk, where the skipped hour is the last of the day',
      series('2026-01-01T23:30', 'FREQ=DAILY', 'America/Nuuk'),
      ['2026-03-28', '2026-03-31'],
      ['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'],
    ],
    [
      'UTC, where nothing happens',
      series('2026-03-01T02:30', 'FREQ=DAILY', 'UTC'),
      ['2026-03-28', '2026-03-30'],
      ['2026-03-28T02:30Z', '2026-03-29T02:30Z'],
    ],
  ] as const)('%s', (_case, given, [from, to], expected) => {
    expect(starts(given, from, to)).toEqual(expected);
  });
});

describe('the days that a rule names', () => {
  const year = ['2026-01-01', '2027-01-01'] as const;
  it.each([
    ['each first Tuesday', '2026-09-01T22:00', 'FREQ=MONTHLY;BYDAY=1TU', '2026-09-01 2026-10-06 2026-11-03 2026-12-01'],
    ['each last Friday', '2026-09-01T22:00', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-09-25 2026-10-30 2026-11-27 2026-12-25'],
    ['the 31st, where there is one', '2026-07-31T22:00', 'FREQ=MONTHLY', '2026-07-31 2026-08-31 2026-10-31 2026-12-31'],
    [
      'the last day of the month',
      '2026-09-30T22:00',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2026-09-30 2026-10-31 2026-11-30 2026-12-31',
    ],
    [
      'the last working day',
      '2026-09-01T22:00',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-09-30 2026-10-30 2026-11-30 2026-12-31',
    ],
    [
      'every other week, from that of the beginning',
      '2026-11-18T22:00',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE',
      '2026-11-18 2026-11-30 2026-12-02 2026-12-14 2026-12-16 2026-12-28 2026-12-30',
    ],
    ['no beginning that the rule does not name', '2026-12-20T22:00', 'FREQ=WEEKLY;BYDAY=TU', '2026-12-22 2026-12-29'],
    ['so many', '2026-12-20T22:00', 'FREQ=DAILY;COUNT=3', '2026-12-20 2026-12-21 2026-12-22'],
    ['until a day, which counts', '2026-12-20T22:00', 'FREQ=DAILY;UNTIL=20261222', '2026-12-20 2026-12-21 2026-12-22'],
    [
      'until a time on the wall',
      '2026-12-20T22:00',
      'FREQ=DAILY;UNTIL=20261222T220000',
      '2026-12-20 2026-12-21 2026-12-22',
    ],
    ['until an instant', '2026-12-20T22:00', 'FREQ=DAILY;UNTIL=20261222T205959Z', '2026-12-20 2026-12-21'],
    ['the last week of the year', '2026-12-01T22:00', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', '2026-12-28'],
  ])('%s', (_case, start, rule, expected) => {
    expect(days(series(start, rule, 'Europe/Berlin'), ...year)).toBe(expected);
  });

  it('are leap days only, where the rule says so', () => {
    const leap = series('2096-02-29T22:00', 'FREQ=YEARLY', 'UTC');
    expect(days(leap, '2090-01-01', '2108-01-01')).toBe('2096-02-29 2104-02-29');
  });

  it('are fewer by those excepted, which count for COUNT', () => {
    const given = series('2026-12-22T22:00', 'FREQ=DAILY;COUNT=4', 'Europe/Berlin', ['2026-12-24', '2026-12-31']);
    expect(days(given, ...year)).toBe('2026-12-22 2026-12-23 2026-12-25');
  });

  it('are excepted by the clocks on the wall, not by those of UTC', () => {
    const given = series('2026-12-23T22:00', 'FREQ=DAILY;COUNT=3', 'America/New_York', ['2026-12-24']);
    expect(starts(given, ...year)).toEqual(['2026-12-24T03:00Z', '2026-12-26T03:00Z']);
  });

  it('are found however long ago the rule began', () => {
    const old = series('1970-01-01T22:00', 'FREQ=DAILY;INTERVAL=3;BYDAY=MO', 'UTC');
    const fromTheStart = days(old, '1970-01-01', '2026-12-31').split(' ').slice(-2).join(' ');
    expect(days(old, '2026-11-20', '2026-12-31')).toBe(fromTheStart);
  });
});
