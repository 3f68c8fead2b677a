// What the badges of one server's figures need: its mark, its uptime over one period, its latency, its tools.
import { type Db, openDb } from '@/db/client';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import { selectDays, selectHours } from '@/db/queries/read-rollups';
import type { UnixMs } from '@/lib/core/time';
import { firstDayAt, firstHourAt, latencyQuantiles, uptimeSince } from '@/lib/reads/history';
import { serverMark } from '@/lib/reads/marks';
import { inSnapshot } from '@/lib/reads/snapshot';
import type { BadgePeriod, MetricMark } from '@/lib/render/badge/metric-words';

export interface MetricQuestion {
  slug: string;
  period: BadgePeriod;
  now: UnixMs;
}

const PERIOD_DAYS = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const satisfies Partial<
  Record<BadgePeriod, number>
>;

/** Null when no such server is listed. */
export function readMetricMark({ slug, period, now }: MetricQuestion, db: Db = openDb()): MetricMark | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    const { id, slowAfterMs } = row.endpoint;
    const hours = selectHours(db, id, firstHourAt(now));
    const daysFromAt = period === '24h' ? null : firstDayAt(now, PERIOD_DAYS[period]);
    return {
      ...serverMark(db, row, now),
      period,
      // Counted as on the page: 24 hours from hours, longer periods from UTC days.
      uptime:
        daysFromAt === null
          ? uptimeSince(hours, firstHourAt(now))
          : uptimeSince(selectDays(db, id, daysFromAt), daysFromAt),
      p95Ms: latencyQuantiles(hours).p95Ms,
      slowAfterMs,
      toolCount: row.state?.toolCount ?? null,
    };
  });
}
