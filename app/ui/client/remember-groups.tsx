'use client';
// Remembers in this browser which groups a visitor opened or closed. A group in trouble is open whatever was remembered.
import { useEffect } from 'react';

const KEY = 'rollcall.groups';

export function RememberGroups() {
  useEffect(() => {
    const remembered = read();
    for (const group of document.querySelectorAll<HTMLDetailsElement>('details[data-group]')) {
      const isOpen = remembered[group.dataset.group ?? ''];
      if (isOpen !== undefined && group.dataset.troubled === undefined) group.open = isOpen;
    }
    function onClick(event: MouseEvent) {
      const summary = event.target instanceof Element ? event.target.closest('summary') : null;
      const group = summary?.parentElement;
      if (!(group instanceof HTMLDetailsElement) || group.dataset.group === undefined) return;
      // Heard before the browser turns it over.
      write({ ...read(), [group.dataset.group]: !group.open });
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return null;
}

/** Storage may be forbidden, and holds whatever somebody put there. */
function read(): Record<string, boolean | undefined> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, isOpen]) => typeof isOpen === 'boolean'));
  } catch {
    return {};
  }
}

function write(groups: Record<string, boolean | undefined>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(groups));
  } catch {
    // Then it is not remembered.
  }
}
