// GET /api/v2/summary.json: what clients of Atlassian Statuspage expect there (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readOverview } from '@/lib/reads/overview';
import { statuspageSummary } from '@/lib/render/statuspage/statuspage';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  return jsonAnswer(request, statuspageSummary(readOverview(Date.now()), publicUrl(request)));
});
export const OPTIONS = preflight;
