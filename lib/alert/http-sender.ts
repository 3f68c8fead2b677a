// The only way in which alerts go out over HTTP: one request over a connection of its own, every address filtered, no
// redirect followed, time and answer bounded. Knows nothing of what the answer means.
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { startBoundedWait } from '@/lib/alert/bounded-wait';
import { failure, type NetworkFailure, networkFailure } from '@/lib/alert/network-failure';
import { SECOND_MS } from '@/lib/core/time';
import type { AddressFilter } from '@/lib/net/address-filter';
import { BlockedAddress, filteredLookup } from '@/lib/net/filtered-lookup';

const HTTP_DEADLINE_MS = 10 * SECOND_MS;
/** Of an answer; what comes after it is never read. */
const ANSWER_LIMIT_BYTES = 64 * 1024;
const HEADER_LIMIT_BYTES = 16 * 1024;
/** Made once, since making an error costs more than closing. */
const CLOSED = new Error('the exchange is over');

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PATCH';
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  kind: 'answer';
  status: number;
  retryAfter: string | null;
  /** Where a redirect points to. */
  location: string | null;
  /** The first 64 KB; less when the rest did not come in time. As the receiver wrote it: hostile, and it may echo secrets. */
  text: string;
}

/** @throws the reason of `signal` (our shutdown) when it comes before the answer has begun */
export type SendHttp = (asked: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer | NetworkFailure>;

export interface HttpSenderOptions {
  addresses: AddressFilter;
  userAgent: string;
  deadlineMs?: number;
}

export function createHttpSender({ addresses, userAgent, deadlineMs = HTTP_DEADLINE_MS }: HttpSenderOptions): SendHttp {
  return async (asked, shutdown) => {
    shutdown.throwIfAborted();
    const url = URL.parse(asked.url);
    if (url === null || !/^https?:$/.test(url.protocol)) return failure('misconfigured', 'the url is no web address');
    if (addresses.deniesHost(url.hostname)) return failure('blocked', new BlockedAddress(url.hostname).message);
    const wait = startBoundedWait(shutdown, deadlineMs);
    const agent = createAgent(addresses, wait.signal);
    const headers = { ...asked.headers, 'user-agent': userAgent };
    const options = { method: asked.method, headers, body: asked.body ?? null, signal: wait.signal, dispatcher: agent };
    try {
      return await receive(await wait.until(request(url, options)));
    } catch (error) {
      shutdown.throwIfAborted();
      const known = networkFailure(error);
      if (known === null) throw error;
      return known;
    } finally {
      wait.end();
      await agent.destroy(CLOSED);
    }
  };
}

/** A fresh agent each time: alerts are rare, and no connection is left behind. */
function createAgent(addresses: AddressFilter, signal: AbortSignal): Agent {
  const connect = buildConnector({ lookup: filteredLookup(addresses), signal, timeout: 0, allowH2: false });
  return new Agent({ connect, maxHeaderSize: HEADER_LIMIT_BYTES, headersTimeout: 0, bodyTimeout: 0 });
}

/** The status decides; a body that breaks off or drips changes nothing about it. */
async function receive({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<HttpAnswer> {
  // Whoever drops a body half-read makes it fail.
  body.on('error', () => {});
  return {
    kind: 'answer',
    status: statusCode,
    retryAfter: single(headers['retry-after']),
    location: single(headers.location),
    text: await readStart(body),
  };
}

async function readStart(body: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      if (!Buffer.isBuffer(chunk)) break;
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= ANSWER_LIMIT_BYTES) break;
    }
  } catch {
    // Cut off, or too slow: what has come is enough.
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_LIMIT_BYTES).toString('utf8');
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
