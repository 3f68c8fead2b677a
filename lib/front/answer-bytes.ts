// An answer as the bytes that go out, made once and sent many times. Knows HTTP, not what is answered.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from '@/lib/core/http/content-coding';

export interface AnswerBytes {
  status: number;
  tag: string;
  /** Without what depends on the coding. */
  headers: Readonly<Record<string, string | string[]>>;
  bodies: { identity: Buffer; gzip: Buffer | null; br: Buffer | null };
  /** Whether all the codings it will ever have are there. */
  isSettled: boolean;
}

/** Smaller bodies grow, or fit into the same packet either way. */
const WORTH_COMPRESSING_BYTES = 1_024;
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:[a-z.+-]*(?:json|xml|javascript)|rss|atom))/;
/** What is made anew every few seconds is compressed quickly, what stays as small as can be. */
const BROTLI_QUALITY = { passing: 5, lasting: 11 };

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Of the connection to Next, of Next alone, or counted anew here. */
const OWN_OF_HOP = /^(?:connection|keep-alive|transfer-encoding|content-length|date|etag|x-nextjs-.*|x-powered-by)$/;

/** What goes on to the visitor of the headers Next gave. */
export function passedOn(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || OWN_OF_HOP.test(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

export function tagOf(body: Buffer): string {
  // Weak, since all codings of a body share it.
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Resolves with gzip at hand; brotli follows by itself, off this thread as gzip is. */
export async function compress(answer: AnswerBytes, lifetime: keyof typeof BROTLI_QUALITY): Promise<void> {
  const { bodies, headers } = answer;
  const isWorthIt = bodies.identity.length >= WORTH_COMPRESSING_BYTES;
  answer.isSettled = !isWorthIt || !COMPRESSIBLE.test(String(headers['content-type'] ?? ''));
  if (answer.isSettled) return;
  const quality = BROTLI_QUALITY[lifetime];
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bodies.identity.length,
  };
  void brotliAsync(bodies.identity, { params }).then((smaller) => {
    bodies.br = smaller;
    answer.isSettled = true;
  });
  bodies.gzip = await gzipAsync(bodies.identity, { level: 6 });
}

/** Bytes held in memory by one answer, about. */
export function weight({ bodies, headers }: AnswerBytes): number {
  return bodies.identity.length * 2 + JSON.stringify(headers).length + 1_000;
}

export function codings({ bodies }: AnswerBytes): Record<Exclude<Coding, 'identity'>, boolean> {
  return { br: bodies.br !== null, gzip: bodies.gzip !== null };
}

/** What stands in for an answer that could not be made at all. */
export function plainAnswer(status: number, text: string): AnswerBytes {
  const identity = Buffer.from(`${text}\n`);
  return {
    status,
    tag: tagOf(identity),
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    bodies: { identity, gzip: null, br: null },
    isSettled: true,
  };
}
