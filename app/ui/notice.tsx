// A box that says one thing before the list: monitoring is late, the configuration is broken, maintenance.
import type { ReactNode } from 'react';
import { Mark } from '@/app/ui/mark';
import { TONES } from '@/app/ui/tone';
import type { ShownStatus } from '@/lib/core/status/status';

interface NoticeProps {
  /** Lends its sign and colour. */
  status: ShownStatus;
  title: string;
  children?: ReactNode;
}

export function Notice({ status, title, children }: NoticeProps) {
  return (
    <article
      className={`mb-4 flex gap-2.5 rounded-md border border-transparent px-4 py-3.5 sm:px-5 sm:py-4 ${TONES[status].wash}`}
    >
      <span className="mt-1">
        <Mark status={status} />
      </span>
      <div className="min-w-0 flex-1 wrap-anywhere">
        <h2 className="text-[17px] font-semibold">{title}</h2>
        {children}
      </div>
    </article>
  );
}
