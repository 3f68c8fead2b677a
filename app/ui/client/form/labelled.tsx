'use client';
// What stands around every field of a form: its label, a hint, and what is wrong with it, tied to the field for those who
// listen to the page.
import type { ReactNode } from 'react';

interface LabelledProps {
  /** Of the field. */
  id: string;
  label: string;
  hint?: ReactNode;
  problem: string | undefined;
  children: ReactNode;
}

export function Labelled({ id, label, hint, problem, children }: LabelledProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-[13px] text-soft wrap-anywhere">
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-[13px] text-down">
          {problem}
        </p>
      )}
    </div>
  );
}

const BOX = 'mt-1 w-full rounded-md border bg-paper px-3 py-2 text-base sm:text-sm font-normal text-ink';

/** What the field itself takes. */
export function boxOf({ id, hint, problem }: Pick<LabelledProps, 'id' | 'hint' | 'problem'>) {
  return {
    id,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-problem` : hint ? `${id}-hint` : undefined,
    className: `${BOX} ${problem ? 'border-down' : 'border-gap'}`,
  };
}
