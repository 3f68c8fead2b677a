// The calendar of uptime: one reading, drawn; 404 for a server nobody has and a month nobody was there to see.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageWords } from '@/app/page-words';
import { CalendarPage } from '@/app/ui/calendar-page';
import { monthOf } from '@/lib/core/incident/incident-days';
import { readCalendar } from '@/lib/reads/calendar';

export const dynamic = 'force-dynamic';

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export function generateMetadata(): Metadata {
  return { title: pageWords().calendar.tab };
}

export default async function UptimePage({ searchParams }: PageProps) {
  const { server, month } = await searchParams;
  const asked = { slug: single(server), month: single(month) };
  if (asked.month !== null && monthOf(asked.month) === null) notFound();
  const view = readCalendar(asked, Date.now());
  if (!view) notFound();
  return <CalendarPage view={view} />;
}

/** Given twice, the first counts. */
function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
