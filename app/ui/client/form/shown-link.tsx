'use client';
// After a form was sent: the way to where visitors read what came of it.
import { useFormState } from './panel-form';

export function ShownLink() {
  const { status, result } = useFormState();
  if (status !== 'done' || typeof result !== 'string' || !result.startsWith('/')) return null;
  return (
    <p className="text-sm">
      <a href={result} className="font-semibold underline underline-offset-3">
        See it as visitors do
      </a>
    </p>
  );
}
