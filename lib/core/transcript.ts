// What administrators read of a check: the wire log and what the server said beside it, cut to what is worth keeping.
// Redaction is done before, where the secrets are known (lib/probe).
import type { Challenge, Failure } from '@/lib/core/failure';
import type { TranscriptLine } from '@/lib/core/outcome';
import type { Verdict } from '@/lib/core/status/verdict';
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';

/** The newest check that was `up`, and the newest that was not; the later of both is the last check. */
export const TRANSCRIPT_KINDS = ['lastGood', 'lastFailing'] as const;
export type TranscriptKind = (typeof TRANSCRIPT_KINDS)[number];

/** For administrators only: no public view may hold it. */
export interface Transcript {
  /** When the check began; the lines count from here. */
  at: UnixMs;
  verdict: Verdict;
  /** Null exactly when the verdict is `up`. */
  failure: Failure | null;
  /** At most 32 KB as JSON. */
  lines: TranscriptLine[];
  /** The end of what a stdio server wrote to stderr, at most 8 KB; null for other servers. */
  stderrTail: string | null;
  /** Null when the server did not refuse us. */
  challenge: Challenge | null;
}

const LINES_LIMIT_BYTES = 32 * 1024;
const STDERR_LIMIT_BYTES = 8 * 1024;

/** One good check reads like the next; rewriting each would be most of what is written at all. */
const GOOD_KEPT_MS = 10 * MINUTE_MS;

/** `stored`: when the checks began whose transcripts are kept. */
export function isWorthWriting(
  check: { at: UnixMs; verdict: Verdict },
  stored: Partial<Record<TranscriptKind, UnixMs>>,
): boolean {
  const { lastGood, lastFailing } = stored;
  if (check.verdict !== 'up' || lastGood === undefined) return true;
  const isFirstAfterFailing = lastFailing !== undefined && lastFailing > lastGood;
  return isFirstAfterFailing || check.at < lastGood || check.at - lastGood >= GOOD_KEPT_MS;
}

/** The beginning and the end of a long log: how a check set out, and what became of it. */
export function boundLines(lines: readonly TranscriptLine[], limitBytes = LINES_LIMIT_BYTES): TranscriptLine[] {
  // Each with its comma: of a list's own brackets one byte remains.
  const sizes = lines.map((line) => byteLength(`${JSON.stringify(line)},`));
  if (sum(sizes) + 1 <= limitBytes) return [...lines];
  const half = (limitBytes - NOTE_BYTES) / 2;
  const head = fitting(sizes, half);
  const tail = fitting(sizes.slice(head).reverse(), half);
  const left = lines.slice(head, lines.length - tail);
  const text = `${left.length} lines left out`;
  const note: TranscriptLine = { offsetMs: left[0]?.offsetMs ?? 0, direction: 'note', text };
  return [...lines.slice(0, head), note, ...lines.slice(lines.length - tail)];
}

/** The end of a text, in whole characters. */
export function tailOf(text: string, limitBytes = STDERR_LIMIT_BYTES): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= limitBytes) return text;
  const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0b1100_0000) === 0b1000_0000;
  let start = bytes.length - limitBytes;
  while (isContinuation(bytes[start])) start++;
  return new TextDecoder().decode(bytes.subarray(start));
}

/** Room for the line that says how many are missing. */
const NOTE_BYTES = 128;

/** How many of the first sizes fit. */
function fitting(sizes: readonly number[], limit: number): number {
  let used = 0;
  const firstOver = sizes.findIndex((size) => {
    used += size;
    return used > limit;
  });
  return firstOver === -1 ? sizes.length : firstOver;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
