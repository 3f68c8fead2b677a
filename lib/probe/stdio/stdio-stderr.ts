// Keeps the end of what a process writes to stderr. It must be read all the time: a full pipe stops the process.
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { type Redact, toDetail } from '@/lib/probe/log/redact';

const TAIL_BYTES = 8 * 1024;
/** Read as fast as it comes, more than any server writes in one check; then a chunk (64 KiB) each REST_MS. */
const HASTE_BYTES = 16 * 1024 * 1024;
const REST_MS = 20;

export interface StderrTail {
  push(chunk: Buffer): void;
  /** The last 8 KB, redacted, without controls but line ends; null when nothing was written. */
  read(redact: Redact): string | null;
  /** The last line that says something, for the detail of a failure. */
  lastLine(redact: Redact): string | null;
}

export function createStderrTail(): StderrTail {
  let kept = Buffer.alloc(0);
  let isCut = false;

  function read(redact: Redact): string | null {
    const text = stripVTControlCharacters(new TextDecoder().decode(kept));
    const clean = toDetail(isCut ? afterFirstWord(text) : text, redact, TAIL_BYTES).trim();
    return clean === '' ? null : clean;
  }

  return {
    push(chunk) {
      isCut ||= kept.byteLength + chunk.byteLength > TAIL_BYTES;
      kept = Buffer.concat([kept, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    },
    read,
    lastLine: (redact) =>
      read(redact)
        ?.split('\n')
        .findLast((line) => line.trim() !== '')
        ?.trim() ?? null,
  };
}

/** Reads `stream` to its end, without letting one that has none keep the process busy. */
export function drainStderr(stream: Readable, tail: StderrTail): void {
  let readBytes = 0;
  stream.on('data', (chunk: Buffer) => {
    tail.push(chunk);
    readBytes += chunk.byteLength;
    if (readBytes <= HASTE_BYTES) return;
    stream.pause();
    setTimeout(() => stream.resume(), REST_MS).unref();
  });
}

/** The first word may be the second half of a secret, which no redaction would know. */
function afterFirstWord(text: string): string {
  const end = text.search(/\s/);
  return end < 0 ? '' : text.slice(end + 1);
}
