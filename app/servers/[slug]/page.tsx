// One server's page: one reading, drawn; 404 for a slug nobody has.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { serverAlternates } from '@/app/page-alternates';
import { pageWords } from '@/app/page-words';
import { publicUrl } from '@/app/public-url';
import { DayExplorerLater } from '@/app/ui/client/day-explorer-later';
import { LiveRefresh } from '@/app/ui/client/live-refresh';
import { ServerPage } from '@/app/ui/server-page';
import { serverPageAsk } from '@/lib/core/server-page-ask';
import { serverFacts } from '@/lib/core/words/explain';
import { clockText } from '@/lib/core/words/format';
import { serverTitle, statusWord } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';
import { readServerIncidents } from '@/lib/reads/incidents';
import { readServerPage } from '@/lib/reads/server-page';
import { badgeWish } from '@/lib/render/badge/badge-wish';

export const dynamic = 'force-dynamic';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request, so that the title of the tab and the page agree; two calls share an answer only for equal texts. */
const readNow = cache((slug: string, query: string) =>
  readServerPage(slug, Date.now(), undefined, serverPageAsk(new URLSearchParams(query))),
);

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const view = readNow((await props.params).slug, await queryOf(props));
  if (!view) return { title: pageWords().errors.notFoundTab };
  const { server, page } = view;
  const facts = `${server.title}: ${statusWord(server.status, page.language)}. ${serverFacts(server, page.language)}`;
  return {
    title: serverTitle(view, page.language),
    description: server.description ?? facts,
    alternates: serverAlternates(server.slug),
  };
}

export default async function ServerStatusPage(props: PageProps) {
  const query = await queryOf(props);
  const view = readNow((await props.params).slug, query);
  if (!view) notFound();
  const { lost } = wordsOf(view.page.language).errors;
  return (
    <>
      <ServerPage
        view={view}
        publicUrl={publicUrl({ headers: await headers() })}
        badge={badgeWish(new URLSearchParams(query))}
        incidents={readServerIncidents(view.server.slug, view.generatedAt)}
      />
      <DayExplorerLater version={view.generatedAt} loadingText={wordsOf(view.page.language).day.loading} />
      <LiveRefresh lostText={lost(clockText(view.generatedAt, view.page.timezone))} />
    </>
  );
}

/** Of a name that is said twice the first counts. */
async function queryOf({ searchParams }: PageProps): Promise<string> {
  const said = Object.entries(await searchParams).flatMap(([name, value]): [string, string][] => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(said).toString();
}
