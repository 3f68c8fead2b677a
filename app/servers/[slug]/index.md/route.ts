// GET /servers/{slug}.md, and /servers/{slug} for whoever accepts text/markdown (next.config.mjs leads both here): one
// server's page as Markdown (docs/api.md).
import { markdownAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readServerIncidents } from '@/lib/reads/incidents';
import { readServerPage } from '@/lib/reads/server-page';
import { serverMarkdown } from '@/lib/render/markdown-twin/server-markdown';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const now = Date.now();
  const view = readServerPage(slug, now);
  if (!view) return noSuchServer();
  const readings = { view, incidents: readServerIncidents(slug, now), url: publicUrl(request) };
  return markdownAnswer(request, serverMarkdown(readings));
});
export const OPTIONS = preflight;
