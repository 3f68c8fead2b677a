import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSketch, encodeSketch, mergeSketches, quantileMs, sketchOf } from '@/lib/core/history/latency-sketch';
import { addMs, rollupsOf, zeroMs } from '@/lib/core/history/rollup';
import { formatUptime, uptimeOf } from '@/lib/core/history/uptime';
import { BOOKED_STATUSES, shownStatus, worstOf } from '@/lib/core/status/status';
import { HOUR_MS } from '@/lib/core/time';

const booking = fc
  .record({
    startAt: fc.integer({ min: 0, max: 10 * HOUR_MS }),
    length: fc.integer({ min: 1, max: 60 * HOUR_MS }),
    status: fc.constantFrom(...BOOKED_STATUSES),
  })
  .map(({ startAt, length, status }) => ({ startAt, endAt: startAt + length, status }));

describe('rollupsOf', () => {
  test('loses no millisecond, in hours and in days alike', () => {
    fc.assert(
      fc.property(fc.array(booking, { maxLength: 8 }), (bookings) => {
        const parts = rollupsOf(bookings, null);
        for (const grain of ['hour', 'day']) {
          const sum = addMs(parts.filter((part) => part.grain === grain).map(({ ms }) => ms));
          for (const status of BOOKED_STATUSES) {
            const booked = bookings.filter((each) => each.status === status);
            expect(sum[status]).toBe(booked.reduce((total, { startAt, endAt }) => total + endAt - startAt, 0));
          }
        }
      }),
    );
  });

  test('counts the check in its own bucket', () => {
    const parts = rollupsOf([], { at: HOUR_MS + 5, verdict: 'down', latencyMs: null });
    expect(parts.map(({ grain, bucketAt, checks }) => [grain, bucketAt, checks.down])).toEqual([
      ['hour', HOUR_MS, 1],
      ['day', 0, 1],
    ]);
  });
});

describe('latency sketch', () => {
  const latencies = fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 200 });

  test('a percentile is within 2.6 % (or half a millisecond) of the true one', () => {
    fc.assert(
      fc.property(latencies, fc.constantFrom(0.5, 0.95, 0.99), (values, share) => {
        const sorted = [...values].sort((a, b) => a - b);
        const truth = sorted[Math.max(1, Math.ceil(share * values.length)) - 1] ?? 0;
        const told = quantileMs(sketchOf(values), share) ?? 0;
        expect(Math.abs(told - truth)).toBeLessThanOrEqual(Math.max(0.5, truth * 0.026 + 0.5));
      }),
    );
  });

  test('merging parts is the same as sketching the whole, and survives storage', () => {
    fc.assert(
      fc.property(latencies, latencies, (a, b) => {
        const merged = mergeSketches([sketchOf(a), sketchOf(b)]);
        expect([...merged].sort()).toEqual([...sketchOf([...a, ...b])].sort());
        expect([...decodeSketch(encodeSketch(merged))].sort()).toEqual([...merged].sort());
      }),
    );
  });

  test('any bytes are read without failing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void decodeSketch(bytes)));
    expect(quantileMs(decodeSketch(null), 0.5)).toBeNull();
  });
});

describe('uptime', () => {
  test('leaves out what nobody judged', () => {
    const ms = {
      ...zeroMs(),
      up: 90,
      degraded: 5,
      down: 5,
      locked: 100,
      unknown: 100,
      maintenance: 100,
      paused: 100,
      blind: 100,
    };
    expect(uptimeOf(ms)).toBe(0.95);
    expect(uptimeOf({ ...zeroMs(), blind: 5 })).toBeNull();
  });

  test.each([
    [null, '–'],
    [1, '100%'],
    [0.99999, '99.99%'],
    [0.999999999, '99.99%'],
    [0.5, '50.00%'],
    [0.57, '57.00%'],
    [0, '0.00%'],
  ])('%s is written %s', (uptime, text) => {
    expect(formatUptime(uptime)).toBe(text);
  });

  test('never reads 100 when a moment was lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (up) => {
        expect(formatUptime(uptimeOf({ ...zeroMs(), up, down: 1 }), 3)).not.toBe('100%');
      }),
    );
  });
});

describe('status', () => {
  test.each([
    [['up', 'down', 'maintenance'], 'down'],
    [['up', 'maintenance', 'degraded'], 'degraded'],
    [['up', 'locked', 'maintenance'], 'locked'],
    [['up', 'unknown', 'maintenance'], 'maintenance'],
    [['up', 'unknown'], 'unknown'],
    [['up', 'paused'], 'up'],
    [['paused'], 'unknown'],
    [[], 'unknown'],
  ] as const)('worst of %j is %s', (statuses, worst) => {
    expect(worstOf(statuses)).toBe(worst);
  });

  const inputs = {
    status: 'up',
    lastVerdict: 'up',
    isPaused: false,
    isInMaintenance: false,
    hasProblem: false,
  } as const;
  test.each([
    ['confirmed', inputs, 'up'],
    ['newcomer shows its last verdict', { ...inputs, status: 'unknown', lastVerdict: 'down' }, 'down'],
    ['never called', { ...inputs, status: 'unknown', lastVerdict: null }, 'unknown'],
    ['a problem is unknown', { ...inputs, hasProblem: true }, 'unknown'],
    ['maintenance lies over down', { ...inputs, status: 'down', isInMaintenance: true }, 'maintenance'],
    ['pause lies over all', { ...inputs, isPaused: true, isInMaintenance: true }, 'paused'],
  ] as const)('%s', (_name, given, shown) => {
    expect(shownStatus(given)).toBe(shown);
  });
});
