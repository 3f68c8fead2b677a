// The geometry of a latency chart: two lines, the outages and maintenance behind them, a scale that people can read. Pure numbers and
// paths in a box of 100 x 100; it knows no colours and no words.

import { outageSpans } from '@/lib/core/history/outage-time';
import type { LatencyPoint, LatencyView } from '@/lib/core/server-page-view';
import type { Span, UnixMs } from '@/lib/core/time';
import type { OutageView } from '@/lib/core/view';

export interface ChartBand {
  status: OutageView['status'] | 'maintenance';
  /** Percent of the width. */
  x: number;
  width: number;
}

/** One measured hour or day, in percent from the left and from the top. */
export interface ChartSpot {
  point: LatencyPoint;
  x: number;
  /** Null when nothing was measured. */
  p50: number | null;
  p95: number | null;
}

export interface LatencyChart {
  /** Lines in a box of 100 x 100, empty when nothing was measured; a gap in the data is a gap in the line. */
  p50: string;
  p95: string;
  /** The points of the lines, oldest first. */
  spots: ChartSpot[];
  /** Of an unstable outage several, and none for its good stretches. */
  bands: ChartBand[];
  outageCount: number;
  /** Lines of the scale: milliseconds, `y` in percent from the top. */
  ticks: { y: number; ms: number }[];
  /** Whole hours or days to be named below the plot, `x` in percent from the left. */
  times: { at: UnixMs; x: number }[];
  fromAt: UnixMs;
  toAt: UnixMs;
}

/** Times named on the axis, so that two have room on a phone. */
const TIMES = 4;

/** A shorter outage would be invisible. */
const LEAST_BAND = 0.4;
/** Room above the highest value, so that no line touches the edge. */
const HEADROOM = 1.1;

export function drawLatency(latency: LatencyView, outages: readonly OutageView[], now: UnixMs): LatencyChart {
  const { fromAt, stepMs, points } = latency;
  const x = (at: UnixMs) => Math.min(100, Math.max(0, ((at - fromAt) / (now - fromAt)) * 100));
  const measured = points.flatMap(({ p50Ms, p95Ms }) => [p50Ms ?? 0, p95Ms ?? 0]);
  const topMs = Math.max(1, ...measured) * HEADROOM;
  const y = (ms: number | null) => (ms === null ? null : round(100 - (ms / topMs) * 100));
  const shown = outages.filter(({ startedAt, endedAt }) => (endedAt ?? now) > fromAt && startedAt < now);
  const planned = latency.maintenance.map(asPlanned);
  const lived = shown.flatMap((outage) => asLived(outage, now));
  const spots = points.map((point): ChartSpot => {
    // A point stands for its hour or day, so it is drawn in the middle of what has passed of it.
    const middle = (point.startAt + Math.min(point.startAt + stepMs, now)) / 2;
    return { point, x: round(x(middle)), p50: y(point.p50Ms), p95: y(point.p95Ms) };
  });
  return {
    p50: linePath(spots.map((spot) => ({ x: spot.x, y: spot.p50 }))),
    p95: linePath(spots.map((spot) => ({ x: spot.x, y: spot.p95 }))),
    spots,
    bands: bandsOf([...planned, ...lived], { fromAt, now, x }),
    outageCount: shown.length,
    ticks: ticksOf(niceStep(topMs), topMs),
    times: Array.from({ length: TIMES }, (_, index) => {
      const at = fromAt + Math.floor((index * points.length) / TIMES) * stepMs;
      return { at, x: round(x(at)) };
    }),
    fromAt,
    toAt: now,
  };
}

interface Banded extends Span {
  status: ChartBand['status'];
}

function asPlanned(span: Span): Banded {
  return { ...span, status: 'maintenance' };
}

/** One stretch for each status it had. Of a long course the oldest steps are missing: its worst stands for them. */
function asLived({ startedAt, endedAt, worst, steps }: OutageView, now: UnixMs): Banded[] {
  const [first] = steps;
  const known = first && first.at <= startedAt ? steps : [{ at: startedAt, status: worst }, ...steps];
  const stretches: Banded[] = [];
  for (const { startAt, endAt, status } of outageSpans(known, endedAt ?? now)) {
    if (status === 'up') continue;
    const before = stretches.at(-1);
    if (before && before.status === status && before.endAt === startAt) before.endAt = endAt;
    else stretches.push({ startAt, endAt, status });
  }
  return stretches;
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
  for (let ms = stepMs; ms < topMs; ms += stepMs) ticks.push({ y: round(100 - (ms / topMs) * 100), ms });
  return ticks;
}

function linePath(spots: readonly { x: number; y: number | null }[]): string {
  let path = '';
  let isDrawing = false;
  for (const { x, y } of spots) {
    // A lone point is a line of no length, which a round cap turns into a dot.
    if (y !== null) path += `${isDrawing ? 'L' : `M${x} ${y}L`}${x} ${y}`;
    isDrawing = y !== null;
  }
  return path;
}

function bandsOf(
  spans: readonly Banded[],
  { fromAt, now, x }: { fromAt: UnixMs; now: UnixMs; x: (at: UnixMs) => number },
): ChartBand[] {
  return spans
    .filter(({ startAt, endAt }) => endAt > fromAt && startAt < now)
    .map(({ status, startAt, endAt }) => {
      const width = Math.max(LEAST_BAND, x(endAt) - x(startAt));
      return { status, x: round(Math.min(x(startAt), 100 - width)), width: round(width) };
    });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
