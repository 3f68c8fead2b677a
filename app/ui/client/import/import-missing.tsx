'use client';
// What the imported servers need and nobody has set: a field for each, which may stay empty. What is typed is stored, encrypted.
import { useId } from 'react';
import type { MissingValue } from './import-preview';

export function ImportMissing({ missing }: { missing: readonly MissingValue[] }) {
  const id = useId();
  if (missing.length === 0) return null;
  return (
    <fieldset className="grid gap-3 rounded-md border border-gap p-4">
      <legend className="px-1 text-sm font-semibold">What is missing</legend>
      <p className="text-sm text-soft">
        Type a value and it is stored here, encrypted. Or leave it empty and set the variable in Rollcall's environment.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        {missing.map(({ placeholder, name, isInput, value }) => (
          <div key={placeholder} className="min-w-0">
            <label htmlFor={`${id}-${placeholder}`} className="block text-sm font-semibold wrap-anywhere">
              {name} <span className="font-normal text-soft">{isInput ? 'your client asks for it' : 'not set'}</span>
            </label>
            <input
              id={`${id}-${placeholder}`}
              name={`give:${placeholder}`}
              type="password"
              autoComplete="off"
              defaultValue={value}
              className="mt-1 w-full rounded-md border border-gap bg-paper px-3 py-2 text-base sm:text-sm"
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
