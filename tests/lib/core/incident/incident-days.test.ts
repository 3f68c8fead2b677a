import { expect, test } from 'vitest';
import { aroundMonth, dateOf, lastDates, monthOf, nextMonth, noonOf } from '@/lib/core/incident/incident-days';

test.each([
  ['2026-11-22T23:30:00Z', 'Europe/Berlin', '2026-11-23'],
  ['2026-11-22T23:30:00Z', 'America/New_York', '2026-11-22'],
  ['2026-03-29T00:59:00Z', 'Europe/Berlin', '2026-03-29'],
  ['2026-11-22T23:30:00Z', 'Mars/Olympus', '2026-11-22'],
])('%s in %s is %s', (instant, timezone, date) => {
  expect(dateOf(Date.parse(instant), timezone)).toBe(date);
});

test('the last dates have no gap and no double, over the change of the clocks and the end of a year', () => {
  const berlin = lastDates(Date.parse('2026-10-26T00:10:00+01:00'), 'Europe/Berlin', 4);
  expect(berlin).toEqual(['2026-10-26', '2026-10-25', '2026-10-24', '2026-10-23']);
  expect(lastDates(Date.parse('2027-01-01T05:00:00Z'), 'Asia/Tokyo', 2)).toEqual(['2027-01-01', '2026-12-31']);
});

test('months', () => {
  expect(['2026-11', '2026-13', '2026-1', '26-11', '2026-11-01', '9999-12', ''].map(monthOf)).toEqual([
    '2026-11',
    null,
    null,
    null,
    null,
    '9999-12',
    null,
  ]);
  expect([nextMonth('2026-12', 1), nextMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  const { startAt, endAt } = aroundMonth('2026-02');
  expect([startAt < Date.parse('2026-02-01T00:00:00+14:00'), endAt > Date.parse('2026-02-28T23:59:59-11:00')]).toEqual([
    true,
    true,
  ]);
  expect(dateOf(noonOf('2026-02-28'), 'UTC')).toBe('2026-02-28');
});
