// The walk of an MCP client, the same over every transport: handshake, then what the server offers. Fills the reading
// as it goes, so that a check that breaks off still tells how far it came.
import { Client, type Transport, type VersionNegotiationOptions } from '@modelcontextprotocol/client';
import type { Catalogue } from '@/lib/core/catalogue/catalogue';
import { emptyOutcome } from '@/lib/core/outcome';
import { type Step, toFault } from '@/lib/probe/fault/classify';
import type { Exchange } from '@/lib/probe/fetch/exchange';
import { oneLine } from '@/lib/probe/log/redact';
import type { McpReading, ProbeContext } from '@/lib/probe/probe-context';
import { throwIfShutDown, untilAborted } from '@/lib/probe/until-aborted';
import { type Ask, createRawRequests } from '@/lib/probe/wire/raw-requests';
import { callCanary } from './call-canary';
import { countListed } from './count-listed';
import { listTools } from './list-tools';

/** Longer than any check: the deadline of the check comes through its signal. */
export const NO_TIMEOUT_MS = 24 * 3_600_000;

const NAME_LIMIT = 200;

export interface Walk {
  /** Where it stands, or stood when something was thrown. */
  step: Step;
  reading: McpReading;
}

export interface Route {
  transport: Transport;
  /** Missing: the plain `initialize` handshake. */
  negotiation?: VersionNegotiationOptions;
  /** Rejects when the wire knows that nothing more can come. */
  broken?: Promise<never>;
  /** The HTTP requests of the check, as they are made; missing for stdio. */
  exchanges?: readonly Exchange[];
}

export function startWalk(): Walk {
  const { health: _health, transcript: _transcript, ...reading } = emptyOutcome();
  return { step: 'handshake', reading };
}

/**
 * Closes nothing: the caller owns the transport and ends it, whatever happened.
 * @throws whatever broke the walk, to be told by `classify`; the signal's reason when it was aborted
 */
export async function walkMcp(route: Route, walk: Walk, context: ProbeContext): Promise<void> {
  const client = new Client(context.clientInfo, {
    capabilities: {},
    ...(route.negotiation === undefined ? {} : { versionNegotiation: route.negotiation }),
  });
  const within: Within = (work) => {
    work.catch(() => {});
    const first = route.broken === undefined ? work : Promise.race([work, route.broken]);
    return untilAborted(first, context.signal);
  };
  await within(client.connect(route.transport, { timeout: NO_TIMEOUT_MS }));
  readHandshake(client, walk.reading);
  walk.step = 'tools';
  const send = createRawRequests(client, context.clientInfo, context.signal);
  // Each question for itself, so that what breaks off a later page leaves the pages before it.
  const ask: Ask = (...question) => within(send(...question));
  const { reading } = walk;
  const { tools } = await readOffers(client, reading, ask);
  throwIfShutDown(context.signal);
  if (context.canary === null) return;
  const scene = { tools, exchanges: route.exchanges ?? [] };
  reading.canary = await callCanary(ask, context.canary, scene, context);
  const { tookMs } = reading.canary;
  if (tookMs !== null) context.transcript.add('note', `the canary call took ${tookMs} ms`);
}

function readHandshake(client: Client, reading: McpReading): void {
  const server = client.getServerVersion();
  reading.protocolVersion = client.getNegotiatedProtocolVersion() ?? null;
  reading.serverName = shortened(server?.name);
  reading.serverVersion = shortened(server?.version);
  reading.hasTools = client.getServerCapabilities()?.tools !== undefined;
}

/** Names are shown and stored; servers may send megabytes of them. */
function shortened(text: string | undefined): string | null {
  return text === undefined ? null : oneLine(text.slice(0, NAME_LIMIT));
}

type Within = <T>(work: Promise<T>) => Promise<T>;

/** Asks only for what was advertised: a server without tools is healthy, and asking it would be an error. */
async function readOffers(client: Client, reading: McpReading, ask: Ask): Promise<Catalogue> {
  const toReason = (error: unknown): string => toFault(error, { step: 'tools', exchanges: [] }).message;
  const catalogue = reading.hasTools ? await listTools(ask, toReason) : { tools: [], faults: [] };
  reading.catalogue = catalogue;
  const { resources, prompts } = client.getServerCapabilities() ?? {};
  [reading.resourceCount, reading.promptCount] = await Promise.all([
    resources ? countListed(ask, 'resources/list', 'resources') : null,
    prompts ? countListed(ask, 'prompts/list', 'prompts') : null,
  ]);
  return catalogue;
}
