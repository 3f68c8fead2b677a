'use client';
// A link that a form tells once, made absolute with the address people are on when the server does not know its own.
import { useFormState } from './panel-form';

export function ToldLink({ label }: { label: string }) {
  const { result } = useFormState();
  if (typeof result !== 'string') return null;
  const link = result.startsWith('/') && typeof location !== 'undefined' ? `${location.origin}${result}` : result;
  return (
    <p className="w-full rounded-md bg-sunk px-4 py-3 text-sm">
      {label}: <code className="font-mono wrap-anywhere select-all">{link}</code>
    </p>
  );
}
