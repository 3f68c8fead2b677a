// GET /badge.svg: the whole page in one badge (docs/api.md).
import { imageAnswer, preflight, reading } from '@/app/answer';
import { readPageMark } from '@/lib/reads/marks';
import { badgeChoices, renderBadge } from '@/lib/render/badge/badge';
import { type BadgeWords, pageBadge, unknownBadge } from '@/lib/render/badge/badge-words';

export const dynamic = 'force-dynamic';

export const GET = reading(
  (request) => drawn(request, pageBadge(readPageMark(Date.now()))),
  (request) => drawn(request, unknownBadge('Rollcall')),
);
export const OPTIONS = preflight;

function drawn(request: Request, words: BadgeWords): Response {
  return imageAnswer(request, renderBadge(words, badgeChoices(new URL(request.url).searchParams)));
}
