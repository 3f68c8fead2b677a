// GET /api/embed-status/{slug}: one server for the widget on other sites (docs/badges.md).
import { jsonAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readServerMark } from '@/lib/reads/marks';
import { serverBadge } from '@/lib/render/badge/badge-words';
import { embedStatus } from '@/lib/render/embed-status';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const mark = readServerMark(slug, Date.now());
  if (!mark) return noSuchServer();
  return jsonAnswer(request, embedStatus(serverBadge(mark), `${publicUrl(request)}/servers/${slug}`));
});
export const OPTIONS = preflight;
