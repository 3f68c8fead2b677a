// GET /servers/{slug}.md, and /servers/{slug} for whoever accepts text/markdown (next.config.mjs leads both here): one
// server's page as Markdown (docs/api.md).
import { markdownAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readServerPage } from '@/lib/reads/server-page';
import { serverMarkdown } from '@/lib/render/markdown-twin/server-markdown';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const view = readServerPage(slug, Date.now());
  return view ? markdownAnswer(request, serverMarkdown(view, publicUrl(request))) : noSuchServer();
});
export const OPTIONS = preflight;
