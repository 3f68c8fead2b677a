// The history of incidents, a month at a time: /incidents, /incidents?month=2026-11; 404 for a month outside it.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { newsAlternates } from '@/app/page-alternates';
import { pageWords } from '@/app/page-words';
import { LiveRefresh } from '@/app/ui/client/live-refresh';
import { IncidentMonthPage } from '@/app/ui/incident-month-page';
import { monthOf, noonOfMonth } from '@/lib/core/incident/incident-days';
import { clockText, monthText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';
import { readIncidentMonth } from '@/lib/reads/incidents';

export const dynamic = 'force-dynamic';

interface PageProps {
  searchParams: Promise<{ month?: string | string[] }>;
}

/** Once a request. `wanted`: undefined is the present month. */
const readNow = cache((wanted: string | undefined) => {
  const month = wanted === undefined ? null : monthOf(wanted);
  return wanted !== undefined && month === null ? null : readIncidentMonth(month, Date.now());
});

/** Given twice, it is no month. */
function oneMonth(month: string | string[] | undefined): string | undefined {
  return Array.isArray(month) ? '' : month;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const view = readNow(oneMonth((await searchParams).month));
  if (!view) return { title: pageWords().errors.notFoundTab };
  const { page, month } = view;
  const words = wordsOf(page.language).incidents;
  return {
    title: `${words.tab} · ${page.title}`,
    alternates: newsAlternates(`/incidents.md?month=${month}`),
    description: words.description(monthText(noonOfMonth(month), 'UTC', page.language), page.title),
  };
}

export default async function IncidentsPage({ searchParams }: PageProps) {
  const view = readNow(oneMonth((await searchParams).month));
  if (!view) notFound();
  const { lost } = wordsOf(view.page.language).errors;
  return (
    <>
      <IncidentMonthPage view={view} />
      <LiveRefresh lostText={lost(clockText(view.generatedAt, view.page.timezone))} />
    </>
  );
}
