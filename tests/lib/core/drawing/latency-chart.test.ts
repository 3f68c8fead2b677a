import { describe, expect, test } from 'vitest';
import { drawLatency, niceStep } from '@/lib/core/drawing/latency-chart';
import { HOUR_MS } from '@/lib/core/time';
import type { LatencyPoint, OutageView } from '@/lib/core/view';
import { outage as anOutage } from '@/tests/fixtures/outage-views';

const NOW = Date.UTC(2026, 10, 22, 13);
const hour = (ago: number, p50Ms: number | null, p95Ms = p50Ms): LatencyPoint => ({
  startAt: NOW - ago * HOUR_MS,
  p50Ms,
  p95Ms,
});
const outage = (startedAt: number, endedAt: number | null) => anOutage('o', 'down', { startedAt, endedAt });

test.each([
  [1, 1],
  [4, 1],
  [7, 2],
  [90, 25],
  [950, 250],
  [1_000, 250],
  [4_400, 2_000],
])('niceStep(%i)', (topMs, stepMs) => {
  expect(niceStep(topMs)).toBe(stepMs);
});

describe('drawLatency', () => {
  test('draws a point in the middle of its hour, on a scale that leaves room', () => {
    const chart = drawLatency([hour(24, 100), hour(12, 200)], [], NOW);
    expect(chart.p50).toBe('M2.08 66.67L2.08 66.67L52.08 33.33');
    expect(chart.ticks.map(({ label }) => label)).toEqual(['100 ms', '200 ms']);
    expect(chart.ticks.map(({ y }) => y)).toEqual([66.67, 33.33]);
  });

  test('breaks the line where nothing was measured', () => {
    const chart = drawLatency([hour(3, 100), hour(2, null), hour(1, 100)], [], NOW);
    expect(chart.p50.match(/M/g)).toHaveLength(2);
  });

  test('draws nothing for nothing', () => {
    expect(drawLatency([hour(2, null)], [], NOW)).toMatchObject({ p50: '', p95: '', bands: [] });
  });

  test.each<[string, OutageView, { x: number; width: number } | null]>([
    ['inside', outage(NOW - 12 * HOUR_MS, NOW - 6 * HOUR_MS), { x: 50, width: 25 }],
    ['begun before', outage(NOW - 48 * HOUR_MS, NOW - 12 * HOUR_MS), { x: 0, width: 50 }],
    ['lasting', outage(NOW - 6 * HOUR_MS, null), { x: 75, width: 25 }],
    ['of seconds is seen', outage(NOW - 1_000, null), { x: 99.6, width: 0.4 }],
    ['over before', outage(NOW - 30 * HOUR_MS, NOW - 25 * HOUR_MS), null],
  ])('an outage %s', (_, given, band) => {
    const { bands } = drawLatency([], [given], NOW);
    expect(bands).toEqual(band ? [{ status: 'down', ...band }] : []);
  });
});
