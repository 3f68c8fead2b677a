// Cuts a byte stream into lines within bounds. Knows nothing of JSON-RPC.
import { ProbeFault } from '@/lib/probe/fault/probe-fault';

export interface LineLimits {
  lineBytes: number;
  totalBytes: number;
}

const NEWLINE = 0x0a;
const MEBIBYTE = 1024 * 1024;

export interface LineReader {
  /** @throws ProbeFault `too_large`; the reader is of no use afterwards */
  push(chunk: Buffer): void;
}

/** Hands over each line without its end. Bytes that are not UTF-8 become U+FFFD. */
export function createLineReader(onLine: (line: string) => void, limits: LineLimits): LineReader {
  // Chunks of the unfinished line; joined once, so that a line in a thousand chunks is not copied a thousand times.
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let totalBytes = 0;
  const decoder = new TextDecoder();

  function add(part: Buffer): void {
    pending.push(part);
    pendingBytes += part.byteLength;
    if (pendingBytes <= limits.lineBytes) return;
    pending = [];
    throw tooLarge('sends a line of', limits.lineBytes);
  }

  function finish(): void {
    const line = decoder.decode(Buffer.concat(pending, pendingBytes));
    pending = [];
    pendingBytes = 0;
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  return {
    push(chunk) {
      totalBytes += chunk.byteLength;
      if (totalBytes > limits.totalBytes) {
        pending = [];
        throw tooLarge('sends', limits.totalBytes);
      }
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        add(chunk.subarray(start, end));
        finish();
        start = end + 1;
      }
      if (start < chunk.byteLength) add(chunk.subarray(start));
    },
  };
}

function tooLarge(does: string, limitBytes: number): ProbeFault {
  return new ProbeFault('too_large', `${does} more than ${limitBytes / MEBIBYTE} MiB`, null, { limitBytes });
}
