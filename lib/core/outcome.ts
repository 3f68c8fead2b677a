// What the prober saw in one check. It says what happened, not what it means: that is judge() in verdict.ts.
import type { Catalogue } from '@/lib/core/catalogue/catalogue';
import type { Challenge, Failure, Stage } from '@/lib/core/failure';
import type { UnixMs } from '@/lib/core/time';

/** The wire that worked: Streamable HTTP with sessions (`http-legacy`), stateless 2026-07-28 (`http-modern`), and so on. */
export type Dialect = 'http-legacy' | 'http-modern' | 'sse' | 'stdio-legacy' | 'stdio-modern';

export type DependencyState = 'ok' | 'degraded' | 'failed' | 'unknown';

/** One name from a /health body. */
export interface Dependency {
  name: string;
  state: DependencyState;
  /** Its error text, one line, redacted; public only when `health.public` is set. */
  message: string | null;
}

/** What /health said. */
export interface HealthReading {
  /** HTTP status; null when nothing answered. */
  httpStatus: number | null;
  dependencies: Dependency[];
  /** Why the whole of /health counts as bad; null when it is good. A failed dependency sets it too. */
  failure: Failure | null;
}

/** Milliseconds per stage; null for a stage that was not walked. `dependencies` runs beside the others. */
export type StageTimings = Record<Stage, number | null>;

/** A line of the wire log, as a client would log it; redacted and cut. */
export interface TranscriptLine {
  /** Milliseconds since the check began. */
  offsetMs: number;
  direction: 'out' | 'in' | 'note';
  text: string;
}

/** The canary call, made once the tools were listed. */
export interface CanaryReading {
  /** From the call to its answer; null when it was not made. */
  tookMs: number | null;
  /** Null when the answer was as expected. A server that refuses our credential says so by its own code. */
  failure: Failure | null;
}

export interface Outcome {
  /** The first thing that made MCP impossible; null when handshake and tool list were obtained. */
  failure: Failure | null;
  /** From the first byte sent to the last tool read, without /health and canary; null when MCP did not answer. */
  latencyMs: number | null;
  timings: StageTimings;
  dialect: Dialect | null;
  protocolVersion: string | null;
  serverName: string | null;
  serverVersion: string | null;
  /** Null when the list was not obtained; an empty list for a server without tools. */
  catalogue: Catalogue | null;
  /** The server advertises the tools capability. */
  hasTools: boolean;
  resourceCount: number | null;
  promptCount: number | null;
  /** Null when none is configured, and when the walk did not come so far. */
  canary: CanaryReading | null;
  /** Null when no /health is configured. */
  health: HealthReading | null;
  /** How long the server asked us to stay away (429, Retry-After). */
  retryAfterMs: number | null;
  challenge: Challenge | null;
  /** Of the certificate the server showed, also of one that was refused; null without TLS. */
  certificateExpiresAt: UnixMs | null;
  /** Last 8 KB a stdio server wrote to stderr; for administrators. */
  stderrTail: string | null;
  transcript: TranscriptLine[];
}

/** An outcome in which nothing was seen yet; the prober fills it as it walks. */
export function emptyOutcome(): Outcome {
  return {
    failure: null,
    latencyMs: null,
    timings: { reach: null, handshake: null, tools: null, dependencies: null },
    dialect: null,
    protocolVersion: null,
    serverName: null,
    serverVersion: null,
    catalogue: null,
    hasTools: false,
    resourceCount: null,
    promptCount: null,
    canary: null,
    health: null,
    retryAfterMs: null,
    challenge: null,
    certificateExpiresAt: null,
    stderrTail: null,
    transcript: [],
  };
}

/** The seam for scale: probing may move to another machine without the engine, the store or the page noticing. */
export type Probe<E> = (endpoint: E, signal: AbortSignal) => Promise<Outcome>;
