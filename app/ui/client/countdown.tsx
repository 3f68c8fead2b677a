'use client';
// Ticks the words the server wrote; without script they stay as they were when the page was made. It compares no clock
// of the visitor with ours: only the time that passed since the page arrived is taken off.
import { useEffect, useState } from 'react';
import { SECOND_MS, type UnixMs } from '@/lib/core/time';
import { nextCallText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';

interface CountdownProps {
  nextAt: UnixMs | null;
  generatedAt: UnixMs;
  language: Language;
}

export function Countdown({ nextAt, generatedAt, language }: CountdownProps) {
  const [ticked, setTicked] = useState({ generatedAt, elapsedMs: 0 });

  useEffect(() => {
    const startedAt = performance.now();
    const timer = setInterval(() => setTicked({ generatedAt, elapsedMs: performance.now() - startedAt }), SECOND_MS);
    return () => clearInterval(timer);
  }, [generatedAt]);

  if (nextAt === null) return null;
  // What was ticked for an older page says nothing about this one.
  const elapsedMs = ticked.generatedAt === generatedAt ? ticked.elapsedMs : 0;
  return <span className="whitespace-nowrap">{nextCallText(nextAt - generatedAt - elapsedMs, language)}</span>;
}
