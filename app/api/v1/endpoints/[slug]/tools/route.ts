// GET /api/v1/endpoints/{slug}/tools: what one server lists (docs/api.md).
import { jsonAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { readTools } from '@/lib/reads/tools';
import { toolList } from '@/lib/render/api-v1/api-v1-history';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const view = readTools(slug);
  return view ? jsonAnswer(request, toolList(view)) : noSuchServer();
});
export const OPTIONS = preflight;
export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/app/api/v1/refusals';
