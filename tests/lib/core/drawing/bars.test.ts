import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAR, BAR_DAYS, BARS_WIDTH, barsLabel, drawBars } from '@/lib/core/drawing/bars';
import { BAR_LAYERS, type BarLayer, sharesOf } from '@/lib/core/drawing/day-shares';
import { zeroMs } from '@/lib/core/history/rollup';
import { BOOKED_STATUSES } from '@/lib/core/status/status';
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@/lib/core/time';
import type { DayView } from '@/lib/core/view';
import { daysWith, NOW } from '@/tests/fixtures/views';

const TODAY = startOfDay(NOW);
const LONG_AGO = TODAY - 400 * DAY_MS;

function draw(days: DayView[], { now = NOW, createdAt = LONG_AGO } = {}) {
  const paths = drawBars({ days, now, createdAt });
  const byLayer: Partial<Record<BarLayer, string>> = Object.fromEntries(paths.map(({ layer, d }) => [layer, d]));
  return byLayer;
}

/** Blocks of a filled layer: column, top and height. */
function blocks(d = '') {
  return [...d.matchAll(/M(\d+) ([\d.]+)h6v([\d.]+)h-6z/g)].map(([, x, top, height]) => ({
    column: Number(x) / BAR.pitch,
    top: Number(top),
    height: Number(height),
  }));
}

describe('drawBars', () => {
  test('draws 90 good days as one stroke, and what is left of today', () => {
    const paths = draw(daysWith());
    expect(paths.up).toBe(`M0 17H${BARS_WIDTH}`);
    expect(blocks(paths.rest)).toEqual([{ column: 89, top: 0, height: 15.5 }]);
    expect(Object.keys(paths)).toEqual(['up', 'rest']);
  });

  test('hangs trouble from the top in proportion, worst first', () => {
    const paths = draw(daysWith({ 10: { down: 6 * HOUR_MS, degraded: 12 * HOUR_MS } }));
    expect(blocks(paths.down)).toEqual([{ column: 79, top: 0, height: 8.5 }]);
    expect(blocks(paths.degraded)).toEqual([{ column: 79, top: 8.5, height: 17 }]);
    expect(paths.up).toBe(`M0 17H${BARS_WIDTH}`);
  });

  test('shows an outage of a minute', () => {
    expect(blocks(draw(daysWith({ 3: { down: MINUTE_MS } })).down)).toEqual([{ column: 86, top: 0, height: 3 }]);
  });

  test('leaves a trace of green when a little was up, and none when nothing was', () => {
    const nearly = draw(daysWith({ 3: { down: DAY_MS - MINUTE_MS } }));
    expect(blocks(nearly.down)[0]?.height).toBe(32);
    const wholly = draw(daysWith({ 3: { down: DAY_MS } }));
    expect(blocks(wholly.down)[0]?.height).toBe(34);
    expect(wholly.up).toBe(`M0 17H${86 * 8 - 2}M${87 * 8} 17H${BARS_WIDTH}`);
  });

  test('hatches days without data and draws days before birth as rest', () => {
    const paths = draw(daysWith({ 5: { blind: DAY_MS } }), { createdAt: TODAY - 9 * DAY_MS });
    const known = draw(daysWith({ 5: { blind: DAY_MS } }, TODAY - 9 * DAY_MS), { createdAt: TODAY - 9 * DAY_MS });
    expect(blocks(known.gap)).toEqual([{ column: 84, top: 0, height: 34 }]);
    expect(blocks(known.rest)).toHaveLength(80 + 1);
    expect(known.up).toBe(`M${80 * 8} 17H${84 * 8 - 2}M${85 * 8} 17H${BARS_WIDTH}`);
    // Days that were booked count, whatever the date of birth says: seeded history is older than its rows.
    expect(blocks(paths.rest)).toHaveLength(1);
  });

  test('an unbooked day in the life of a server is a gap', () => {
    const paths = draw(daysWith().filter((_, index) => index !== 40));
    expect(blocks(paths.gap)).toEqual([{ column: 40, top: 0, height: 34 }]);
  });

  test('the minutes that wait for the next check are no gap', () => {
    const late = daysWith().map((day, index) =>
      index === 89 ? { ...day, ms: { ...day.ms, up: day.ms.up - 2 * MINUTE_MS } } : day,
    );
    expect(draw(late).gap).toBeUndefined();
  });

  test('today is seen a minute after midnight', () => {
    const now = TODAY + MINUTE_MS;
    const days = daysWith().with(-1, { startAt: TODAY, ms: { ...zeroMs(), up: MINUTE_MS }, uptime: 1 });
    expect(blocks(draw(days, { now }).rest).at(-1)).toEqual({ column: 89, top: 0, height: 24 });
  });

  test('an outage in the last hour of the day of birth is seen', () => {
    const createdAt = TODAY - 3 * DAY_MS - HOUR_MS;
    const days = daysWith({ 4: { down: 20 * MINUTE_MS } }, createdAt);
    expect(blocks(draw(days, { createdAt }).down)).toEqual([{ column: 85, top: 24, height: 3 }]);
  });

  test('keeps every block inside its column, whatever was booked', () => {
    const anyMs = fc.record(
      Object.fromEntries(BOOKED_STATUSES.map((status) => [status, fc.integer({ min: 0, max: DAY_MS / 3 })])),
    );
    const life = fc.record({
      now: fc.integer({ min: 0, max: DAY_MS - 1 }),
      createdAt: fc.integer({ min: -99, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(anyMs, { maxLength: BAR_DAYS }), life, (booked, { now, createdAt }) => {
        const days = booked.map((ms, index) => ({
          startAt: TODAY - index * DAY_MS,
          ms: { ...zeroMs(), ...ms },
          uptime: null,
        }));
        const paths = draw(days, { now: TODAY + now, createdAt: TODAY + createdAt * DAY_MS });
        const all = BAR_LAYERS.filter((layer) => layer !== 'up').flatMap((layer) => blocks(paths[layer]));
        for (const { column, top, height } of all) {
          expect(column).toBeLessThan(BAR_DAYS);
          expect(height).toBeGreaterThan(0);
          expect(top + height).toBeLessThanOrEqual(BAR.height + 0.11);
        }
      }),
    );
  });
});

test('sharesOf sums to the whole day', () => {
  const [day] = daysWith({ 0: { down: HOUR_MS, blind: 2 * HOUR_MS } }).slice(-1);
  const shares = sharesOf(day, TODAY, { now: NOW, createdAt: LONG_AGO });
  expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(shares.down).toBeCloseTo(1 / 24);
  expect(shares.gap).toBeCloseTo(2 / 24);
});

describe('barsLabel', () => {
  const life = { now: NOW, createdAt: LONG_AGO };

  test.each<[string, DayView[], number | null, string]>([
    ['good', daysWith(), 1, '90 days: 100 percent uptime, no downtime'],
    [
      'three bad days',
      daysWith({ 3: { down: HOUR_MS }, 50: { down: MINUTE_MS }, 12: { down: 5 * HOUR_MS } }),
      0.99934,
      '90 days: 99.93 percent uptime, 3 days with downtime, worst 10 Nov',
    ],
    [
      'one bad day and a gap',
      daysWith({ 3: { down: HOUR_MS }, 4: { blind: DAY_MS } }),
      0.99,
      '90 days: 99.00 percent uptime, 1 day with downtime, worst 19 Nov, 1 day with gaps in the record',
    ],
    ['nothing judged', daysWith(), null, '90 days: no uptime figure yet'],
  ])('%s', (_, days, uptime, words) => {
    expect(barsLabel({ days, ...life }, uptime)).toBe(words);
  });

  test('counts only the days since the server is known', () => {
    expect(barsLabel({ days: daysWith(), now: NOW, createdAt: TODAY - 11 * DAY_MS }, 1)).toMatch(/^12 days: /);
    expect(barsLabel({ days: daysWith(), now: NOW, createdAt: NOW - HOUR_MS }, 1)).toMatch(/^Today: /);
  });
});
