// GET /incidents.md?month=2026-11, and /incidents for whoever accepts text/markdown (next.config.mjs): the incidents of a
// month as Markdown (docs/api.md).
import { errorAnswer, markdownAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { monthOf } from '@/lib/core/incident/incident-days';
import { readIncidentMonth } from '@/lib/reads/incidents';
import { incidentMonthMarkdown } from '@/lib/render/markdown-twin/incident-markdown';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  const wanted = new URL(request.url).searchParams.get('month');
  const month = wanted === null ? null : monthOf(wanted);
  const view = wanted !== null && month === null ? null : readIncidentMonth(month, Date.now());
  if (!view) return errorAnswer('not_found', 'There is no such month.');
  return markdownAnswer(request, incidentMonthMarkdown(view, publicUrl(request)));
});
export const OPTIONS = preflight;
