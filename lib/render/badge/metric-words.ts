// What the badges of one server's figures say: uptime, latency, tools. Pure; the figures are read elsewhere.

import { formatUptime } from '@/lib/core/history/uptime';
import type { ShownStatus } from '@/lib/core/status/status';
import { latencyText } from '@/lib/core/words/format';
import { type BadgeWords, type ServerMark, saying, serverBadge, staleBadge, unknownBadge } from './badge-words';

/** `/badge/{slug}/{metric}.svg` */
export const BADGE_METRICS = ['status', 'uptime', 'latency', 'tools'] as const;
export type BadgeMetric = (typeof BADGE_METRICS)[number];

/** `?period=` of the uptime badge. */
export const BADGE_PERIODS = ['24h', '7d', '30d', '90d', '365d'] as const;
export type BadgePeriod = (typeof BADGE_PERIODS)[number];

/** One server with the figures that its badges may show. */
export interface MetricMark extends ServerMark {
  period: BadgePeriod;
  /** Over the period; null when no time of it was judged. */
  uptime: number | null;
  /** 95th percentile of the last 24 hours; null when MCP never answered in them. */
  p95Ms: number | null;
  /** From here on an answer counts as slow. */
  slowAfterMs: number;
  /** Last known, also while the server is down; null before the first list. */
  toolCount: number | null;
}

/** From here on a figure has the colour of a server that is up, or of one that is degraded. */
const GOOD_UPTIME = 0.99;
const FAIR_UPTIME = 0.95;

export function metricBadge(metric: BadgeMetric, mark: MetricMark): BadgeWords {
  if (metric === 'status') return serverBadge(mark);
  const label = labelOf(metric, mark);
  if (mark.staleMs !== null) return staleBadge(label, mark.staleMs);
  switch (metric) {
    case 'uptime':
      return mark.uptime === null ? unknownBadge(label) : saying(label, formatUptime(mark.uptime), toneOf(mark.uptime));
    case 'latency':
      if (mark.p95Ms === null) return unknownBadge(label);
      return saying(label, latencyText(mark.p95Ms), mark.p95Ms > mark.slowAfterMs ? 'degraded' : 'up');
    case 'tools':
      // In the colour of the server: a count is no good news while nobody can call one of them.
      return mark.toolCount === null
        ? unknownBadge(label)
        : { ...saying(label, String(mark.toolCount), mark.status), isUncertain: false };
    default:
      return metric satisfies never;
  }
}

/** "warehouse uptime 30d", "warehouse p95", "warehouse tools". */
function labelOf(metric: Exclude<BadgeMetric, 'status'>, { title, period }: MetricMark): string {
  if (metric === 'uptime') return `${title} uptime ${period}`;
  return `${title} ${metric === 'latency' ? 'p95' : metric}`;
}

function toneOf(uptime: number): ShownStatus {
  if (uptime >= GOOD_UPTIME) return 'up';
  return uptime >= FAIR_UPTIME ? 'degraded' : 'down';
}
