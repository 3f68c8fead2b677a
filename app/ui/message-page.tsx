// A page that has one thing to say, and the way back.
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/ui/page-frame';

export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PageFrame title={null}>
      <div className="max-w-[38em] space-y-4 pt-16">
        <h1 className="text-[clamp(26px,4.6vw,34px)] leading-tight font-semibold tracking-[-0.02em] text-balance">
          {title}
        </h1>
        {children}
        <p>
          <a href="/" className="font-semibold underline underline-offset-3">
            All servers
          </a>
        </p>
      </div>
    </PageFrame>
  );
}
