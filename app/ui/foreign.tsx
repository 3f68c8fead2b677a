// A line that a remote server wrote: cleaned, cut, and isolated, so that a right-to-left text turns no neighbour around.
import { safeText } from '@/lib/core/words/safe-text';

export function Foreign({ text, maxLength = 300 }: { text: string; maxLength?: number }) {
  return <bdi className="wrap-anywhere">{safeText(text, maxLength)}</bdi>;
}
