// What the prober would have seen of a made-up server in a mood: the replay's stand-in for a probe. The live demo
// servers behave so that the real prober sees the same (tests/bin/demo-servers.test.ts compares them).
import type { Failure } from '@/lib/core/failure';
import { parseHealthBody } from '@/lib/core/health/health-body';
import { emptyOutcome, type HealthReading, type Outcome } from '@/lib/core/outcome';
import { HOUR_MS, modulo, SECOND_MS, type UnixMs } from '@/lib/core/time';
import { around, type Chance } from './chance';
import type { DemoServer, Edition, Mood } from './demo-server';
import { healthAnswer } from './health-body';

export interface Scene {
  server: DemoServer;
  mood: Mood;
  edition: Edition | null;
  at: UnixMs;
  chance: Chance;
}

/** In the prober's words (lib/probe); null where MCP answers. */
const FAILURES: Record<Mood, Omit<Failure, 'detail'> | null> = {
  well: null,
  slow: null,
  dependency: null,
  'tool-missing': null,
  'handshake-error': {
    ...{ stage: 'handshake', code: 'rpc_error', message: 'answers with error -32603 (internal error)' },
    facts: { rpcCode: -32_603 },
  },
  rejected: {
    ...{ stage: 'handshake', code: 'unauthorized', message: 'asks for a credential (HTTP 401)' },
    facts: { httpStatus: 401 },
  },
  throttled: {
    ...{ stage: 'reach', code: 'throttled', message: 'asks to be called less often (HTTP 429)' },
    facts: { httpStatus: 429 },
  },
  'gateway-error': {
    ...{ stage: 'reach', code: 'http_server_error', message: 'the server fails (HTTP 502)' },
    facts: { httpStatus: 502 },
  },
  silent: {
    ...{ stage: 'reach', code: 'timeout', message: 'accepts the connection, but did not answer within 10 s' },
    facts: { limitMs: 10 * SECOND_MS },
  },
  refused: { stage: 'reach', code: 'refused', message: 'connection refused' },
  'certificate-expired': { stage: 'reach', code: 'tls_expired', message: 'the certificate has expired' },
  exits: {
    ...{ stage: 'handshake', code: 'exited', message: 'the process exited with code 1' },
    facts: { exitCode: 1 },
  },
};

/** How far a good answer's time lies from its median, and a slow one's. */
const SPREAD = 0.22;
const HEALTH_MEDIAN_MS = 18;
const SLOW_MEDIAN_MS = 2_900;
const SLOW_SPREAD = 0.08;
/** Parts of an answer's time: the first byte, the rest of the handshake, the tool list. */
const SHARES = { reach: 0.38, handshake: 0.07 };
const STDIO_SHARES = { reach: 0.02, handshake: 0.94 };

export function outcomeOf(scene: Scene): Outcome {
  const { server, mood, chance } = scene;
  const outcome = { ...emptyOutcome(), health: healthReading(server, mood) };
  if (outcome.health?.httpStatus) outcome.timings.dependencies = Math.round(around(chance, HEALTH_MEDIAN_MS, SPREAD));
  if (server.wire === 'health') return outcome;
  const failure = FAILURES[mood];
  if (failure) return { ...outcome, failure: { ...failure, detail: null } };
  const took = timesOf(scene);
  return {
    ...outcome,
    ...answerOf(scene),
    latencyMs: took.reach + took.handshake + took.tools,
    timings: { ...outcome.timings, ...took },
  };
}

/** How long the whole check took, for the instant at which it ended. */
export function durationMs({ latencyMs, timings, failure }: Outcome): number {
  return failure?.code === 'timeout' ? 10 * SECOND_MS : (latencyMs ?? timings.dependencies ?? 30);
}

export function editionAt({ editions }: DemoServer, agoMs: number): Edition | null {
  return editions?.findLast((edition) => edition.agoMs >= agoMs) ?? null;
}

/** What it lists in this mood. */
export function toolsIn({ server, mood, edition }: Pick<Scene, 'server' | 'mood' | 'edition'>) {
  const tools = edition?.tools ?? [];
  if (mood !== 'tool-missing') return [...tools];
  return tools.filter(({ name }) => name !== server.settings.expectTools?.[0]);
}

function answerOf(scene: Scene): Partial<Outcome> {
  const { server, edition } = scene;
  const isModern = server.wire === 'http-modern';
  return {
    dialect: server.wire === 'stdio' ? 'stdio-legacy' : isModern ? 'http-modern' : 'http-legacy',
    protocolVersion: isModern ? '2026-07-28' : '2025-11-25',
    serverName: server.name,
    serverVersion: edition?.version ?? null,
    catalogue: { tools: toolsIn(scene), faults: [] },
    hasTools: edition !== null && edition.tools.length > 0,
  };
}

function timesOf({ server, mood, at, chance }: Scene) {
  const isSlow = mood === 'slow';
  const totalMs = isSlow
    ? around(chance, SLOW_MEDIAN_MS, SLOW_SPREAD)
    : around(chance, server.usualMs * busyness(at), SPREAD);
  const shares = server.wire === 'stdio' ? STDIO_SHARES : SHARES;
  const usual = isSlow ? server.usualMs : totalMs;
  const reach = Math.max(1, Math.round(usual * shares.reach));
  const handshake = Math.max(1, Math.round(usual * shares.handshake));
  return { reach, handshake, tools: Math.max(1, Math.round(totalMs) - reach - handshake) };
}

/** Busiest in the early afternoon UTC, a third quieter at night. */
function busyness(at: UnixMs): number {
  const hour = modulo(at, 24 * HOUR_MS) / HOUR_MS;
  return 0.85 - 0.2 * Math.cos(((hour - 1.5) / 24) * 2 * Math.PI);
}

function healthReading(server: DemoServer, mood: Mood): HealthReading | null {
  const answer = healthAnswer(server, mood);
  if (!answer) return null;
  const failure = FAILURES[mood];
  if (failure?.stage === 'reach') return unheard(failure);
  const { dependencies, bad } = parseHealthBody(answer.status, 'application/json', JSON.stringify(answer.body));
  const badReason = bad && {
    ...{ stage: 'dependencies' as const, code: bad.code, message: bad.summary, detail: bad.detail },
    facts: bad.facts,
  };
  return { httpStatus: answer.status, dependencies, failure: badReason };
}

/** What stood in the way of MCP stood in the way of /health too. */
function unheard({ code, message, facts = {} }: Omit<Failure, 'detail'>): HealthReading {
  const isGateway = code === 'http_server_error';
  const said = isGateway ? '/health answered 502' : `/health cannot be reached: ${message}`;
  const failure = { stage: 'dependencies' as const, code, message: said, facts, detail: null };
  return { httpStatus: isGateway ? 502 : null, dependencies: [], failure };
}
