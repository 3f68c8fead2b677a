// GET /api/v1/endpoints/{slug}/uptime: one server day by day (docs/api.md).
import { errorAnswer, jsonAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { readUptimeDays } from '@/lib/reads/uptime-days';
import { uptimeDays } from '@/lib/render/api-v1/api-v1-history';
import { parseQuery, uptimeQuery } from '@/lib/render/api-v1/api-v1-query';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const query = parseQuery(uptimeQuery, new URL(request.url).searchParams);
  if (!query.ok) return errorAnswer('bad_request', query.message);
  const view = readUptimeDays({ slug, count: query.values.days, now: Date.now() });
  return view ? jsonAnswer(request, uptimeDays(view)) : noSuchServer();
});
export const OPTIONS = preflight;
export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/app/api/v1/refusals';
