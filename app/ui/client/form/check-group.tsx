'use client';
// Several of a list, each a checkbox of the same name.
import { useId } from 'react';
import { useFormState } from './panel-form';

interface CheckGroupProps {
  name: string;
  label: string;
  hint?: string;
  chosen?: readonly string[];
  options: readonly { value: string; label: string }[];
}

export function CheckGroup({ name, label, hint, chosen = [], options }: CheckGroupProps) {
  const id = useId();
  const { status, values, problems } = useFormState();
  const problem = problems[name];
  const isOn = new Set(status === 'failed' ? (values[name] ?? '').split('\n') : chosen);
  return (
    <fieldset className="min-w-0" aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className="text-sm font-semibold">{label}</legend>
      {hint && <p className="text-[13px] text-soft">{hint}</p>}
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {options.map(({ value, label: text }) => (
          <label key={value} className="flex min-h-6 items-center gap-2 text-sm wrap-anywhere">
            <input
              type="checkbox"
              name={name}
              value={value}
              key={String(isOn.has(value))}
              defaultChecked={isOn.has(value)}
              className="size-4 flex-none"
            />
            {text}
          </label>
        ))}
      </div>
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-[13px] text-down">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
