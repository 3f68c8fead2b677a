// The days of a group as one: the time of its servers, shared out over a day. Pure.
import { addMs, type StatusMs } from '@/lib/core/history/rollup';
import { uptimeOf } from '@/lib/core/history/uptime';
import { BOOKED_STATUSES } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';
import type { DayView, ServerView } from '@/lib/core/view';

export interface MergedDays {
  /** Oldest first; each as an average server of the group had it. */
  days: DayView[];
  /** When the first of them was known. */
  createdAt: UnixMs;
  /** Over all of it; null when nothing was judged. */
  uptime: number | null;
}

export function mergedDays(servers: readonly Pick<ServerView, 'days' | 'createdAt'>[]): MergedDays {
  const byStart = Map.groupBy(
    servers.flatMap(({ days }) => days),
    ({ startAt }) => startAt,
  );
  const sums = [...byStart.entries()]
    .sort(([a], [b]) => a - b)
    .map(([startAt, parts]) => ({ startAt, count: parts.length, ms: addMs(parts.map(({ ms }) => ms)) }));
  return {
    days: sums.map(({ startAt, count, ms }) => ({ startAt, ms: divided(ms, count), uptime: uptimeOf(ms) })),
    createdAt: Math.min(...servers.map(({ createdAt }) => createdAt)),
    uptime: uptimeOf(addMs(sums.map(({ ms }) => ms))),
  };
}

function divided(ms: StatusMs, count: number): StatusMs {
  const parts = { ...ms };
  for (const status of BOOKED_STATUSES) parts[status] = ms[status] / count;
  return parts;
}
