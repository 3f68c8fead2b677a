// What changed in a server's list, as lines that a page can show: at most so many, each cut where a name begins and ends.
// It knows the sentences of drift.ts; how a line is drawn is not known here.

import type { DriftView } from '@/lib/core/view';
import type { DriftChange } from './drift-change';

export interface SentencePart {
  text: string;
  /** A name or a value of the server's. */
  isName: boolean;
}

/** The words of a change with a capital letter and a stop; remote names stand in backticks and hold none (shown-name.ts). */
export function sentenceParts(sentence: string): SentencePart[] {
  const parts = `${sentence}.`.split('`').map((text, index) => ({ text, isName: index % 2 === 1 }));
  const [first, ...rest] = parts;
  const begun = first ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }] : [];
  return [...begun, ...rest].filter(({ text }) => text !== '');
}

/** The first `limit` lines of all; a drift whose lines do not fit says how many it keeps back. */
export function firstLines(
  drifts: readonly DriftView[],
  limit: number,
): { drifts: { drift: DriftView; changes: DriftChange[]; leftCount: number }[]; isCut: boolean } {
  let room = limit;
  const shown = drifts.flatMap((drift) => {
    const changes = drift.changes.slice(0, room);
    const isShown = room > 0;
    // One that came to nothing takes a line as well.
    room -= Math.max(1, changes.length);
    return isShown ? [{ drift, changes, leftCount: drift.changes.length - changes.length }] : [];
  });
  return { drifts: shown, isCut: shown.length < drifts.length };
}
