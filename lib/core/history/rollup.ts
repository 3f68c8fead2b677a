// Counters per endpoint and bucket (hour or day, UTC): milliseconds per status, checks per verdict, a latency sketch.

import type { BookedStatus } from '@/lib/core/status/status';
import type { Verdict } from '@/lib/core/status/verdict';
import { DAY_MS, HOUR_MS, modulo, splitAt, type UnixMs } from '@/lib/core/time';
import type { Booking } from './booking';
import { EMPTY_SKETCH, type LatencySketch, sketchOf } from './latency-sketch';

export const GRAINS = ['hour', 'day'] as const;
export type Grain = (typeof GRAINS)[number];
export const GRAIN_MS: Record<Grain, number> = { hour: HOUR_MS, day: DAY_MS };

export type StatusMs = Record<BookedStatus, number>;
export type VerdictCounts = Record<Verdict, number>;

export interface Rollup {
  grain: Grain;
  /** Start of the bucket. */
  bucketAt: UnixMs;
  ms: StatusMs;
  checks: VerdictCounts;
  /** Latencies of checks in which MCP answered. */
  latency: LatencySketch;
}

export interface CountedCheck {
  at: UnixMs;
  verdict: Verdict;
  latencyMs: number | null;
}

export function zeroMs(): StatusMs {
  return { up: 0, degraded: 0, down: 0, locked: 0, unknown: 0, maintenance: 0, paused: 0, blind: 0 };
}

export function zeroChecks(): VerdictCounts {
  return { up: 0, degraded: 0, down: 0, locked: 0 };
}

/** What a check adds to which buckets: its own count, and the time that was decided by it. */
export function rollupsOf(bookings: readonly Booking[], check: CountedCheck | null): Rollup[] {
  return GRAINS.flatMap((grain) => {
    const byBucket = new Map<UnixMs, Rollup>();
    const bucket = (at: UnixMs): Rollup => {
      const bucketAt = at - modulo(at, GRAIN_MS[grain]);
      const existing = byBucket.get(bucketAt);
      if (existing) return existing;
      const fresh = { grain, bucketAt, ms: zeroMs(), checks: zeroChecks(), latency: EMPTY_SKETCH };
      byBucket.set(bucketAt, fresh);
      return fresh;
    };
    for (const booking of bookings) {
      for (const part of splitAt(booking, GRAIN_MS[grain])) {
        bucket(part.startAt).ms[booking.status] += part.endAt - part.startAt;
      }
    }
    if (check) {
      const counted = bucket(check.at);
      counted.checks[check.verdict] += 1;
      if (check.latencyMs !== null) counted.latency = sketchOf([check.latencyMs]);
    }
    return [...byBucket.values()];
  });
}

/** Field by field: a page of a hundred servers adds thirty thousand parts, and a loop over names takes ten times as long. */
export function addMs(parts: Iterable<StatusMs>): StatusMs {
  const sum = zeroMs();
  for (const part of parts) {
    sum.up += part.up;
    sum.degraded += part.degraded;
    sum.down += part.down;
    sum.locked += part.locked;
    sum.unknown += part.unknown;
    sum.maintenance += part.maintenance;
    sum.paused += part.paused;
    sum.blind += part.blind;
  }
  return sum;
}
