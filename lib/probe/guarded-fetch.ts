// The only way in which the prober speaks HTTP: every address filtered, every body bounded, every redirect looked at,
// every exchange recorded. One per check, ended with it; knows nothing of MCP.
import { Agent, request } from 'undici';
import type { UnixMs } from '@/lib/core/time';
import type { AddressFilter } from './address-filter';
import { countedBody } from './body';
import { createConnect } from './connect';
import { decodeBody } from './decode-body';
import { type Exchange, errorCodeOf, startExchange } from './exchange';
import { ProbeFault } from './probe-fault';
import { redirectTarget } from './redirect';
import { untilAborted } from './until-aborted';

const HEADER_LIMIT_BYTES = 16 * 1024;
const MAX_REDIRECTS = 5;
const DUMP_LIMIT_BYTES = 16 * 1024;
/** Given once, since making an error costs more than closing. */
const CLOSED = new Error('the check is over');

export interface GuardedRequest {
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  /** The JSON-RPC method of the body, for the record. */
  rpcMethod?: string | null;
}

export interface Answer {
  status: number;
  /** Lower case names; repeated headers joined by ", ". */
  headers: Record<string, string>;
  /** Decoded and counted: reading beyond the limit throws ProbeFault `too_large`. Read it or `discard` it. */
  body: AsyncIterable<Buffer>;
  /** Lets a short rest of the body go by, so that the connection can serve the next request. */
  discard(): void;
  /** Gives up the body and the connection with it, at once. */
  abandon(): void;
  exchange: Exchange;
}

export interface GuardedFetch {
  /** @throws ProbeFault `blocked`, `redirected`, `http_invalid`; otherwise the network error with its `code` */
  fetch(request: GuardedRequest): Promise<Answer>;
  /** Oldest first; redirect hops are entries of their own. */
  readonly exchanges: readonly Exchange[];
  /** Of the certificate the server showed; null without TLS, and when it was refused. */
  certificateExpiresAt(): UnixMs | null;
  /** Ends every connection, whatever is still going on over it. */
  close(): Promise<void>;
}

export interface GuardOptions {
  filter: AddressFilter;
  userAgent: string;
  /** Milliseconds since the check began, from a clock that never jumps. */
  elapsedMs: () => number;
}

export function createGuardedFetch({ filter, userAgent, elapsedMs }: GuardOptions): GuardedFetch {
  const exchanges: Exchange[] = [];
  const total = { bytes: 0 };
  const closing = new AbortController();
  const connect = createConnect(filter, closing.signal, () => {
    // Whatever waits, waits for this connection: a check hardly ever has two requests under way.
    const waiting = exchanges.filter(({ answeredMs, endedMs }) => answeredMs === null && endedMs === null);
    for (const exchange of waiting) exchange.connectedMs ??= elapsedMs();
  });
  // A fresh agent a check: no connection outlives it, none is reused that the server may have closed meanwhile, and
  // the certificate is verified each time.
  const agent = new Agent({
    connect: connect.connector,
    maxHeaderSize: HEADER_LIMIT_BYTES,
    // The deadline of the check is the only one; it comes through the signal.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function send(hop: GuardedRequest, url: URL, exchange: Exchange): Promise<Answer> {
    if (!/^https?:$/.test(url.protocol)) throw new ProbeFault('blocked', 'only http and https addresses are called');
    if (filter.deniesHost(url.hostname)) {
      throw new ProbeFault('blocked', 'the address is on the list of networks that are never called', url.hostname);
    }
    const sent = request(url, {
      method: hop.method,
      headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br', ...hop.headers },
      body: hop.body ?? null,
      signal: hop.signal,
      dispatcher: agent,
    });
    // undici looks at the signal only once a connection stands.
    const response = await untilAborted(sent, hop.signal);
    // Whoever drops a body half-read makes it fail; that is nobody's concern by then.
    response.body.on('error', () => {});
    const headers = joinHeaders(response.headers);
    Object.assign(exchange, {
      answeredMs: elapsedMs(),
      status: response.statusCode,
      contentType: headers['content-type'] ?? null,
      wwwAuthenticate: headers['www-authenticate'] ?? null,
      retryAfter: headers['retry-after'] ?? null,
    } satisfies Partial<Exchange>);
    const decoded = await decodeBody(response.body, headers['content-encoding'] ?? null);
    return {
      status: response.statusCode,
      headers,
      body: countedBody(decoded, { exchange, total, elapsedMs }),
      discard() {
        exchange.endedMs ??= elapsedMs();
        if (decoded === response.body) response.body.dump({ limit: DUMP_LIMIT_BYTES }).catch(() => {});
        else response.body.destroy();
      },
      abandon() {
        exchange.endedMs ??= elapsedMs();
        response.body.destroy();
      },
      exchange,
    };
  }

  async function sendRecorded(hop: GuardedRequest, url: URL): Promise<Answer> {
    const exchange = startExchange(hop, url, elapsedMs());
    exchanges.push(exchange);
    try {
      return await send(hop, url, exchange);
    } catch (error) {
      exchange.endedMs = elapsedMs();
      exchange.errorCode = errorCodeOf(error);
      throw error;
    }
  }

  return {
    async fetch(first) {
      let url = new URL(first.url);
      for (let followed = 0; ; followed++) {
        const answer = await sendRecorded(first, url);
        const location = answer.headers.location ?? null;
        try {
          const target = redirectTarget({ status: answer.status, location, url, method: first.method });
          if (target === null) return answer;
          if (followed === MAX_REDIRECTS)
            throw new ProbeFault('redirected', `redirects more than ${MAX_REDIRECTS} times`);
          url = target;
        } catch (error) {
          answer.discard();
          throw error;
        }
        answer.discard();
      }
    },
    exchanges,
    certificateExpiresAt: connect.certificateExpiresAt,
    close() {
      closing.abort(CLOSED);
      return agent.destroy(CLOSED);
    },
  };
}

function joinHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return joined;
}
