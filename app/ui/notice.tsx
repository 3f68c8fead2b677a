// A box that says one thing before the list: trouble, an incident, late monitoring, maintenance.
import type { ReactNode } from 'react';
import { Mark } from '@/app/ui/mark';
import { TONES } from '@/app/ui/tone';
import type { ShownStatus } from '@/lib/core/status/status';

interface NoticeProps {
  /** Lends its sign and colour. */
  status: ShownStatus;
  title: ReactNode;
  children?: ReactNode;
}

/** On a phone the words go on under the sign, so that their lines are not shorter than they must be. */
export function Notice({ status, title, children }: NoticeProps) {
  return (
    <article
      className={`mb-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded-md border border-transparent px-4 py-3.5 wrap-anywhere sm:px-5 sm:py-4 ${TONES[status].wash}`}
    >
      <span className="mt-1">
        <Mark status={status} />
      </span>
      <h2 className="text-[17px] font-semibold">{title}</h2>
      <div className="col-span-2 empty:hidden sm:col-span-1 sm:col-start-2">{children}</div>
    </article>
  );
}
