// GET /api/v1/endpoints/{slug}: one server in more detail (docs/api.md).
import { jsonAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { readServerPage } from '@/lib/reads/server-page';
import { endpointDetail } from '@/lib/render/api-v1/api-v1';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const view = readServerPage(slug, Date.now());
  return view ? jsonAnswer(request, endpointDetail(view)) : noSuchServer();
});
export const OPTIONS = preflight;
export { needsKey as DELETE, needsKey as PATCH, needsKey as POST, readOnly as PUT } from '@/app/api/v1/refusals';
