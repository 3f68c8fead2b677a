// GET /icon/{state}.svg: the sign in the tab. Which state counts stands in the page; each drawing never changes.
import { errorAnswer, imageAnswer, preflight, reading } from '@/app/answer';
import { faviconOf, renderFavicon } from '@/lib/render/favicon';

export const dynamic = 'force-dynamic';

export const GET = reading<{ file: string }>((request, { file }) => {
  const state = faviconOf(file);
  return state ? imageAnswer(request, renderFavicon(state)) : errorAnswer('not_found', 'There is no such icon.');
});
export const OPTIONS = preflight;
