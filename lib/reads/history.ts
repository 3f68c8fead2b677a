// What rollups say of the past: bars, uptime, latency. Pure; a bucket that is missing is time nobody knows of.
import type { DayRow, HourRow } from '@/db/queries/read-rollups';
import { mergeStored, quantileMs } from '@/lib/core/history/latency-sketch';
import { addMs, type StatusMs, zeroMs } from '@/lib/core/history/rollup';
import { uptimeOf } from '@/lib/core/history/uptime';
import { type SpanView, UPTIME_SPANS, type UptimeSpan } from '@/lib/core/server-page-view';
import { DAY_MS, HOUR_MS, startOfDay, startOfHour, type UnixMs } from '@/lib/core/time';
import type { DayView, UptimeView } from '@/lib/core/view';

export const DAYS_SHOWN = 90;
const SPAN_DAYS = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const satisfies Partial<Record<UptimeSpan, number>>;
const HOURS_SHOWN = 24;

/** Start of the first of the last `count` days, today included. */
export function firstDayAt(now: UnixMs, count: number): UnixMs {
  return startOfDay(now) - (count - 1) * DAY_MS;
}

/** Start of the first of the last 24 hours, the present one included. */
export function firstHourAt(now: UnixMs): UnixMs {
  return startOfHour(now) - (HOURS_SHOWN - 1) * HOUR_MS;
}

/** The last `count` UTC days, oldest first; the last one is today so far. */
export function dayViews(days: readonly DayRow[], now: UnixMs, count = DAYS_SHOWN): DayView[] {
  const msByDay = new Map(days.map((row) => [row.bucketAt, row.ms]));
  return bucketStarts(firstDayAt(now, count), count, DAY_MS).map((startAt) => {
    const ms = msByDay.get(startAt) ?? zeroMs();
    return { startAt, ms, uptime: uptimeOf(ms) };
  });
}

/** Null where no time was judged. */
export function uptimeView(days: readonly DayRow[], hours: readonly HourRow[], now: UnixMs): UptimeView {
  return {
    '24h': uptimeSince(hours, firstHourAt(now)),
    '7d': uptimeSince(days, firstDayAt(now, 7)),
    '30d': uptimeSince(days, firstDayAt(now, 30)),
    '90d': uptimeSince(days, firstDayAt(now, 90)),
  };
}

export function uptimeSince(rows: readonly DayRow[], fromAt: UnixMs): number | null {
  return uptimeOf(sumSince(rows, fromAt));
}

/** Over all the hours given. */
export function latencyQuantiles(hours: readonly HourRow[]): { p50Ms: number | null; p95Ms: number | null } {
  const sketch = mergeStored(hours.map(({ latency }) => latency));
  return { p50Ms: quantileMs(sketch, 0.5), p95Ms: quantileMs(sketch, 0.95) };
}

/** The same figures with the time they are made of, and that of a year; shortest first. */
export function spanViews(year: readonly DayRow[], hours: readonly HourRow[], now: UnixMs): SpanView[] {
  return UPTIME_SPANS.map((span) => {
    const rows = span === '24h' ? hours : year;
    const fromAt = span === '24h' ? firstHourAt(now) : firstDayAt(now, SPAN_DAYS[span]);
    const ms = sumSince(rows, fromAt);
    return { span, uptime: uptimeOf(ms), ms };
  });
}

function bucketStarts(firstAt: UnixMs, count: number, stepMs: number): UnixMs[] {
  return Array.from({ length: count }, (_, index) => firstAt + index * stepMs);
}

function sumSince(rows: readonly DayRow[], fromAt: UnixMs): StatusMs {
  return addMs(rows.filter(({ bucketAt }) => bucketAt >= fromAt).map(({ ms }) => ms));
}
