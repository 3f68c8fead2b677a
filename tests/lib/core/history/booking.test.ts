import { describe, expect, test } from 'vitest';
import { type Booking, elapse, hold, overlayMaintenance } from '@/lib/core/history/booking';
import type { Pending } from '@/lib/core/status/hysteresis';

const base = { bookedUntil: 1_000, now: 1_060, intervalMs: 60, status: 'up' as const, pending: null, restUntil: null };
const pending: Pending = { direction: 'worse', firstAt: 1_000, count: 1, nearest: 'down', nearestAt: 1_000 };

describe('elapse', () => {
  test.each([
    ['nothing before the first check', { ...base, bookedUntil: null }, [], []],
    ['nothing when the clock stood still', { ...base, now: 1_000 }, [], []],
    ['the status holds until the next check', base, [[1_000, 1_060, 'up']], []],
    [
      'believed for two intervals, then blind',
      { ...base, now: 1_200 },
      [
        [1_000, 1_120, 'up'],
        [1_120, 1_200, 'blind'],
      ],
      [],
    ],
    ['a wait it asked for is no blind time', { ...base, now: 1_500, restUntil: 1_460 }, [[1_000, 1_500, 'up']], []],
    [
      'nobody came for an interval after the wait',
      { ...base, now: 1_600, restUntil: 1_460 },
      [
        [1_000, 1_520, 'up'],
        [1_520, 1_600, 'blind'],
      ],
      [],
    ],
    [
      'a wait shorter than the interval changes nothing',
      { ...base, now: 1_200, restUntil: 1_010 },
      [
        [1_000, 1_120, 'up'],
        [1_120, 1_200, 'blind'],
      ],
      [],
    ],
    ['held while a run is pending', { ...base, pending }, [], [[1_000, 1_060]]],
    [
      'held for two intervals, then blind',
      { ...base, pending, now: 1_200 },
      [[1_120, 1_200, 'blind']],
      [[1_000, 1_120]],
    ],
  ])('%s', (_name, elapsed, booked, held) => {
    const result = elapse(elapsed);
    expect(result.booked.map(({ startAt, endAt, status }) => [startAt, endAt, status])).toEqual(booked);
    expect(result.held.map(({ startAt, endAt }) => [startAt, endAt])).toEqual(held);
  });
});

test('held stretches are joined where they touch', () => {
  const joined = hold(
    [{ startAt: 0, endAt: 5 }],
    [
      { startAt: 5, endAt: 9 },
      { startAt: 12, endAt: 13 },
    ],
  );
  expect(joined).toEqual([
    { startAt: 0, endAt: 9 },
    { startAt: 12, endAt: 13 },
  ]);
});

describe('overlayMaintenance', () => {
  const windows = [
    { startAt: 10, endAt: 20 },
    { startAt: 15, endAt: 30 },
  ];
  test.each<[string, Booking, [number, number, string][]]>([
    ['outside', { startAt: 0, endAt: 10, status: 'up' }, [[0, 10, 'up']]],
    ['inside', { startAt: 12, endAt: 14, status: 'down' }, [[12, 14, 'maintenance']]],
    ['blind time stays blind', { startAt: 12, endAt: 14, status: 'blind' }, [[12, 14, 'blind']]],
    [
      'before and into',
      { startAt: 5, endAt: 12, status: 'down' },
      [
        [5, 10, 'down'],
        [10, 12, 'maintenance'],
      ],
    ],
  ])('%s', (_name, booking, expected) => {
    const parts = overlayMaintenance([booking], windows);
    expect(parts.map(({ startAt, endAt, status }) => [startAt, endAt, status])).toEqual(expected);
  });

  test('overlapping windows lose no time', () => {
    const parts = overlayMaintenance([{ startAt: 0, endAt: 40, status: 'up' }], windows);
    expect(
      parts.filter(({ status }) => status === 'maintenance').reduce((ms, part) => ms + part.endAt - part.startAt, 0),
    ).toBe(20);
    expect(parts.reduce((ms, part) => ms + part.endAt - part.startAt, 0)).toBe(40);
  });
});
