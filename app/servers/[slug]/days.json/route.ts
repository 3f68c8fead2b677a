// GET /servers/{slug}/days.json: the cards of the last 90 days, worded in the language of the pages. Made for the page
// itself, which asks for it when somebody looks at a day; the figures for programs are at /api/v1.
import { jsonAnswer, noSuchServer, preflight, reading } from '@/app/answer';
import { dayCards } from '@/lib/core/words/day-card';
import { readDays } from '@/lib/reads/days';

export const dynamic = 'force-dynamic';

export const GET = reading<{ slug: string }>((request, { slug }) => {
  const view = readDays(slug, Date.now());
  return view ? jsonAnswer(request, dayCards(view)) : noSuchServer();
});
export const OPTIONS = preflight;
