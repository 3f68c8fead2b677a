// GET /api/embed-status: the whole page for the widget on other sites (docs/badges.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readPageMark } from '@/lib/reads/marks';
import { pageBadge } from '@/lib/render/badge/badge-words';
import { embedStatus } from '@/lib/render/embed-status';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  return jsonAnswer(request, embedStatus(pageBadge(readPageMark(Date.now())), publicUrl(request)));
});
export const OPTIONS = preflight;
