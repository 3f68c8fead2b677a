// Undoes the content encodings of an HTTP body, chunk by chunk, so that a small bomb never stands in memory at once.
import { once } from 'node:events';
import { pipeline, type Readable, type Transform } from 'node:stream';
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

/**
 * Waits for the first byte only where the encoding is "deflate", whose two meanings differ in it.
 * @throws ProbeFault `http_invalid` for encodings no client would undo
 */
export async function decodeBody(body: Readable, contentEncoding: string | null): Promise<Readable> {
  const names = (contentEncoding ?? '').toLowerCase().split(',');
  const layers = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (layers.length > MAX_LAYERS) throw new ProbeFault('http_invalid', 'answers in too many layers of compression');
  let decoded = body;
  // The last one named was applied last.
  for (const encoding of layers.reverse()) {
    const decoder = encoding === 'deflate' ? await inflateOf(decoded) : decoderOf(encoding);
    // Errors reach the reader of the last stream; the callback only keeps them from being unhandled.
    decoded = pipeline(decoded, decoder, () => {});
  }
  return decoded;
}

function decoderOf(encoding: string): Transform {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip(LENIENT);
    case 'br':
      return createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return createZstdDecompress({ flush: constants.ZSTD_e_flush });
    default:
      throw new ProbeFault('http_invalid', 'answers in an unknown compression', `Content-Encoding: ${encoding}`);
  }
}

/** "deflate" means zlib by the RFC and raw deflate by habit; the low half of the first byte tells (RFC 1950, CM = 8). */
async function inflateOf(body: Readable): Promise<Transform> {
  if (body.readableLength === 0 && !body.readableEnded) await once(body, 'readable');
  const first: unknown = body.read();
  if (!Buffer.isBuffer(first)) return createInflate(LENIENT);
  body.unshift(first);
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(LENIENT) : createInflateRaw(LENIENT);
}
