import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import {
  clockText,
  countdownText,
  countText,
  dayText,
  durationText,
  isoText,
  latencyText,
  listText,
  nextCallText,
  whenText,
} from '@/lib/core/words/format';

test.each([
  [0, 'no tools'],
  [1, '1 tool'],
  [12, '12 tools'],
  [10_000, '10,000 tools'],
])('countText(%i)', (count, words) => {
  expect(countText(count, 'tool')).toBe(words);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
])('listText(%j)', (names, words) => {
  expect(listText(names)).toBe(words);
});

test.each([
  [0, 'under a minute'],
  [59 * SECOND_MS, 'under a minute'],
  [MINUTE_MS, '1 minute'],
  [22 * MINUTE_MS + 59 * SECOND_MS, '22 minutes'],
  [HOUR_MS, '1 hour'],
  [65 * MINUTE_MS, '1 hour 5 minutes'],
  [9 * HOUR_MS + 59 * MINUTE_MS, '9 hours 59 minutes'],
  [26 * HOUR_MS + MINUTE_MS, '26 hours'],
  [2 * DAY_MS + 4 * HOUR_MS, '2 days 4 hours'],
  [19 * DAY_MS + 4 * HOUR_MS, '19 days'],
])('durationText(%i)', (ms, words) => {
  expect(durationText(ms)).toBe(words);
});

test.each([
  [37 * SECOND_MS, '0:37'],
  [36_001, '0:37'],
  [12 * MINUTE_MS + 5 * SECOND_MS, '12:05'],
  [HOUR_MS + 2 * MINUTE_MS + 3 * SECOND_MS, '1:02:03'],
  [-5, '0:00'],
])('countdownText(%i)', (ms, words) => {
  expect(countdownText(ms)).toBe(words);
});

test.each([
  [null, ''],
  [37 * SECOND_MS, 'Next call in 0:37.'],
  [0, 'Next call any moment.'],
  [-MINUTE_MS, 'Next call any moment.'],
])('nextCallText(%j)', (ms, words) => {
  expect(nextCallText(ms)).toBe(words);
});

test.each([
  [0.4, '0 ms'],
  [41, '41 ms'],
  [999, '999 ms'],
  [1_380, '1.4 s'],
  [12_400, '12 s'],
])('latencyText(%d)', (ms, words) => {
  expect(latencyText(ms)).toBe(words);
});

describe('instants', () => {
  const now = Date.UTC(2026, 10, 22, 13, 3);

  test('are told in the zone of the page', () => {
    expect(clockText(now, 'Europe/Berlin')).toBe('14:03');
    expect(clockText(now, 'UTC')).toBe('13:03');
    expect(clockText(Date.UTC(2026, 10, 22), 'UTC')).toBe('00:00');
    expect(dayText(Date.UTC(2026, 7, 12, 23), 'Asia/Tokyo')).toBe('13 Aug');
    expect(isoText(now)).toBe('2026-11-22T13:03:00.000Z');
  });

  test('of a zone nobody knows are told in UTC', () => {
    expect(clockText(now, 'Europe/Berlni')).toBe('13:03');
  });

  test.each([
    ['today', Date.UTC(2026, 10, 22, 12, 41), '13:41'],
    ['yesterday by the clock of the zone', Date.UTC(2026, 10, 21, 22, 59), '21 Nov, 23:59'],
    ['today by the clock of the zone, yesterday in UTC', Date.UTC(2026, 10, 21, 23, 1), '00:01'],
    ['in another year', Date.UTC(2025, 10, 22, 12, 41), '22 Nov 2025, 13:41'],
  ])('%s are as short as they can be', (_, at, words) => {
    expect(whenText(at, now, 'Europe/Berlin')).toBe(words);
  });
});
