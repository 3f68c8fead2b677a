// GET /api/v1/incidents: the newest, those going on among them (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { readNewestIncidents } from '@/lib/reads/incidents';
import { incidentList } from '@/lib/render/api-v1/api-v1-incident';

export const dynamic = 'force-dynamic';

const LIMIT = 50;

export const GET = reading((request) => {
  const now = Date.now();
  return jsonAnswer(request, incidentList(readNewestIncidents(now, LIMIT), now));
});
export const OPTIONS = preflight;
export { needsKey as DELETE, needsKey as PATCH, needsKey as POST, readOnly as PUT } from '@/app/api/v1/refusals';
