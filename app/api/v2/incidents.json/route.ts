// GET /api/v2/incidents.json: the newest 50 incidents, those going on among them (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readNewestIncidents } from '@/lib/reads/incidents';
import { readOverview } from '@/lib/reads/overview';
import { statuspageIncidents } from '@/lib/render/statuspage/statuspage';

export const dynamic = 'force-dynamic';

/** As many as Statuspage gives. */
const LIMIT = 50;

export const GET = reading((request) => {
  const now = Date.now();
  return jsonAnswer(
    request,
    statuspageIncidents(readOverview(now), publicUrl(request), readNewestIncidents(now, LIMIT)),
  );
});
export const OPTIONS = preflight;
