// The calendar of uptime: one reading, drawn; 404 for a server nobody has and a month nobody was there to see.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { newsAlternates } from '@/app/page-alternates';
import { pageWords } from '@/app/page-words';
import { CalendarPage } from '@/app/ui/calendar-page';
import { LiveRefresh } from '@/app/ui/client/live-refresh';
import { monthOf } from '@/lib/core/incident/incident-days';
import { clockText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';
import { readCalendar } from '@/lib/reads/calendar';

export const dynamic = 'force-dynamic';

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request, so that the title of the tab and the page agree. */
const readNow = cache((slug: string | null, month: string | null) =>
  month !== null && monthOf(month) === null ? null : readCalendar({ slug, month }, Date.now()),
);

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { server, month } = await searchParams;
  const view = readNow(single(server), single(month));
  if (!view) return { title: pageWords().errors.notFoundTab };
  const { page, chosen } = view;
  const words = wordsOf(page.language).calendar;
  const name = chosen?.server.title;
  return {
    alternates: newsAlternates(),
    title: `${name === undefined ? words.tab : words.titleOf(name)} · ${page.title}`,
    description: name === undefined ? words.description(page.title) : words.descriptionOf(name, page.title),
  };
}

export default async function UptimePage({ searchParams }: PageProps) {
  const { server, month } = await searchParams;
  const view = readNow(single(server), single(month));
  if (!view) notFound();
  const { lost } = wordsOf(view.page.language).errors;
  return (
    <>
      <CalendarPage view={view} />
      <LiveRefresh lostText={lost(clockText(view.generatedAt, view.page.timezone))} />
    </>
  );
}

/** Given twice, the first counts. */
function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
