// GET /llms.txt: what an agent finds here (https://llmstxt.org, docs/api.md).
import { markdownAnswer, preflight, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readOverview } from '@/lib/reads/overview';
import { llmsText } from '@/lib/render/markdown-twin/llms-text';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  return markdownAnswer(request, llmsText(readOverview(Date.now()), publicUrl(request)), 'text/plain');
});
export const OPTIONS = preflight;
