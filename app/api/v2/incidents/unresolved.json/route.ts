// GET /api/v2/incidents/unresolved.json: the incidents going on (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readIncidents } from '@/lib/reads/incidents';
import { readOverview } from '@/lib/reads/overview';
import { statuspageIncidents } from '@/lib/render/statuspage/statuspage';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  const now = Date.now();
  return jsonAnswer(request, statuspageIncidents(readOverview(now), publicUrl(request), readIncidents(now).current));
});
export const OPTIONS = preflight;
