'use client';
// Brings the day explorer once the page is at rest: to read the page nobody needs it, and it is half of our own script.
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import type { DayExplorerProps } from './day-explorer';

/** After first paint and hydration, before a hand has found a bar. */
const AT_REST_MS = 300;

/** Where it cannot be fetched, the bars stay the links they are without script. */
const DayExplorer = lazy(async (): Promise<{ default: ComponentType<DayExplorerProps> }> => {
  try {
    const { DayExplorer: default_ } = await import('./day-explorer');
    return { default: default_ };
  } catch {
    return { default: () => null };
  }
});

export function DayExplorerLater(props: DayExplorerProps) {
  const [isAtRest, setIsAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsAtRest(true), AT_REST_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isAtRest) return null;
  return (
    <Suspense>
      <DayExplorer {...props} />
    </Suspense>
  );
}
