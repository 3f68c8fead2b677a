// Reads HTTP bodies within bounds. Knows nothing of what they mean.
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Exchange } from './exchange';

const MIB = 1024 * 1024;
/** Of one body, after decompression: no client would hold more of it. */
const BODY_LIMIT_BYTES = 4 * MIB;
/** Of all bodies of a check, so that fifty pages are bounded as well as one. */
const CHECK_LIMIT_BYTES = 8 * MIB;
/** How long a body may take that is only quoted, not needed. */
const SAMPLE_PATIENCE_MS = 1_000;

export interface BodyRecord {
  exchange: Exchange;
  /** All that was read in this check so far; shared by its exchanges. */
  total: { bytes: number };
  elapsedMs: () => number;
}

/** Passes chunks on and counts them in the record; the reader that asks for more than the limit gets the fault. */
export async function* countedBody(
  source: AsyncIterable<unknown>,
  { exchange, total, elapsedMs }: BodyRecord,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of source) {
      const bytes = toBuffer(chunk);
      exchange.bytes += bytes.byteLength;
      total.bytes += bytes.byteLength;
      if (exchange.bytes > BODY_LIMIT_BYTES) throw tooLarge(BODY_LIMIT_BYTES);
      if (total.bytes > CHECK_LIMIT_BYTES) throw tooLarge(CHECK_LIMIT_BYTES);
      yield bytes;
    }
  } finally {
    exchange.endedMs ??= elapsedMs();
  }
}

function tooLarge(limitBytes: number): ProbeFault {
  return new ProbeFault('too_large', `answers with more than ${limitBytes / MIB} MiB`, null, { limitBytes });
}

/** Streams are typed as of anything; those of undici and zlib carry buffers. */
function toBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  throw new TypeError('a body carries buffers only');
}

/** The whole body as text. Reads on to its end, so that the connection can serve the next request. */
export async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  await collect(body, Number.POSITIVE_INFINITY, chunks);
  return toText(Buffer.concat(chunks));
}

/** The beginning of the body as text; the rest is never read, and the connection given up with it. */
export async function readStart(body: AsyncIterable<Buffer>, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  await collect(body, limitBytes, chunks);
  return toText(Buffer.concat(chunks).subarray(0, limitBytes));
}

/** What came of the body within a moment, for the reader of a log. Never throws; the connection is given up. */
export async function readSample(
  answer: { body: AsyncIterable<Buffer>; abandon(): void },
  limitBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  const patience = setTimeout(answer.abandon, SAMPLE_PATIENCE_MS);
  // Cut off, or too large: what has come is enough to quote.
  await collect(answer.body, limitBytes, chunks).catch(() => {});
  clearTimeout(patience);
  return toText(Buffer.concat(chunks).subarray(0, limitBytes));
}

async function collect(body: AsyncIterable<Buffer>, limitBytes: number, chunks: Buffer[]): Promise<void> {
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= limitBytes) return;
  }
}

/** As fetch does: UTF-8, whatever the headers say, without a byte order mark. */
function toText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
