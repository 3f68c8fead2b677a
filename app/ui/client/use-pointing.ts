'use client';
// Hover, tap, click and Escape on the bars, heard once for the whole page.
import { useEffect } from 'react';
import { dayAt, placeAround } from './bar-places';
import { type Choose, type ChosenDay, TODAY } from './use-chosen-day';

interface Pointing {
  chosen: ChosenDay | null;
  choose: Choose;
  close: () => void;
}

export function usePointing({ chosen, choose, close }: Pointing): void {
  useEffect(() => {
    function onMove(event: PointerEvent) {
      if (event.pointerType !== 'mouse' || chosen?.isPinned || isOnCard(event.target)) return;
      const place = placeAround(event.target);
      if (place) {
        const day = dayAt(place, event.clientX);
        const isShown = chosen?.isOpen && chosen.day === day && chosen.place.frame === place.frame;
        if (!isShown) choose(place, day);
      } else if (chosen?.isOpen && !isOnBars(document.activeElement)) close();
    }
    function onClick(event: MouseEvent) {
      // With a modifier the link beneath opens in a tab or window of its own.
      if (isOnCard(event.target) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const place = placeAround(event.target);
      if (!place) return close();
      event.preventDefault();
      // A click by key has no place on the screen.
      choose(place, event.detail === 0 ? (chosen?.day ?? TODAY) : dayAt(place, event.clientX), true);
    }
    function onKey(event: KeyboardEvent) {
      if (event.key === 'Escape') close();
    }
    document.addEventListener('pointermove', onMove);
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointermove', onMove);
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, [chosen, choose, close]);
}

export function isOnBars(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-bars]') !== null;
}

function isOnCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-day-card]') !== null;
}
