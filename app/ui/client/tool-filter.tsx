'use client';
// The search over the tools. Without script it is a form that asks the server. With it the list on the page follows the
// keyboard, as long as all of it is on the page; else Enter asks, as without.
import { useEffect, useRef, useState } from 'react';

interface ToolFilterProps {
  /** Of the list whose entries are hidden and shown; they stay the page's own. */
  listId: string;
  query: string;
  isWhole: boolean;
  words: { label: string; button: string; shown: string };
}

export function ToolFilter({ listId, query, isWhole, words }: ToolFilterProps) {
  const [wanted, setWanted] = useState(query);
  const [shown, setShown] = useState<number | null>(null);
  const isFiltering = useRef(false);
  // No list of dependencies: a page that was brought up to date has new entries, which must be hidden again.
  useEffect(() => {
    if (!isWhole || (wanted === '' && !isFiltering.current)) return;
    isFiltering.current = wanted !== '';
    const count = showMatching(document.getElementById(listId), wanted);
    setShown(wanted === '' ? null : count);
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form is what works without script
    <form role="search" action="#tools" className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <input
        type="search"
        name="tool"
        maxLength={100}
        aria-label={words.label}
        placeholder={words.label}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        className="min-w-0 flex-1 basis-40 rounded-md border border-gap bg-paper px-3 py-1.5 placeholder:text-soft"
      />
      <button type="submit" className="rounded-md border border-gap px-3 py-1.5">
        {words.button}
      </button>
      <span role="status" className="text-[13px] text-soft empty:hidden">
        {shown !== null && words.shown.replace('#', String(shown))}
      </span>
    </form>
  );
}

/** By what a tool says of itself, as the server searches. @returns how many are shown. */
function showMatching(list: HTMLElement | null, wanted: string): number {
  const words = wanted.toLowerCase().split(/\s+/u).filter(Boolean);
  let shown = 0;
  for (const entry of list?.children ?? []) {
    const said = [...entry.querySelectorAll('[data-said]')].map((element) => element.textContent ?? '');
    const text = said.join(' ').toLowerCase();
    const isMatching = words.every((word) => text.includes(word));
    entry.toggleAttribute('hidden', !isMatching);
    if (isMatching) shown++;
  }
  return shown;
}
