// What stands around the pages before the panel: sign-in, second factor, invitation.
import type { ReactNode } from 'react';

export function DoorFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[420px] px-6 pt-7 pb-16">
      <header className="text-[15px] font-semibold">
        <a href="/">Rollcall</a>
      </header>
      <main id="main" className="pt-14">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-soft">{lead}</p>}
        <div className="mt-7">{children}</div>
      </main>
    </div>
  );
}
