// GET /api/v1/endpoints: every server and how it is (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { readOverview } from '@/lib/reads/overview';
import { endpointList } from '@/lib/render/api-v1/api-v1';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => jsonAnswer(request, endpointList(readOverview(Date.now()))));
export const OPTIONS = preflight;
export { needsKey as DELETE, needsKey as PATCH, needsKey as POST, readOnly as PUT } from '@/app/api/v1/refusals';
