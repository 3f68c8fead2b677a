// GET /index.md, and / for whoever accepts text/markdown (next.config.mjs): the status page as Markdown (docs/api.md).
import { markdownAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readOverview } from '@/lib/reads/overview';
import { pageMarkdown } from '@/lib/render/markdown-twin/page-markdown';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  return markdownAnswer(request, pageMarkdown(readOverview(Date.now()), publicUrl(request)));
});
export const OPTIONS = preflight;
