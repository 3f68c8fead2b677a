import { describe, expect, test } from 'vitest';
import { drawLatency, niceStep } from '@/lib/core/drawing/latency-chart';
import type { LatencyPoint, LatencyView } from '@/lib/core/server-page-view';
import type { Verdict } from '@/lib/core/status/verdict';
import { DAY_MS, HOUR_MS, type Span } from '@/lib/core/time';
import type { OutageView } from '@/lib/core/view';
import { outage as anOutage } from '@/tests/fixtures/outage-views';

const NOW = Date.UTC(2026, 10, 22, 13);
const hour = (ago: number, p50Ms: number | null, p95Ms = p50Ms): LatencyPoint => ({
  startAt: NOW - ago * HOUR_MS,
  p50Ms,
  p95Ms,
});
const outage = (startedAt: number, endedAt: number | null) => anOutage('o', 'down', { startedAt, endedAt });

function chartOf(points: LatencyPoint[], maintenance: Span[] = []): LatencyView {
  const fromAt = NOW - DAY_MS;
  return { part: 'total', range: '24h', fromAt, stepMs: HOUR_MS, points, p50Ms: null, p95Ms: null, maintenance };
}

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
    const chart = drawLatency(chartOf([hour(24, 100), hour(12, 200)]), [], NOW);
    expect(chart.p50).toBe('M2.08 54.55L2.08 54.55L52.08 9.09');
    expect(chart.ticks.map(({ ms }) => ms)).toEqual([100, 200]);
    expect(chart.ticks.map(({ y }) => y)).toEqual([54.55, 9.09]);
  });

  test('breaks the line where nothing was measured', () => {
    const chart = drawLatency(chartOf([hour(3, 100), hour(2, null), hour(1, 100)]), [], NOW);
    expect(chart.p50.match(/M/g)).toHaveLength(2);
  });

  test('draws nothing for nothing', () => {
    expect(drawLatency(chartOf([hour(2, null)]), [], NOW)).toMatchObject({ p50: '', p95: '', bands: [] });
  });

  test.each<[string, OutageView, { x: number; width: number } | null]>([
    ['inside', outage(NOW - 12 * HOUR_MS, NOW - 6 * HOUR_MS), { x: 50, width: 25 }],
    ['begun before', outage(NOW - 48 * HOUR_MS, NOW - 12 * HOUR_MS), { x: 0, width: 50 }],
    ['lasting', outage(NOW - 6 * HOUR_MS, null), { x: 75, width: 25 }],
    ['of seconds is seen', outage(NOW - 1_000, null), { x: 99.6, width: 0.4 }],
    ['over before', outage(NOW - 30 * HOUR_MS, NOW - 25 * HOUR_MS), null],
  ])('an outage %s', (_, given, band) => {
    const { bands } = drawLatency(chartOf([]), [given], NOW);
    expect(bands).toEqual(band ? [{ status: 'down', ...band }] : []);
  });

  test('an outage is drawn as its steps tell it, and good stretches of an unstable one stay free', () => {
    const at = (ago: number) => NOW - ago * HOUR_MS;
    const step = (ago: number, status: Verdict) => ({ at: at(ago), status, reason: null });
    const unstable = anOutage('o', 'degraded', {
      worst: 'down',
      isUnstable: true,
      startedAt: at(18),
      endedAt: at(3),
      steps: [step(12, 'down'), step(9, 'down'), step(6, 'up'), step(5, 'degraded')],
    });
    const { bands, outageCount } = drawLatency(chartOf([]), [unstable], NOW);
    expect(outageCount).toBe(1);
    expect(bands).toEqual([
      // Older steps are left out of a long course; its worst stands for them.
      { status: 'down', x: 25, width: 50 },
      { status: 'degraded', x: 79.17, width: 8.33 },
    ]);
  });

  test('announced work lies behind the outages', () => {
    const work = { startAt: NOW - 12 * HOUR_MS, endAt: NOW - 6 * HOUR_MS };
    const { bands } = drawLatency(chartOf([], [work]), [outage(NOW - 6 * HOUR_MS, null)], NOW);
    expect(bands).toEqual([
      { status: 'maintenance', x: 50, width: 25 },
      { status: 'down', x: 75, width: 25 },
    ]);
  });

  test('the point of the present hour stands in the middle of what has passed of it', () => {
    const now = NOW + HOUR_MS / 2;
    const { spots } = drawLatency({ ...chartOf([hour(0, 5)]), fromAt: NOW - HOUR_MS / 2 }, [], now);
    expect(spots).toMatchObject([{ x: 75 }]);
  });

  test('names whole hours below', () => {
    const points = Array.from({ length: 24 }, (_, index) => hour(24 - index, 1));
    const { times } = drawLatency(chartOf(points), [], NOW);
    expect(times).toEqual([24, 18, 12, 6].map((ago, index) => ({ at: NOW - ago * HOUR_MS, x: index * 25 })));
  });
});
