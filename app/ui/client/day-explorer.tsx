'use client';
// Lets people look at single days of the bars by pointer, finger and keyboard. One component over the coordinates of all
// bars: a single button stands on the chosen day and is the one tab stop of them all (toolbar pattern); the drawings stay
// a few paths each. Without script the bars are links to the calendar.
import { type KeyboardEvent as KeyPress, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { nextSpot } from './bar-keys';
import { barPlaces, columnOf, firstShownDay } from './bar-places';
import { CARD_WIDTH, DayCard } from './day-card';
import { useChosenDay } from './use-chosen-day';
import { isOnBars, usePointing } from './use-pointing';

const CARD_ID = 'day-card';

export interface DayExplorerProps {
  /** Changes with what the page shows. */
  version: number;
  /** Said of a day whose words are on the way. */
  loadingText: string;
}

export function DayExplorer({ version, loadingText }: DayExplorerProps) {
  const { chosen, choose, close } = useChosenDay(version);
  usePointing({ chosen, choose, close });
  const button = useRef<HTMLButtonElement>(null);
  const takesFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the button is another one after each choice.
  useLayoutEffect(() => {
    if (takesFocus.current) button.current?.focus();
    takesFocus.current = false;
  }, [chosen]);

  if (!chosen?.place.slot.isConnected) return null;
  const { place, day, card, isOpen, isPinned } = chosen;

  function onKeyDown(event: KeyPress) {
    const places = barPlaces();
    const row = places.findIndex(({ slug }) => slug === place.slug);
    const next = nextSpot(event.key, { row, day }, { rows: places.length, first: firstShownDay(place) });
    const target = next && places[next.row];
    if (!target) return;
    event.preventDefault();
    takesFocus.current = true;
    choose(target, next.day);
  }

  function onFocus() {
    takesFocus.current = card === null;
    if (!isOpen || card === null) choose(place, day);
  }

  const { left, width, frameWidth } = columnOf(place, day);
  const cardLeft = Math.min(Math.max(0, left + width / 2 - CARD_WIDTH / 2), Math.max(0, frameWidth - CARD_WIDTH));
  return createPortal(
    <>
      <button
        // A new button for each day: what has focus anew is read aloud, a changed label is not.
        key={`${place.slug} ${day} ${card === null}`}
        ref={button}
        type="button"
        aria-label={card?.label ?? loadingText}
        aria-expanded={isOpen && card !== null}
        className={`absolute top-0 h-8.5 rounded-[2px] print:hidden ${isOpen ? 'outline-2 outline-offset-1 outline-ink' : ''}`}
        style={{ left, width }}
        onFocus={onFocus}
        onBlur={({ relatedTarget }) => {
          // Whoever went on before the words arrived is not called back.
          if (relatedTarget !== null && !isOnBars(relatedTarget)) takesFocus.current = false;
          if (!isPinned && !takesFocus.current && !isOnBars(relatedTarget)) close();
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && card && <DayCard id={CARD_ID} card={card} left={cardLeft} />}
    </>,
    place.slot,
  );
}
