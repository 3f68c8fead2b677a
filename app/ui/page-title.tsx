// The one headline of a page that is not about a state.
import type { ReactNode } from 'react';

export function PageTitle({ children }: { children: ReactNode }) {
  return (
    <h1 className="pt-8 pb-5 sm:pt-10 text-[clamp(26px,4.6vw,34px)] leading-tight font-semibold tracking-[-0.02em] text-balance wrap-anywhere">
      {children}
    </h1>
  );
}
