// The geometry of a latency chart: two lines, the outages behind them, a scale that people can read. Pure numbers and
// paths in a box of 100 x 100; it knows no colours and no words but "200 ms".

import { DAY_MS, HOUR_MS, type UnixMs } from '@/lib/core/time';
import type { LatencyPoint, OutageView } from '@/lib/core/view';
import { latencyText } from '@/lib/core/words/format';

export interface ChartBand {
  status: OutageView['status'];
  /** Percent of the width. */
  x: number;
  width: number;
}

export interface LatencyChart {
  /** Lines in a box of 100 x 100, empty when nothing was measured; a gap in the data is a gap in the line. */
  p50: string;
  p95: string;
  bands: ChartBand[];
  /** Lines of the scale, `y` in percent from the top. */
  ticks: { y: number; label: string }[];
  fromAt: UnixMs;
  toAt: UnixMs;
}

/** A shorter outage would be invisible. */
const LEAST_BAND = 0.4;
/** Room above the highest value, so that no line touches the edge. */
const HEADROOM = 1.1;

export function drawLatency(
  points: readonly LatencyPoint[],
  outages: readonly OutageView[],
  now: UnixMs,
): LatencyChart {
  const fromAt = now - DAY_MS;
  const x = (at: UnixMs) => Math.min(100, Math.max(0, ((at - fromAt) / DAY_MS) * 100));
  const measured = points.flatMap(({ p50Ms, p95Ms }) => [p50Ms ?? 0, p95Ms ?? 0]);
  const stepMs = niceStep(Math.max(1, ...measured) * HEADROOM);
  const topMs = Math.ceil((Math.max(1, ...measured) * HEADROOM) / stepMs) * stepMs;
  const line = (of: (point: LatencyPoint) => number | null) =>
    linePath(points, (point) => {
      const ms = of(point);
      // A point stands for its hour, so it is drawn in the middle of it.
      return ms === null ? null : { x: x(point.startAt + HOUR_MS / 2), y: 100 - (ms / topMs) * 100 };
    });
  return {
    p50: line((point) => point.p50Ms),
    p95: line((point) => point.p95Ms),
    bands: bandsOf(outages, { fromAt, now, x }),
    ticks: ticksOf(stepMs, topMs),
    fromAt,
    toAt: now,
  };
}

/** A round number of milliseconds of which two to four fit under `topMs`. */
export function niceStep(topMs: number): number {
  const rough = topMs / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [power, 2 * power, 2.5 * power, 5 * power, 10 * power];
  return steps.find((step) => step >= rough && Number.isInteger(step)) ?? 1;
}

function ticksOf(stepMs: number, topMs: number): LatencyChart['ticks'] {
  const ticks: LatencyChart['ticks'] = [];
  for (let ms = stepMs; ms < topMs; ms += stepMs)
    ticks.push({ y: round(100 - (ms / topMs) * 100), label: latencyText(ms) });
  return ticks;
}

function linePath(
  points: readonly LatencyPoint[],
  place: (point: LatencyPoint) => { x: number; y: number } | null,
): string {
  let path = '';
  let isDrawing = false;
  for (const point of points) {
    const spot = place(point);
    // A lone point is a line of no length, which a round cap turns into a dot.
    if (spot) path += `${isDrawing ? 'L' : `M${round(spot.x)} ${round(spot.y)}L`}${round(spot.x)} ${round(spot.y)}`;
    isDrawing = spot !== null;
  }
  return path;
}

function bandsOf(
  outages: readonly OutageView[],
  { fromAt, now, x }: { fromAt: UnixMs; now: UnixMs; x: (at: UnixMs) => number },
): ChartBand[] {
  return outages
    .filter((outage) => (outage.endedAt ?? now) > fromAt && outage.startedAt < now)
    .map(({ status, startedAt, endedAt }) => {
      const width = Math.max(LEAST_BAND, x(endedAt ?? now) - x(startedAt));
      return { status, x: round(Math.min(x(startedAt), 100 - width)), width: round(width) };
    });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
