'use client';
// One field of a form of the panel, with its label, a hint, and what is wrong with it.
import { type ReactNode, useId } from 'react';
import { boxOf, Labelled } from './labelled';
import { useFormState } from './panel-form';

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Of an input; `textarea` for long texts. */
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'datetime-local' | 'search' | 'textarea';
  defaultValue?: string;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'url' | 'email';
  isRequired?: boolean;
  maxLength?: number;
  rows?: number;
  placeholder?: string;
}

export function Field({
  name,
  label,
  hint,
  type = 'text',
  defaultValue = '',
  isRequired = false,
  rows = 6,
  ...input
}: FieldProps) {
  const id = useId();
  const { problems, values } = useFormState();
  const problem = problems[name];
  const shared = {
    ...boxOf({ id, hint, problem }),
    name,
    defaultValue: values[name] ?? defaultValue,
    required: isRequired,
    ...input,
  };
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      {type === 'textarea' ? <textarea {...shared} rows={rows} /> : <input {...shared} type={type} />}
    </Labelled>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  hint?: ReactNode;
  defaultValue?: string;
  options: readonly { value: string; label: string }[];
}

export function Choice({ name, label, hint, defaultValue = '', options }: ChoiceProps) {
  const id = useId();
  const { problems, values } = useFormState();
  const problem = problems[name];
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      {/* A new key: React keeps the first default of a select otherwise. */}
      <select
        {...boxOf({ id, hint, problem })}
        key={values[name] ?? ''}
        name={name}
        defaultValue={values[name] ?? defaultValue}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function Check({
  name,
  label,
  hint,
  isChecked = false,
}: Omit<ChoiceProps, 'options' | 'defaultValue'> & { isChecked?: boolean }) {
  const id = useId();
  const { status, values } = useFormState();
  const isOn = status === 'failed' ? values[name] === 'yes' : isChecked;
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        name={name}
        type="checkbox"
        value="yes"
        key={String(isOn)}
        defaultChecked={isOn}
        className="mt-1 size-4"
      />
      <label htmlFor={id} className="text-sm">
        {label}
        {hint && <span className="block text-[13px] text-soft">{hint}</span>}
      </label>
    </div>
  );
}
