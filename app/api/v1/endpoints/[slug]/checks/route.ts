// GET /api/v1/endpoints/{slug}/checks: the visits of one server, newest first (docs/api.md).
import { errorAnswer, jsonAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { readChecks } from '@/lib/reads/checks';
import { checkList } from '@/lib/render/api-v1/api-v1-history';
import { checksQuery, parseQuery } from '@/lib/render/api-v1/api-v1-query';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const query = parseQuery(checksQuery, new URL(request.url).searchParams);
  if (!query.ok) return errorAnswer('bad_request', query.message);
  const view = readChecks(slug, query.values);
  return view ? jsonAnswer(request, checkList(view)) : noSuchServer();
});
export const OPTIONS = preflight;
export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/app/api/v1/refusals';
