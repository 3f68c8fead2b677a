'use client';
// One field of a form of the panel, with its label, a hint, and what is wrong with it.
import { type ReactNode, useId } from 'react';
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

export const BOX = 'mt-1 w-full rounded-md border bg-paper px-3 py-2 text-base sm:text-sm font-normal text-ink';

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
    id,
    name,
    defaultValue: values[name] ?? defaultValue,
    required: isRequired,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-problem` : hint ? `${id}-hint` : undefined,
    className: `${BOX} ${problem ? 'border-down' : 'border-gap'}`,
    ...input,
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-[13px] text-soft">
          {hint}
        </p>
      )}
      {type === 'textarea' ? <textarea {...shared} rows={rows} /> : <input {...shared} type={type} />}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-[13px] text-down">
          {problem}
        </p>
      )}
    </div>
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
    <div className="min-w-0">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && <p className="text-[13px] text-soft">{hint}</p>}
      {/* A new key: React keeps the first default of a select otherwise. */}
      <select
        key={values[name] ?? ''}
        id={id}
        name={name}
        defaultValue={values[name] ?? defaultValue}
        className={`${BOX} ${problem ? 'border-down' : 'border-gap'}`}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {problem && <p className="mt-1 text-[13px] text-down">{problem}</p>}
    </div>
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
