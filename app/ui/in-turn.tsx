// A part of a long page that is drawn in a turn of its own. Drawing a hundred servers in one go would hold the thread for
// a tenth of a second, and all who ask for anything meanwhile would wait for it; between turns they are answered.
import type { ReactNode } from 'react';

let lastTurn: Promise<void> = Promise.resolve();

/** One round of the event loop each, shared by all pages that are being drawn. */
function nextTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => new Promise((resolve) => setImmediate(resolve)));
  return lastTurn;
}

/** What a component among `children` computes belongs to the turn; what is computed to make them does not. */
export async function InTurn({ children }: { children: ReactNode }) {
  await nextTurn();
  return children;
}
