// What stands around every page: skip link, name of the page, main part, foot.
import type { ReactNode } from 'react';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

interface PageFrameProps {
  /** Null where the settings cannot be read (not found, error). */
  title: string | null;
  language: Language;
  children: ReactNode;
  foot?: ReactNode;
}

export function PageFrame({ title, language, children, foot }: PageFrameProps) {
  const words = wordsOf(language).page;
  return (
    // 718 px inside: the width at which a unit of the bars is a pixel.
    <div className="mx-auto max-w-[766px] px-6 pt-7 pb-16">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:bg-paper focus:px-2">
        {words.skip}
      </a>
      <header className="text-[15px] font-semibold wrap-anywhere">
        <a href="/">{title ?? words.untitled}</a>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {foot && <footer className="mt-14 border-t border-hair pt-4 text-[13px] text-soft">{foot}</footer>}
    </div>
  );
}
