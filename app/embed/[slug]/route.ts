// GET /embed/{slug}: one server in a line, for a frame on other sites (docs/badges.md).
import { preflight, reading } from '@/app/answer';
import { embedAnswer } from '@/app/embed/embed-answer';
import { publicUrl } from '@/app/public-url';
import { readServerMark } from '@/lib/reads/marks';
import { serverBadge, unknownBadge } from '@/lib/render/badge/badge-words';
import { embedStatus } from '@/lib/render/embed-status';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const mark = readServerMark(slug, Date.now());
  const url = publicUrl(request);
  if (!mark) return embedAnswer(request, embedStatus(unknownBadge('server'), url), 404);
  return embedAnswer(request, embedStatus(serverBadge(mark), `${url}/servers/${slug}`));
});
export const OPTIONS = preflight;
