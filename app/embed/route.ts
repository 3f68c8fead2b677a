// GET /embed: the whole page in a line, for a frame on other sites (docs/badges.md).
import { preflight, reading } from '@/app/answer';
import { embedAnswer } from '@/app/embed/embed-answer';
import { publicUrl } from '@/app/public-url';
import { readPageMark } from '@/lib/reads/marks';
import { pageBadge } from '@/lib/render/badge/badge-words';
import { embedStatus } from '@/lib/render/embed-status';

export const dynamic = 'force-dynamic';

export const GET = reading((request) =>
  embedAnswer(request, embedStatus(pageBadge(readPageMark(Date.now())), publicUrl(request))),
);
export const OPTIONS = preflight;
