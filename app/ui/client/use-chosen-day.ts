'use client';
// Which day is looked at: chosen by bar and number, worded once its server's days have arrived. It knows no events.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DayCard } from '@/lib/core/day-view';
import { type BarPlace, barPlaces } from './bar-places';
import { loadDays } from './load-days';

export const TODAY = 89;

export interface ChosenDay {
  place: BarPlace;
  /** 0 for the oldest, 89 for today. */
  day: number;
  /** Null while its words are on the way. */
  card: DayCard | null;
  isOpen: boolean;
  /** It stays until it is closed; else it goes with pointer or focus. */
  isPinned: boolean;
}

/** Unpinned, unless it was pinned before or is told to be. */
export type Choose = (place: BarPlace, day: number, isPinned?: boolean) => void;

/** `version` changes with what the page shows: then days are asked for anew. */
export function useChosenDay(version: number): { chosen: ChosenDay | null; choose: Choose; close: () => void } {
  const [chosen, setChosen] = useState<ChosenDay | null>(null);
  const loaded = useRef(new Map<string, Promise<DayCard[] | null>>());
  const newest = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was loaded for an older page says nothing about a newer one, which may show other servers.
  useEffect(() => {
    loaded.current.clear();
    // With script the bars have one tab stop; the links stay for those who browse by headings and links.
    for (const link of document.querySelectorAll('[data-bars] > a')) link.setAttribute('tabindex', '-1');
    const [place] = barPlaces();
    const start = place ? { place, day: TODAY, card: null, isOpen: false, isPinned: false } : null;
    setChosen((before) => (before?.place.slot.isConnected ? before : start));
  }, [version]);

  useEffect(() => {
    const onResize = () => setChosen((before) => before && { ...before });
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);

  const choose: Choose = useCallback(async (place, day, isPinned) => {
    const turn = ++newest.current;
    const known = loaded.current.get(place.slug) ?? loadDays(place.slug);
    loaded.current.set(place.slug, known);
    const cards = await known;
    if (cards === null) loaded.current.delete(place.slug);
    // Whoever moves on faster than the answer comes sees the last day only.
    if (turn !== newest.current) return;
    const card = cards?.[day] ?? null;
    setChosen((before) => ({ place, day, card, isOpen: true, isPinned: isPinned ?? before?.isPinned ?? false }));
  }, []);

  const close = useCallback(() => {
    newest.current++;
    setChosen((before) => before && { ...before, isOpen: false, isPinned: false });
  }, []);

  return { chosen, choose, close };
}
