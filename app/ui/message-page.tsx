// A page that has one thing to say, and the way back.
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/ui/page-frame';
import type { PageSettings } from '@/lib/core/page-settings';
import { DEFAULT_LANGUAGE } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

interface MessagePageProps {
  /** Null when the settings cannot be read. */
  page: PageSettings | null;
  title: string;
  children: ReactNode;
}

export function MessagePage({ page, title, children }: MessagePageProps) {
  return (
    <PageFrame page={page}>
      <div className="max-w-[38em] space-y-4 pt-16">
        <h1 className="text-[clamp(26px,4.6vw,34px)] leading-tight font-semibold tracking-[-0.02em] text-balance">
          {title}
        </h1>
        {children}
        <p>
          <a href="/" className="font-semibold underline underline-offset-3">
            {wordsOf(page?.language ?? DEFAULT_LANGUAGE).page.allServers}
          </a>
        </p>
      </div>
    </PageFrame>
  );
}
