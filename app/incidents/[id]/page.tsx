// One incident at its permanent address; 404 for one that is unknown or hidden, and on to where a merged one is told.
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { newsAlternates } from '@/app/page-alternates';
import { pageWords } from '@/app/page-words';
import { LiveRefresh } from '@/app/ui/client/live-refresh';
import { IncidentPage } from '@/app/ui/incident-page';
import { clockText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { safeText } from '@/lib/core/words/safe-text';
import { wordsOf } from '@/lib/core/words/words';
import { readIncident } from '@/lib/reads/incidents';
import { updateText } from '@/lib/render/update-text';

export const dynamic = 'force-dynamic';

interface PageProps {
  params: Promise<{ id: string }>;
}

/** Once a request, so that the title of the tab and the page agree. */
const readNow = cache((id: string) => readIncident(id, Date.now()));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = readNow((await params).id);
  if (!found || found.isMerged) return { title: pageWords().errors.notFoundTab };
  const { incident, page } = found.view;
  const { statuses } = wordsOf(page.language).incidents;
  const [newest] = incident.updates;
  return {
    title: `${statuses[incident.status]} · ${incidentTitle(incident, page.language)} · ${page.title}`,
    alternates: newsAlternates(`/incidents/${incident.id}.md`),
    description: safeText(newest ? updateText(newest, page.language) : page.title, 200),
  };
}

export default async function SingleIncidentPage({ params }: PageProps) {
  const found = readNow((await params).id);
  if (!found) notFound();
  if (found.isMerged) permanentRedirect(`/incidents/${found.intoId}`);
  const { view } = found;
  const { lost } = wordsOf(view.page.language).errors;
  return (
    <>
      <IncidentPage view={view} />
      <LiveRefresh lostText={lost(clockText(view.generatedAt, view.page.timezone))} />
    </>
  );
}
