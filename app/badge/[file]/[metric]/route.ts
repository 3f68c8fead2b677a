// GET /badge/{slug}/{status,uptime,latency,tools}.svg and .json: one figure of one server (docs/badges.md). The folder
// above names the slug `file`, since Next wants one name for one place.
import { preflight } from '@/app/answer';
import { badgeName, badgeRoute } from '@/app/badge/badge-answer';
import { readMetricMark } from '@/lib/reads/metric-marks';
import { unknownBadge } from '@/lib/render/badge/badge-words';
import { BADGE_METRICS, BADGE_PERIODS, metricBadge } from '@/lib/render/badge/metric-words';

export const dynamic = 'force-dynamic';

const NAMELESS = 'server';

export const GET = badgeRoute<{ file: string; metric: string }>(NAMELESS, (query, { file: slug, metric: file }) => {
  const metric = BADGE_METRICS.find((known) => known === badgeName(file));
  const period = BADGE_PERIODS.find((known) => known === query.get('period')) ?? '30d';
  const mark = metric === undefined ? null : readMetricMark({ slug, period, now: Date.now() });
  return metric !== undefined && mark ? metricBadge(metric, mark) : unknownBadge(NAMELESS);
});
export const OPTIONS = preflight;
