// GET /badge/{slug}.svg and .json: one server's badge, always a picture, grey when nothing is known (docs/badges.md).
import { preflight } from '@/app/answer';
import { badgeName, badgeRoute } from '@/app/badge/badge-answer';
import { readServerMark } from '@/lib/reads/marks';
import { serverBadge, unknownBadge } from '@/lib/render/badge/badge-words';

export const dynamic = 'force-dynamic';

/** Stands in a picture of a server nobody knows, whose title nobody knows either. */
const NAMELESS = 'server';

export const GET = badgeRoute<{ file: string }>(NAMELESS, (_query, { file }) => {
  const slug = badgeName(file);
  const mark = slug === null ? null : readServerMark(slug, Date.now());
  return mark ? serverBadge(mark) : unknownBadge(NAMELESS);
});
export const OPTIONS = preflight;
