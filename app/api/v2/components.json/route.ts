// GET /api/v2/components.json: every server and group in Statuspage's words (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readOverview } from '@/lib/reads/overview';
import { statuspageComponents } from '@/lib/render/statuspage/statuspage';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  return jsonAnswer(request, statuspageComponents(readOverview(Date.now()), publicUrl(request)));
});
export const OPTIONS = preflight;
