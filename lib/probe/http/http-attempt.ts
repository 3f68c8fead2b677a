// One connection to a server over HTTP from the first request to the DELETE: sets up wire and transport, walks, cleans
// up. Which dialect to try, and what to try next, is decided in http-probe.ts.
import {
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Transport,
  type VersionNegotiationOptions,
} from '@modelcontextprotocol/client';
import { toFault } from '@/lib/probe/fault/classify';
import type { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Exchange } from '@/lib/probe/fetch/exchange';
import type { GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import type { ProbeContext } from '@/lib/probe/probe-context';
import { throwIfShutDown } from '@/lib/probe/until-aborted';
import { NO_TIMEOUT_MS, startWalk, type Walk, walkMcp } from '@/lib/probe/walk/walk-mcp';
import { endSession } from './end-session';
import { readHttpTimings } from './http-timings';
import { SseWire } from './sse-wire';
import { StreamableWire } from './streamable-wire';
import type { Wire } from './wire';

export interface HttpTarget {
  url: string;
  headers: Record<string, string>;
}

/**
 * `auto` asks for 2026-07-28 first and falls back to `initialize`; `modern` does so too, but waits for the answer as
 * long as there is time; `legacy` goes straight to `initialize`.
 */
export type Manner = 'auto' | 'modern' | 'legacy' | 'sse';

export interface Attempt {
  manner: Manner;
  walk: Walk;
  /** Null when the walk came to its end. */
  fault: ProbeFault | null;
  /** Its HTTP requests, in order. */
  exchanges: readonly Exchange[];
  /** `sse` only: the GET was answered with an event stream. */
  isEventStream: boolean;
}

/** How long a server may think about `server/discover` before it is taken for one that ignores what it does not know. */
const DISCOVER_PATIENCE_MS = 3_000;

/** @throws the reason of the signal when our own shutdown aborted it, after cleaning up */
export async function attemptHttp(
  manner: Manner,
  target: HttpTarget,
  http: GuardedFetch,
  context: ProbeContext,
): Promise<Attempt> {
  const firstExchange = http.exchanges.length;
  const line = manner === 'sse' ? openSse(target, http, context) : openStreamable(target, http, context);
  const walk = startWalk();
  let fault: ProbeFault | null = null;
  try {
    const { broken } = line.wire.answers;
    const { exchanges } = http;
    await walkMcp({ ...line, broken, exchanges, ...negotiationFor(manner, context) }, walk, context);
  } catch (error) {
    throwIfShutDown(context.signal);
    fault = faultOf(error, line.wire, { walk, exchanges: http.exchanges.slice(firstExchange) }, context);
  } finally {
    await hangUp(line, walk, { target, http, context });
  }
  const exchanges = http.exchanges.slice(firstExchange);
  readHttpTimings(walk.reading, exchanges, line.wire.answers.calls);
  return { manner, walk, fault, exchanges, isEventStream: line.isEventStream() };
}

interface Line {
  wire: Wire;
  transport: Transport;
  isEventStream(): boolean;
}

function openStreamable({ url, headers }: HttpTarget, http: GuardedFetch, context: ProbeContext): Line {
  const wire = new StreamableWire(http, context);
  const transport = new StreamableHTTPClientTransport(new URL(url), { fetch: wire.fetch, requestInit: { headers } });
  return { wire, transport, isEventStream: () => false };
}

function openSse({ url, headers }: HttpTarget, http: GuardedFetch, context: ProbeContext): Line {
  const wire = new SseWire(http, context);
  const transport = new SSEClientTransport(new URL(url), { fetch: wire.fetch, requestInit: { headers } });
  return { wire, transport, isEventStream: () => wire.isEventStream };
}

/** `server/discover` is the handshake of 2026-07-28, so a known modern server is asked for it each time. */
function negotiationFor(manner: Manner, { timeoutMs }: ProbeContext): { negotiation?: VersionNegotiationOptions } {
  if (manner !== 'auto' && manner !== 'modern') return {};
  const patienceMs = manner === 'auto' ? Math.min(DISCOVER_PATIENCE_MS, timeoutMs / 3) : NO_TIMEOUT_MS;
  return { negotiation: { mode: 'auto', probe: { timeoutMs: patienceMs } } };
}

interface Scene {
  walk: Walk;
  exchanges: GuardedFetch['exchanges'];
}

/** A silence is explained by what came instead of the answer, where something did. */
function faultOf(error: unknown, wire: Wire, { walk, exchanges }: Scene, { signal }: ProbeContext): ProbeFault {
  if (!signal.aborted) return toFault(error, { step: walk.step, exchanges });
  return wire.answers.suspicion() ?? toFault(signal.reason, { step: walk.step, exchanges });
}

interface Ending {
  target: HttpTarget;
  http: GuardedFetch;
  context: ProbeContext;
}

/** DELETE first: after close() the transport would refuse to send it, and after a failed connect it never does. */
async function hangUp({ wire, transport }: Line, walk: Walk, { target, http, context }: Ending): Promise<void> {
  wire.close();
  const id = wire.sessionId;
  if (id !== null) await endSession(http, { ...target, id, protocolVersion: walk.reading.protocolVersion }, context);
  await transport.close().catch(() => {});
}
