// The status page: one reading, drawn.
import type { Metadata } from 'next';
import { cache } from 'react';
import { PAGE_ALTERNATES } from '@/app/page-alternates';
import { DayExplorerLater } from '@/app/ui/client/day-explorer-later';
import { LiveRefresh } from '@/app/ui/client/live-refresh';
import { RememberGroups } from '@/app/ui/client/remember-groups';
import { InTurn } from '@/app/ui/in-turn';
import { OverviewPage } from '@/app/ui/overview-page';
import { clockText } from '@/lib/core/words/format';
import { documentTitle, headline } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';
import { readIncidents } from '@/lib/reads/incidents';
import { readOverview } from '@/lib/reads/overview';
import { faviconState } from '@/lib/render/favicon';

// Else the build would bake an empty page and serve it for a year.
export const dynamic = 'force-dynamic';

/** Once a request, so that the title of the tab and the page agree. */
const readNow = cache(() => {
  const now = Date.now();
  return { view: readOverview(now), incidents: readIncidents(now) };
});

export function generateMetadata(): Metadata {
  const { view } = readNow();
  const { language } = view.page;
  const icons = { icon: { url: `/icon/${faviconState(view)}.svg`, type: 'image/svg+xml' } };
  const title = documentTitle(view, language);
  return { title, description: headline(view, language), alternates: PAGE_ALTERNATES, icons };
}

export default function StatusPage() {
  const { view, incidents } = readNow();
  const { language } = view.page;
  return (
    <>
      <InTurn>
        <OverviewPage view={view} incidents={incidents} />
      </InTurn>
      <DayExplorerLater version={view.generatedAt} loadingText={wordsOf(view.page.language).day.loading} />
      <RememberGroups />
      <LiveRefresh lostText={wordsOf(language).errors.lost(clockText(view.generatedAt, view.page.timezone))} />
    </>
  );
}
