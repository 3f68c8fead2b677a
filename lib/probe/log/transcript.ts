// The wire log of one check, as a client would write it: redacted, each line cut, the whole bounded.
import type { TranscriptLine } from '@/lib/core/outcome';
import { type Redact, toMessage } from './redact';

const MAX_LINES = 200;
const LINE_LIMIT = 500;

export interface Transcript {
  add(direction: TranscriptLine['direction'], text: string): void;
  /** What was written so far, oldest first. */
  lines(): TranscriptLine[];
}

/** `elapsedMs` counts from the beginning of the check. */
export function createTranscript(elapsedMs: () => number, redact: Redact): Transcript {
  const lines: TranscriptLine[] = [];
  let dropped = 0;
  return {
    add(direction, text) {
      if (lines.length >= MAX_LINES) {
        dropped++;
        return;
      }
      lines.push({
        offsetMs: Math.round(elapsedMs()),
        direction,
        text: toMessage(text.slice(0, LINE_LIMIT * 2), redact, LINE_LIMIT),
      });
    },
    lines() {
      if (dropped === 0) return [...lines];
      return [
        ...lines,
        { offsetMs: Math.round(elapsedMs()), direction: 'note', text: `${dropped} more lines left out` },
      ];
    },
  };
}
