// GET /index.md, and / for whoever accepts text/markdown (next.config.mjs): the status page as Markdown (docs/api.md).
import { markdownAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readIncidents } from '@/lib/reads/incidents';
import { readOverview } from '@/lib/reads/overview';
import { pageMarkdown } from '@/lib/render/markdown-twin/page-markdown';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  const now = Date.now();
  const readings = { view: readOverview(now), incidents: readIncidents(now).current, url: publicUrl(request) };
  return markdownAnswer(request, pageMarkdown(readings));
});
export const OPTIONS = preflight;
