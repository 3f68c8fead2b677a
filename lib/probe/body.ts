// Reads HTTP bodies within bounds. Knows nothing of what they mean.
import type { Readable } from 'node:stream';
import type { Exchange } from './exchange';
import { ProbeFault } from './probe-fault';

/** Passes chunks on and counts them in the record; the reader that asks for more than the limit gets the fault. */
export async function* countedBody(
  source: Readable,
  record: { exchange: Exchange; elapsedMs: () => number },
  limitBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  const { exchange, elapsedMs } = record;
  try {
    for await (const chunk of source) {
      const bytes = toBuffer(chunk);
      exchange.bytes += bytes.byteLength;
      if (exchange.bytes > limitBytes) {
        throw new ProbeFault('too_large', `answers with more than ${limitBytes / 1024 / 1024} MiB`);
      }
      yield bytes;
    }
  } finally {
    exchange.endedMs ??= elapsedMs();
  }
}

/** Streams are typed as of anything; those of undici and zlib carry buffers. */
function toBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  throw new TypeError('a body carries buffers only');
}

/** The whole body as text. Reads on to its end, so that the connection can serve the next request. */
export async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** The beginning of the body as text; the rest is never read, and the connection given up with it. */
export async function readStart(body: AsyncIterable<Buffer>, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= limitBytes) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, limitBytes));
}
