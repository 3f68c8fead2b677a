// The latency chart of one server: the stretch that was asked for, as points of an hour or a day. Pure but for one query.
import type { Db } from '@/db/client';
import { selectLatencies } from '@/db/queries/read-rollups';
import { type LatencyRow, selectStageLatencies } from '@/db/queries/stage-latencies';
import { decodeSketch, type LatencySketch, mergeSketches, quantileMs } from '@/lib/core/history/latency-sketch';
import type { LatencyChoice, LatencyRange } from '@/lib/core/history/stage-latency';
import type { LatencyPoint, LatencyView } from '@/lib/core/server-page-view';
import { DAY_MS, HOUR_MS, type UnixMs } from '@/lib/core/time';
import { DAYS_SHOWN, firstDayAt, firstHourAt } from '@/lib/reads/history';

const GRAINS = { '24h': 'hour', '90d': 'day' } as const satisfies Record<LatencyRange, string>;

/** Start of the first point. */
export function chartStart(range: LatencyRange, now: UnixMs): UnixMs {
  return range === '24h' ? firstHourAt(now) : firstDayAt(now, DAYS_SHOWN);
}

export function selectLatencyRows(db: Db, endpointId: number, { part, range }: LatencyChoice, now: UnixMs) {
  const stretch = { grain: GRAINS[range], fromAt: chartStart(range, now) };
  return part === 'total'
    ? selectLatencies(db, endpointId, stretch)
    : selectStageLatencies(db, endpointId, { ...stretch, stage: part });
}

export function latencyView(
  rows: readonly LatencyRow[],
  choice: LatencyChoice,
  now: UnixMs,
): Omit<LatencyView, 'maintenance'> {
  const fromAt = chartStart(choice.range, now);
  const stepMs = choice.range === '24h' ? HOUR_MS : DAY_MS;
  const sketches = new Map(rows.map((row) => [row.bucketAt, decodeSketch(row.latency)]));
  const points: LatencyPoint[] = [];
  for (let startAt = fromAt; startAt <= now; startAt += stepMs) {
    points.push({ startAt, ...quantiles(sketches.get(startAt) ?? new Map()) });
  }
  return { ...choice, fromAt, stepMs, points, ...quantiles(mergeSketches(sketches.values())) };
}

function quantiles(sketch: LatencySketch) {
  return { p50Ms: quantileMs(sketch, 0.5), p95Ms: quantileMs(sketch, 0.95) };
}
