// GET /badge/{slug}.svg: one server's badge, always a picture, grey when nothing is known of it (docs/api.md).
import { errorAnswer, imageAnswer, preflight, reading } from '@/app/answer';
import { readServerMark } from '@/lib/reads/marks';
import { badgeChoices, renderBadge } from '@/lib/render/badge/badge';
import { type BadgeWords, serverBadge, unknownBadge } from '@/lib/render/badge/badge-words';

export const dynamic = 'force-dynamic';

/** Stands in a picture of a server nobody knows, whose title nobody knows either. */
const NAMELESS = 'server';

export const GET = reading<{ file: string }>(
  (request, { file }) => {
    if (!file.endsWith('.svg')) return errorAnswer('not_found', 'A badge ends in .svg.');
    const mark = readServerMark(file.slice(0, -'.svg'.length), Date.now());
    return drawn(request, mark ? serverBadge(mark) : unknownBadge(NAMELESS));
  },
  (request) => drawn(request, unknownBadge(NAMELESS)),
);
export const OPTIONS = preflight;

function drawn(request: Request, words: BadgeWords): Response {
  return imageAnswer(request, renderBadge(words, badgeChoices(new URL(request.url).searchParams)));
}
