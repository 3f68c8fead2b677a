// GET /api/v1/endpoints/{slug}/drift: what changed in the list of one server (docs/api.md).
import { jsonAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { readDrift } from '@/lib/reads/drift';
import { driftList } from '@/lib/render/api-v1/api-v1-history';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const drifts = readDrift(slug, Date.now());
  return drifts ? jsonAnswer(request, driftList(drifts)) : noSuchServer();
});
export const OPTIONS = preflight;
export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/app/api/v1/refusals';
