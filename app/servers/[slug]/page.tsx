// One server's page: one reading, drawn; 404 for a slug nobody has.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { pageWords } from '@/app/page-words';
import { publicUrl } from '@/app/public-url';
import { DayExplorer } from '@/app/ui/client/day-explorer';
import { LiveRefresh } from '@/app/ui/client/live-refresh';
import { ServerPage } from '@/app/ui/server-page';
import { clockText } from '@/lib/core/words/format';
import { serverTitle } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';
import { readServerPage } from '@/lib/reads/server-page';

export const dynamic = 'force-dynamic';

interface PageProps {
  params: Promise<{ slug: string }>;
}

/** Once a request, so that the title of the tab and the page agree. */
const readNow = cache((slug: string) => readServerPage(slug, Date.now()));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const view = readNow((await params).slug);
  return view ? { title: serverTitle(view, view.page.language) } : { title: pageWords().errors.notFoundTab };
}

export default async function ServerStatusPage({ params }: PageProps) {
  const view = readNow((await params).slug);
  if (!view) notFound();
  const { lost } = wordsOf(view.page.language).errors;
  return (
    <>
      <ServerPage view={view} publicUrl={publicUrl({ headers: await headers() })} />
      <DayExplorer version={view.generatedAt} loadingText={wordsOf(view.page.language).day.loading} />
      <LiveRefresh lostText={lost(clockText(view.generatedAt, view.page.timezone))} />
    </>
  );
}
