import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectDays, selectHours } from '@/db/queries/read-rollups';
import { DAY_MS, HOUR_MS, startOfDay, startOfHour } from '@/lib/core/time';
import { dayViews, firstDayAt, firstHourAt, latencyQuantiles, uptimeView } from '@/lib/reads/history';
import { latencyView } from '@/lib/reads/latency-view';
import { memoryDb } from '@/tests/database';
import { NOW, type StoredRollup, storeRollup } from '@/tests/fixtures/stored-endpoints';

const TODAY = startOfDay(NOW);
const THIS_HOUR = startOfHour(NOW);

function stored(rollups: StoredRollup[]) {
  const db = memoryDb();
  for (const rollup of rollups) storeRollup(db, 1, rollup);
  return {
    days: selectDays(db, 1, firstDayAt(NOW, 90)),
    hours: selectHours(db, 1, firstHourAt(NOW)),
  };
}

describe('dayViews', () => {
  it('has 90 days, oldest first, ending today, empty where nothing is known', () => {
    const { days } = stored([
      { grain: 'day', bucketAt: TODAY, ms: { up: 3, down: 1 } },
      { grain: 'day', bucketAt: TODAY - 89 * DAY_MS, ms: { blind: 5 } },
      { grain: 'day', bucketAt: TODAY - 90 * DAY_MS, ms: { down: 7 } },
    ]);
    const views = dayViews(days, NOW);
    expect(views).toHaveLength(90);
    expect(views.map(({ startAt }) => startAt)).toEqual(
      Array.from({ length: 90 }, (_, i) => TODAY - (89 - i) * DAY_MS),
    );
    expect(views.at(-1)).toMatchObject({ ms: { up: 3, down: 1 }, uptime: 0.75 });
    expect(views[0]).toMatchObject({ ms: { blind: 5, down: 0 }, uptime: null });
    expect(views[1]).toMatchObject({ ms: { up: 0 }, uptime: null });
  });
});

describe('uptimeView', () => {
  it('takes a day from hours and longer periods from days', () => {
    const { days, hours } = stored([
      { grain: 'hour', bucketAt: THIS_HOUR, ms: { up: 1 } },
      { grain: 'hour', bucketAt: THIS_HOUR - 23 * HOUR_MS, ms: { down: 1 } },
      { grain: 'hour', bucketAt: THIS_HOUR - 24 * HOUR_MS, ms: { down: 98 } },
      { grain: 'day', bucketAt: TODAY - 6 * DAY_MS, ms: { up: 9, down: 1 } },
      { grain: 'day', bucketAt: TODAY - 7 * DAY_MS, ms: { down: 10 } },
      { grain: 'day', bucketAt: TODAY - 30 * DAY_MS, ms: { down: 20 } },
    ]);
    expect(uptimeView(days, hours, NOW)).toEqual({ '24h': 0.5, '7d': 0.9, '30d': 9 / 20, '90d': 9 / 40 });
  });

  it('is null where no time was judged', () => {
    const { days, hours } = stored([{ grain: 'day', bucketAt: TODAY, ms: { locked: 5, maintenance: 5, paused: 5 } }]);
    expect(uptimeView(days, hours, NOW)).toEqual({ '24h': null, '7d': null, '30d': null, '90d': null });
  });

  it('is a ratio for any history, and never 1 after a downtime', () => {
    const day = fc.record({
      ago: fc.integer({ min: 0, max: 89 }),
      up: fc.nat(DAY_MS),
      down: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), (parts) => {
        const { days, hours } = stored(
          parts.map(({ ago, up, down }) => ({ grain: 'day', bucketAt: TODAY - ago * DAY_MS, ms: { up, down } })),
        );
        const uptime = uptimeView(days, hours, NOW)['90d'];
        expect(uptime).toBeGreaterThanOrEqual(0);
        expect(uptime).toBeLessThan(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('latency', () => {
  it('merges the sketches of all hours instead of averaging their percentiles', () => {
    const quick = Array.from({ length: 90 }, () => 10);
    const slow = Array.from({ length: 10 }, () => 1_000);
    const { hours } = stored([
      { grain: 'hour', bucketAt: THIS_HOUR, latenciesMs: slow },
      { grain: 'hour', bucketAt: THIS_HOUR - HOUR_MS, latenciesMs: quick },
    ]);
    const { p50Ms, p95Ms } = latencyQuantiles(hours);
    expect(p50Ms).toBeGreaterThan(9);
    expect(p50Ms).toBeLessThan(11);
    expect(p95Ms).toBeGreaterThan(950);
    expect(p95Ms).toBeLessThan(1_050);
  });

  it('has one point an hour, null where nothing answered', () => {
    const { hours } = stored([{ grain: 'hour', bucketAt: THIS_HOUR, latenciesMs: [10] }]);
    const { points, p95Ms } = latencyView(hours, { part: 'total', range: '24h' }, NOW);
    expect(points).toHaveLength(24);
    expect(points[0]).toEqual({ startAt: THIS_HOUR - 23 * HOUR_MS, p50Ms: null, p95Ms: null });
    expect(points.at(-1)).toEqual({ startAt: THIS_HOUR, p50Ms: 10, p95Ms: 10 });
    expect(p95Ms).toBe(10);
    expect(latencyQuantiles([])).toEqual({ p50Ms: null, p95Ms: null });
  });
});
