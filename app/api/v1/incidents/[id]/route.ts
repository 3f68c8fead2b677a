// GET /api/v1/incidents/{id}: one incident; of a merged one the one in which it is told (docs/api.md).
import { errorAnswer, jsonAnswer, preflight, reading } from '@/app/answer';
import { readIncident } from '@/lib/reads/incidents';
import { incidentDetail } from '@/lib/render/api-v1/api-v1-incident';

export const dynamic = 'force-dynamic';

export const GET = reading<{ id: string }>((request, { id }) => {
  const now = Date.now();
  const found = readIncident(id, now);
  // A merged one leads to one that is not merged: merging redirects whoever was led there before.
  const told = found?.isMerged ? readIncident(found.intoId, now) : found;
  if (!told || told.isMerged) return errorAnswer('not_found', 'There is no such incident.');
  return jsonAnswer(request, incidentDetail(told.view));
});
export const OPTIONS = preflight;
export { needsKey as DELETE, needsKey as PATCH, needsKey as POST, readOnly as PUT } from '@/app/api/v1/refusals';
