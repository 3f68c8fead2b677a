// GET /api/v2/summary.json: what clients of Atlassian Statuspage expect there (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readIncidents } from '@/lib/reads/incidents';
import { readOverview } from '@/lib/reads/overview';
import { statuspageSummary } from '@/lib/render/statuspage/statuspage';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  const now = Date.now();
  return jsonAnswer(request, statuspageSummary(readOverview(now), publicUrl(request), readIncidents(now).current));
});
export const OPTIONS = preflight;
