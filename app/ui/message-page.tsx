// A page that has one thing to say, and the way back.
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/ui/page-frame';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

interface MessagePageProps {
  title: string;
  language: Language;
  children: ReactNode;
}

export function MessagePage({ title, language, children }: MessagePageProps) {
  return (
    <PageFrame page={null} language={language}>
      <div className="max-w-[38em] space-y-4 pt-16">
        <h1 className="text-[clamp(26px,4.6vw,34px)] leading-tight font-semibold tracking-[-0.02em] text-balance">
          {title}
        </h1>
        {children}
        <p>
          <a href="/" className="font-semibold underline underline-offset-3">
            {wordsOf(language).page.allServers}
          </a>
        </p>
      </div>
    </PageFrame>
  );
}
