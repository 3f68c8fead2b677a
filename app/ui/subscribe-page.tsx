// All ways to be told, with addresses ready to copy.
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/ui/page-frame';
import { PageTitle } from '@/app/ui/page-title';
import { SnippetBlock } from '@/app/ui/snippet-block';
import type { PageSettings } from '@/lib/core/page-settings';
import { wordsOf } from '@/lib/core/words/words';

const FEEDS = [
  ['Atom', '/feed.atom'],
  ['RSS 2.0', '/feed.rss'],
  ['JSON Feed', '/feed.json'],
] as const;

const PROGRAMS = [
  ['Statuspage v2', '/api/v2/summary.json'],
  ['Rollcall v1', '/api/v1/endpoints'],
  ['OpenAPI', '/api/v1/openapi.json'],
  ['Markdown', '/index.md'],
] as const;

/** `publicUrl`: of this Rollcall, without a trailing slash. */
export function SubscribePage({ page, publicUrl }: { page: PageSettings; publicUrl: string }) {
  const { subscribe: words, snippets } = wordsOf(page.language);
  const copy = { copy: snippets.copy, copied: snippets.copied, failed: snippets.copyFailed };
  return (
    <PageFrame page={page} at="subscribe">
      <PageTitle>{words.title}</PageTitle>
      <div className="space-y-8">
        <Way title={words.feeds} hint={`${words.feedsHint} ${words.oneServer}`}>
          <Links links={FEEDS} />
        </Way>
        <Way title={words.slack} hint={words.slackHint}>
          <SnippetBlock heading="RSS" text={`/feed subscribe ${publicUrl}/feed.rss`} words={copy} />
        </Way>
        <Way title={words.calendar} hint={words.calendarHint}>
          <SnippetBlock heading="iCalendar" text={`${publicUrl}/maintenance.ics`} words={copy} />
        </Way>
        <Way title={words.badge} hint={words.badgeHint}>
          {/* biome-ignore lint/performance/noImgElement: a drawing of a few hundred bytes that must not be cached by Next. */}
          <img src="/badge.svg" alt={words.badge} height="20" className="mt-2 h-5" />
          <SnippetBlock
            heading="Markdown"
            text={`[![${altOf(page.title)}](${publicUrl}/badge.svg)](${publicUrl}/)`}
            words={copy}
          />
        </Way>
        <Way title={words.programs} hint={words.programsHint}>
          <Links links={PROGRAMS} />
        </Way>
        <Way title={words.alerts} hint={words.alertsHint} />
      </div>
    </PageFrame>
  );
}

function Way({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <section>
      <h2 className="text-[17px] font-semibold">{title}</h2>
      <p className="mt-1 text-sm text-soft">{hint}</p>
      {children}
    </section>
  );
}

function Links({ links }: { links: readonly (readonly [name: string, href: string])[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5 text-sm font-semibold">
      {links.map(([name, href]) => (
        <li key={href}>
          <a href={href} className="inline-block py-1 underline underline-offset-3">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Brackets in a title would end the text of the picture early. */
function altOf(title: string): string {
  return title.replace(/[[\]\\]/gu, '\\$&');
}
