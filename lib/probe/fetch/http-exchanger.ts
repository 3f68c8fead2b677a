// Sends single HTTP requests of one check, filtered, bounded and recorded. What follows from an answer is decided in
// guarded-fetch.ts.
import { Agent, type Dispatcher, request } from 'undici';
import type { TlsTrust } from '@/lib/core/endpoint';
import type { UnixMs } from '@/lib/core/time';
import type { AddressFilter } from '@/lib/net/address-filter';
import { errorCodeOf } from '@/lib/net/error-causes';
import { BlockedAddress } from '@/lib/net/filtered-lookup';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { untilAborted } from '@/lib/probe/until-aborted';
import { countedBody } from './body';
import { type Connect, createConnect } from './connect';
import { decodeBody } from './decode-body';
import { type Exchange, startExchange } from './exchange';

const HEADER_LIMIT_BYTES = 16 * 1024;
const DUMP_LIMIT_BYTES = 16 * 1024;
/** Made once, since making an error costs more than closing. */
const CLOSED = new Error('the check is over');

export interface GuardedRequest {
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  /** The JSON-RPC method of the body, for the record. */
  rpcMethod?: string | null;
  /** Is never sent again, and goes over a connection of its own: one at rest may be closed just as it is used. */
  isOnce?: boolean;
}

export interface Answer {
  status: number;
  /** Lower case names; repeated headers joined by ", ". */
  headers: Record<string, string>;
  /** Decoded and counted: reading beyond the limit throws ProbeFault `too_large`. Read it or `discard` it. */
  body: AsyncIterable<Buffer>;
  /** Instead of reading: lets a short body go by, so that the connection can serve the next request. */
  discard(): void;
  /** Gives up the body and the connection with it, at once. */
  abandon(): void;
  exchange: Exchange;
}

export interface GuardOptions {
  filter: AddressFilter;
  tls: TlsTrust;
  userAgent: string;
  /** Milliseconds since the check began, from a clock that never jumps. */
  elapsedMs: () => number;
}

export class HttpExchanger {
  readonly exchanges: Exchange[] = [];
  private readonly total = { bytes: 0 };
  private readonly closing = new AbortController();
  private readonly connect: Connect;
  private readonly agent: Agent;
  /** Shares no connection with the other; null until something is to be sent only once. */
  private agentOfOnce: Agent | null = null;

  constructor(private readonly options: GuardOptions) {
    const onConnected = (): void => this.noteConnection();
    this.connect = createConnect({ ...options, closing: this.closing.signal, onConnected });
    this.agent = this.createAgent();
  }

  certificateExpiresAt(): UnixMs | null {
    return this.connect.certificateExpiresAt();
  }

  async close(): Promise<void> {
    await Promise.all([this.agent.destroy(CLOSED), this.agentOfOnce?.destroy(CLOSED)]);
    // Ends what the agent has forgotten. Last, because a signal makes an error for each socket that still stands.
    this.closing.abort(CLOSED);
  }

  /** One request to `url`, which may be another than asked for after a redirect. */
  async send(asked: GuardedRequest, url: URL): Promise<Answer> {
    const exchange = startExchange(asked, url, this.options.elapsedMs());
    this.exchanges.push(exchange);
    try {
      this.refuseDenied(url);
      const sent = request(url, {
        method: asked.method,
        headers: this.headersOf(asked),
        body: asked.body ?? null,
        signal: asked.signal,
        dispatcher: this.agentFor(asked),
      });
      // undici looks at the signal only once a connection stands.
      return this.receive(await untilAborted(sent, asked.signal), exchange);
    } catch (error) {
      exchange.endedMs = this.options.elapsedMs();
      exchange.errorCode = errorCodeOf(error);
      throw error;
    }
  }

  /** Fresh each check: no connection outlives it, none is reused from an earlier one, and the certificate is verified. */
  private createAgent(): Agent {
    return new Agent({
      connect: this.connect.connector,
      maxHeaderSize: HEADER_LIMIT_BYTES,
      // The deadline of the check is the only one; it comes through the signal.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  private agentFor({ isOnce = false }: GuardedRequest): Agent {
    if (!isOnce) return this.agent;
    this.agentOfOnce ??= this.createAgent();
    return this.agentOfOnce;
  }

  /** Lower case throughout, so that no header goes out twice; an entry may name itself by its own User-Agent. */
  private headersOf({ headers }: GuardedRequest): Record<string, string> {
    const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    return { 'user-agent': this.options.userAgent, 'accept-encoding': 'gzip, deflate, br', ...Object.fromEntries(own) };
  }

  private refuseDenied(url: URL): void {
    if (!/^https?:$/.test(url.protocol)) throw new ProbeFault('blocked', 'only http and https addresses are called');
    if (!this.options.filter.deniesHost(url.hostname)) return;
    throw new BlockedAddress(url.hostname);
  }

  private receive({ statusCode: status, headers: raw, body }: Dispatcher.ResponseData, exchange: Exchange): Answer {
    const { elapsedMs } = this.options;
    // Whoever drops a body half-read makes it fail; that is nobody's concern by then.
    body.on('error', () => {});
    const headers = joinHeaders(raw);
    Object.assign(exchange, {
      answeredMs: elapsedMs(),
      status,
      contentType: headers['content-type'] ?? null,
      wwwAuthenticate: headers['www-authenticate'] ?? null,
      retryAfter: headers['retry-after'] ?? null,
    } satisfies Partial<Exchange>);
    const decoded = decodeBody(body, headers['content-encoding'] ?? null);
    const abandon = (): void => {
      exchange.endedMs ??= elapsedMs();
      body.destroy();
    };
    const discard = (): void => {
      exchange.endedMs ??= elapsedMs();
      body.dump({ limit: DUMP_LIMIT_BYTES }).catch(() => {});
    };
    const counted = countedBody(decoded, { exchange, total: this.total, elapsedMs });
    return { status, headers, body: counted, discard, abandon, exchange };
  }

  /** Whatever waits, waits for this connection: a check hardly ever has two requests under way. */
  private noteConnection(): void {
    for (const exchange of this.exchanges) {
      const isWaiting = exchange.answeredMs === null && exchange.endedMs === null;
      if (isWaiting) exchange.connectedMs ??= this.options.elapsedMs();
    }
  }
}

function joinHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return joined;
}
