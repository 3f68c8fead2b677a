// GET /api/v2/status.json: the page's one status in Statuspage's words (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readOverview } from '@/lib/reads/overview';
import { statuspageStatus } from '@/lib/render/statuspage/statuspage';

export const dynamic = 'force-dynamic';

export const GET = reading((request) =>
  jsonAnswer(request, statuspageStatus(readOverview(Date.now()), publicUrl(request))),
);
export const OPTIONS = preflight;
