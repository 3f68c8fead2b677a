'use client';
// A field for what is as good as a password. What is typed stays in the browser after a test: the server never sends it back.
import { useId, useState } from 'react';
import { BOX } from './field';
import { useFormState } from './panel-form';

interface SecretFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** A reference to what is stored, or a variable; never the secret itself. */
  defaultValue?: string;
  placeholder?: string | undefined;
  isRequired?: boolean;
  /** Several lines, such as headers. */
  isLong?: boolean;
}

export function SecretField({
  name,
  label,
  hint,
  defaultValue = '',
  placeholder,
  isRequired = false,
  isLong = false,
}: SecretFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(defaultValue);
  const problem = useFormState().problems[name];
  const shared = {
    id,
    name,
    value: typed,
    placeholder,
    required: isRequired,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-problem` : hint ? `${id}-hint` : undefined,
    className: `${BOX} font-mono ${problem ? 'border-down' : 'border-gap'}`,
  };
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
      {isLong ? (
        <textarea {...shared} rows={3} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => setTyped(event.target.value)} />
      )}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-[13px] text-down">
          {problem}
        </p>
      )}
    </div>
  );
}
