'use client';
// A field for what is as good as a password. What is typed stays in the browser after a test: the server never sends it back.
import { useId, useState } from 'react';
import { boxOf, Labelled } from './labelled';
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
  const box = boxOf({ id, hint, problem });
  const shared = {
    ...box,
    name,
    value: typed,
    placeholder,
    required: isRequired,
    autoComplete: 'off',
    spellCheck: false,
    className: `${box.className} font-mono`,
  };
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      {isLong ? (
        <textarea {...shared} rows={3} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => setTyped(event.target.value)} />
      )}
    </Labelled>
  );
}
