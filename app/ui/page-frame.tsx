// What stands around every page: skip link, name of the page, ways to the other pages, main part, foot.
import type { ReactNode } from 'react';
import { Brand } from '@/app/ui/brand';
import { FootLinks } from '@/app/ui/foot-links';
import type { PageSettings } from '@/lib/core/page-settings';
import { DEFAULT_LANGUAGE } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

interface PageFrameProps {
  /** Null where the settings cannot be read (not found, error). */
  page: PageSettings | null;
  /** Which of the pages in the navigation this is. */
  at?: 'incidents' | 'uptime' | 'subscribe';
  children: ReactNode;
  foot?: ReactNode;
}

export function PageFrame({ page, at, children, foot }: PageFrameProps) {
  const language = page?.language ?? DEFAULT_LANGUAGE;
  const words = wordsOf(language);
  return (
    // 718 px inside: the width at which a unit of the bars is a pixel.
    <div className="mx-auto max-w-[766px] px-5 pt-6 pb-16 sm:px-6 sm:pt-7">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:bg-paper focus:px-2">
        {words.page.skip}
      </a>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <Brand page={page} untitled={words.page.untitled} />
        <nav aria-label={words.page.pages} className="text-sm text-soft print:hidden">
          <ul className="flex flex-wrap gap-x-5 [&_a]:inline-block [&_a]:py-1 [&_a[aria-current]]:font-semibold [&_a[aria-current]]:text-ink">
            {page?.brand?.links.map(({ label, url }) => (
              <li key={url} className="wrap-anywhere">
                <a href={url}>{label}</a>
              </li>
            ))}
            <li>
              <a href="/incidents" aria-current={at === 'incidents' ? 'page' : undefined}>
                {words.incidents.tab}
              </a>
            </li>
            <li>
              <a href="/uptime" aria-current={at === 'uptime' ? 'page' : undefined}>
                {words.calendar.tab}
              </a>
            </li>
            <li>
              <a href="/subscribe" aria-current={at === 'subscribe' ? 'page' : undefined}>
                {words.subscribe.tab}
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="mt-14 space-y-3 border-t border-hair pt-4 text-[13px] text-soft">
        {page?.brand?.footer && <p className="max-w-[42em] wrap-anywhere">{page.brand.footer}</p>}
        {foot}
        <FootLinks language={language} />
      </footer>
    </div>
  );
}
