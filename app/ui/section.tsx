// A titled part of a server's page, with a short fact on the right.
import type { ReactNode } from 'react';

interface SectionProps {
  /** For links into the page; left away where nothing leads. */
  id?: string;
  title: string;
  fact?: ReactNode;
  /** Nobody copies from paper. */
  isForScreens?: boolean;
  children: ReactNode;
}

export function Section({ id, title, fact, isForScreens = false, children }: SectionProps) {
  return (
    <section id={id} className={`mt-10 ${isForScreens ? 'print:hidden' : ''}`}>
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-[17px] font-semibold">{title}</h2>
        {fact && <p className="text-[13px] text-soft">{fact}</p>}
      </div>
      {children}
    </section>
  );
}
