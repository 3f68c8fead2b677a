'use client';
// Turns the instants of a page into those of the visitor's own zone; UTC stays on hover. The server draws the page once,
// in its own zone, so this is done here and only where the two differ.
import { useEffect } from 'react';
import { whenText, zoneText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';

interface LocalTimesProps {
  /** Of the page as it was drawn: the instant, the zone, the language. */
  now: number;
  timezone: string;
  language: Language;
}

/** What browsers call the zone of a machine that has none set. */
const NO_ZONE = 'Etc/Unknown';

export function LocalTimes({ now, timezone, language }: LocalTimesProps) {
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!own || own === NO_ZONE || own === timezone) return;
    for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
      const at = Date.parse(element.dateTime);
      // Said in the light of another instant: the end of a stretch names no day that its beginning named.
      const near = element.dataset.near === undefined ? now : Number(element.dataset.near);
      if (!Number.isNaN(at)) element.textContent = whenText(at, near, own, language);
    }
    for (const zone of document.querySelectorAll('[data-zone]')) zone.textContent = zoneText(own);
  }, [now, timezone, language]);
  return null;
}
