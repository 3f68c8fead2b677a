// The prober: one check of one endpoint, MCP and /health side by side, under one deadline. Knows no database and no
// judgement; what an outcome means is decided in lib/core.
import type { Endpoint } from '@/lib/core/endpoint';
import { emptyOutcome, type HealthReading, type Outcome, type Probe } from '@/lib/core/outcome';
import type { UnixMs } from '@/lib/core/time';
import { type AddressFilter, createAddressFilter } from '@/lib/net/address-filter';
import { DeadlinePassed } from '@/lib/probe/fault/probe-fault';
import { readHealth } from '@/lib/probe/health/health-reading';
import { createEraStore, type EraStore } from '@/lib/probe/http/era-store';
import { type Memory, probeHttp } from '@/lib/probe/http/http-probe';
import { createGrowingRedactor } from '@/lib/probe/log/redact';
import { createTranscript } from '@/lib/probe/log/transcript';
import { createTokenStore, type TokenStore } from '@/lib/probe/oauth/token-store';
import { probeStdio } from '@/lib/probe/stdio/stdio-probe';
import type { McpReading, ProbeContext } from './probe-context';

export interface ProberOptions {
  /** Names product, version and address: "Rollcall/0.1 (+https://status.example.com)". */
  userAgent: string;
  /** Networks, addresses and host names never contacted. */
  denyHosts: readonly string[];
  eras?: EraStore;
  tokens?: TokenStore;
  /** Values that must not turn up anywhere, besides the headers and variables of the endpoint itself. */
  secretsOf?: (slug: string) => readonly string[];
  nowMs?: () => UnixMs;
}

export interface Prober {
  /**
   * Resolves for whatever a server does, at most a second after the endpoint's timeout.
   * @throws the reason of the signal when our own shutdown aborted it, after cleaning up
   */
  probe: Probe<Endpoint>;
  /** Ends the checks that are under way and waits until they have cleaned up. */
  close(): Promise<void>;
}

export function createProber(options: ProberOptions): Prober {
  const filter = createAddressFilter(options.denyHosts);
  const eras = options.eras ?? createEraStore();
  const tokens = options.tokens ?? createTokenStore();
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  const probe: Probe<Endpoint> = async (endpoint, signal) => {
    const check = runCheck(endpoint, [signal, closing.signal], { ...options, filter, eras, tokens });
    running.add(check);
    try {
      return await check;
    } finally {
      running.delete(check);
    }
  };

  return {
    probe,
    async close() {
      closing.abort(new Error('the prober was closed'));
      await Promise.allSettled(running);
    },
  };
}

type Equipment = ProberOptions & Memory & { filter: AddressFilter };

async function runCheck(endpoint: Endpoint, endings: readonly AbortSignal[], equipment: Equipment): Promise<Outcome> {
  const check = new AbortController();
  const deadline = setTimeout(
    () => check.abort(new DeadlinePassed(endpoint.policy.timeoutMs)),
    endpoint.policy.timeoutMs,
  );
  // Listeners that are taken off again, not AbortSignal.any: the signals from outside live as long as the process.
  const abort = (event: Event): void =>
    check.abort(event.target instanceof AbortSignal ? event.target.reason : undefined);
  for (const ending of endings) {
    if (ending.aborted) check.abort(ending.reason);
    else ending.addEventListener('abort', abort, { once: true });
  }
  try {
    check.signal.throwIfAborted();
    return await walkBoth(endpoint, createContext(endpoint, check.signal, equipment), equipment);
  } finally {
    clearTimeout(deadline);
    for (const ending of endings) ending.removeEventListener('abort', abort);
  }
}

async function walkBoth(endpoint: Endpoint, context: ProbeContext, memory: Memory): Promise<Outcome> {
  const health = readHealthTimed(endpoint, context);
  // Both are awaited in any case: what one leaves behind, nobody else would clear.
  const [mcp, dependencies] = await Promise.allSettled([probeMcp(endpoint, context, memory), health]);
  if (mcp.status === 'rejected') throw mcp.reason;
  if (dependencies.status === 'rejected') throw dependencies.reason;
  const { reading, tookMs, certificateExpiresAt } = dependencies.value;
  const isHealthAlone = endpoint.target.kind === 'health';
  return {
    ...emptyOutcome(),
    ...mcp.value,
    certificateExpiresAt: isHealthAlone ? certificateExpiresAt : mcp.value.certificateExpiresAt,
    timings: { ...mcp.value.timings, dependencies: tookMs },
    health: reading,
    transcript: context.transcript.lines(),
  };
}

async function probeMcp(endpoint: Endpoint, context: ProbeContext, memory: Memory): Promise<McpReading> {
  const { target } = endpoint;
  switch (target.kind) {
    case 'http':
      return probeHttp({ target, auth: endpoint.auth }, memory, context);
    case 'stdio':
      return probeStdio(endpoint, context);
    case 'health':
      return emptyOutcome();
    default:
      return target satisfies never;
  }
}

interface TimedReading {
  reading: HealthReading | null;
  tookMs: number | null;
  certificateExpiresAt: UnixMs | null;
}

async function readHealthTimed({ health }: Endpoint, context: ProbeContext): Promise<TimedReading> {
  if (health === null) return { reading: null, tookMs: null, certificateExpiresAt: null };
  const startedMs = context.elapsedMs();
  const answer = await readHealth(health, context);
  return { ...answer, tookMs: Math.round(context.elapsedMs() - startedMs) };
}

function createContext(endpoint: Endpoint, signal: AbortSignal, equipment: Equipment): ProbeContext {
  const startedMs = performance.now();
  const elapsedMs = (): number => performance.now() - startedMs;
  const secrets = [...secretsIn(endpoint), ...(equipment.secretsOf?.(endpoint.slug) ?? [])];
  const { redact, hide } = createGrowingRedactor(secrets);
  return {
    slug: endpoint.slug,
    timeoutMs: endpoint.policy.timeoutMs,
    signal,
    redact,
    hide,
    transcript: createTranscript(elapsedMs, redact),
    elapsedMs,
    nowMs: equipment.nowMs ?? Date.now,
    filter: equipment.filter,
    tls: endpoint.tls,
    canary: endpoint.canary,
    userAgent: equipment.userAgent,
    clientInfo: clientInfoOf(equipment.userAgent),
  };
}

/** Whatever was configured as a header or variable may be a credential. */
function secretsIn({ target, health, auth }: Endpoint): string[] {
  const secrets = [...Object.values(health?.headers ?? {}), ...(auth === null ? [] : [auth.clientSecret])];
  if (target.kind === 'http') secrets.push(...Object.values(target.headers));
  if (target.kind === 'stdio') secrets.push(...Object.values(target.env));
  return secrets;
}

/** "Rollcall/0.1.0 (+https://…)" names itself in the handshake as rollcall 0.1.0. */
function clientInfoOf(userAgent: string): ProbeContext['clientInfo'] {
  const [, name = 'rollcall', version = '0'] = /^([\w-]+)\/(\S+)/.exec(userAgent) ?? [];
  return { name: name.toLowerCase(), version };
}
