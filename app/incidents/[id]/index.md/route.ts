// GET /incidents/{id}.md, and /incidents/{id} for whoever accepts text/markdown (next.config.mjs leads both here): one
// incident as Markdown (docs/api.md).
import { errorAnswer, markdownAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readIncident } from '@/lib/reads/incidents';
import { incidentMarkdown } from '@/lib/render/markdown-twin/incident-markdown';

export const dynamic = 'force-dynamic';

/** One that was merged is told there, under its own address. */
export const GET = reading<{ id: string }>((request, { id }) => {
  const now = Date.now();
  const asked = readIncident(id, now);
  const found = asked?.isMerged ? readIncident(asked.intoId, now) : asked;
  if (!found || found.isMerged) return errorAnswer('not_found', 'There is no such incident.');
  return markdownAnswer(request, incidentMarkdown(found.view, publicUrl(request)));
});
export const OPTIONS = preflight;
