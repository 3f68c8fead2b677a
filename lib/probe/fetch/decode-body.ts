// Undoes the content encodings of an HTTP body, chunk by chunk, so that a small bomb never stands in memory at once.
import { pipeline, Readable, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';

/** More layers than this are an attack, not a server. */
const MAX_LAYERS = 3;
/** A stream that is cut off shows what had arrived, as browsers do; an event stream is flushed at every chunk. */
const LENIENT = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };

type Decode = (first: unknown) => Transform;

const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', () => createGunzip(LENIENT)],
  ['x-gzip', () => createGunzip(LENIENT)],
  ['br', () => createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH })],
  ['zstd', () => createZstdDecompress({ flush: constants.ZSTD_e_flush })],
  ['deflate', (first) => (isZlib(first) ? createInflate(LENIENT) : createInflateRaw(LENIENT))],
]);

/**
 * Begins when it is read, so that what an answer says by its status counts even where its body cannot be understood.
 * An unknown encoding is left alone, as fetch does: "Content-Encoding: UTF-8" is what some servers say of plain JSON.
 * @throws ProbeFault `http_invalid`, at the first read, for more layers than any client would undo
 */
export function decodeBody(body: AsyncIterable<unknown>, contentEncoding: string | null): AsyncIterable<unknown> {
  const names = (contentEncoding ?? '').toLowerCase().split(',');
  const layers = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (layers.length > MAX_LAYERS) return tooManyLayers();
  const decoders = layers.flatMap((name) => DECODERS.get(name) ?? []);
  // The last one named was applied last.
  return decoders.length === layers.length ? decoders.reverse().reduce(undo, body) : body;
}

async function* undo(encoded: AsyncIterable<unknown>, decode: Decode): AsyncGenerator<unknown, void, undefined> {
  const chunks = encoded[Symbol.asyncIterator]();
  const first = await chunks.next();
  // Nothing is nothing in every encoding, whatever the format would have for a header.
  if (first.done === true) return;
  const source = Readable.from(withFirst(first.value, chunks));
  // Errors reach the reader of the last stream; the callback only keeps them from being unhandled.
  yield* pipeline(source, decode(first.value), () => {});
}

async function* withFirst(first: unknown, rest: AsyncIterator<unknown>): AsyncGenerator<unknown, void, undefined> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

// biome-ignore lint/correctness/useYield: a body that cannot be read, for whoever tries to.
async function* tooManyLayers(): AsyncGenerator<never, void, undefined> {
  throw new ProbeFault('http_invalid', 'answers in too many layers of compression');
}

/** "deflate" means zlib by the RFC and raw deflate by habit; the low half of the first byte tells (RFC 1950, CM = 8). */
function isZlib(chunk: unknown): boolean {
  return Buffer.isBuffer(chunk) && ((chunk[0] ?? 0) & 0x0f) === 8;
}
