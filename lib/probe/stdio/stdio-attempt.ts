// One handshake and walk with a running stdio server. Which handshake to try, and what to try next, is decided in
// stdio-probe.ts.
import { ProtocolError, type VersionNegotiationOptions } from '@modelcontextprotocol/client';
import type { Dialect } from '@/lib/core/outcome';
import { toFault } from '@/lib/probe/fault/classify';
import { DeadlinePassed, ProbeFault } from '@/lib/probe/fault/probe-fault';
import { CLEANUP_LIMIT_MS, type ProbeContext } from '@/lib/probe/probe-context';
import { startWalk, type Walk, walkMcp } from '@/lib/probe/walk/walk-mcp';
import { type AwaitedAnswers, createAwaitedAnswers } from '@/lib/probe/wire/awaited-answers';
import { FIRST_MODERN_VERSION } from '@/lib/probe/wire/raw-requests';
import { GROUP_GRACES, gracesWithin } from './process-group';
import { type StdioProcess, startProcess } from './stdio-process';
import type { StdioTarget } from './stdio-spawn';
import { readStdioTimings } from './stdio-timings';
import { StdioTransport } from './stdio-transport';

/** A process with the account of what it was asked. */
export interface StdioLife {
  process: StdioProcess;
  answers: AwaitedAnswers;
  /** How long it took until the process ran, in milliseconds. */
  startMs: number;
}

/** `legacy` shakes hands with `initialize`, `modern` with `server/discover` of 2026-07-28 and nothing else. */
export type StdioManner = 'legacy' | 'modern';

export interface StdioAttempt {
  walk: Walk;
  /** Null when the walk came to its end. */
  fault: ProbeFault | null;
  /** The server is well enough to answer, but not to this handshake. */
  isHandshakeRefused: boolean;
}

const DIALECTS: Record<StdioManner, Dialect> = { legacy: 'stdio-legacy', modern: 'stdio-modern' };

/** Some servers do not answer what they do not know, and by then `initialize` has been refused already. */
const DISCOVER_PATIENCE_MS = 3_000;
/** What the signals and the last look at the group may take beyond their graces. */
const CLEANUP_SLACK_MS = 100;

/** @throws ProbeFault `command_not_found`, `command_failed` */
export async function beginLife(target: StdioTarget, context: ProbeContext): Promise<StdioLife> {
  const { elapsedMs, transcript, redact } = context;
  const beganMs = elapsedMs();
  const process = await startProcess(target, redact);
  const startMs = elapsedMs() - beganMs;
  transcript.add('note', 'process started');
  return { process, answers: createAwaitedAnswers(elapsedMs, transcript), startMs };
}

/** With full graces, unless the check's own time is nearly up. */
export async function endLife({ process, answers }: StdioLife, context: ProbeContext): Promise<void> {
  const { signal, timeoutMs, elapsedMs } = context;
  answers.close();
  const leftMs = signal.aborted ? 0 : Math.max(0, timeoutMs - elapsedMs());
  await process.end(gracesWithin(leftMs + CLEANUP_LIMIT_MS - CLEANUP_SLACK_MS, GROUP_GRACES));
}

/** @throws the reason of the signal when our own shutdown aborted it; the process is left to `endLife` */
export async function attemptStdio(life: StdioLife, manner: StdioManner, context: ProbeContext): Promise<StdioAttempt> {
  const { process, answers } = life;
  const transport = new StdioTransport(process, answers, context.transcript);
  const walk = startWalk();
  let fault: ProbeFault | null = null;
  let isHandshakeRefused = false;
  try {
    await walkMcp({ transport, broken: answers.broken, ...negotiationFor(manner) }, walk, context);
  } catch (error) {
    if (context.signal.aborted && !(context.signal.reason instanceof DeadlinePassed)) throw context.signal.reason;
    fault = faultOf(error, { transport, answers, walk }, context);
    isHandshakeRefused = error instanceof ProtocolError && walk.step === 'handshake';
  } finally {
    await transport.close();
  }
  readStdioTimings(walk.reading, life.startMs, answers.calls);
  if (walk.step === 'tools') walk.reading.dialect = DIALECTS[manner];
  return { walk, fault, isHandshakeRefused };
}

function negotiationFor(manner: StdioManner): { negotiation?: VersionNegotiationOptions } {
  if (manner === 'legacy') return {};
  return { negotiation: { mode: { pin: FIRST_MODERN_VERSION }, probe: { timeoutMs: DISCOVER_PATIENCE_MS } } };
}

interface Scene {
  transport: StdioTransport;
  answers: AwaitedAnswers;
  walk: Walk;
}

/** The process knows better than the SDK why nothing came; a silence is explained by what came instead of the answer. */
function faultOf(error: unknown, { transport, answers, walk }: Scene, { signal }: ProbeContext): ProbeFault {
  const evidence = { step: walk.step, exchanges: [] };
  if (!signal.aborted) {
    const isAnswer = error instanceof ProtocolError || error instanceof ProbeFault;
    return isAnswer ? toFault(error, evidence) : (transport.ending ?? toFault(error, evidence));
  }
  const suspicion = answers.suspicion();
  if (suspicion) return suspicion;
  const fault = toFault(signal.reason, evidence);
  const noise = transport.noiseCount === 0 ? '' : ', and writes text that is not JSON-RPC to its output';
  return fault.worded(fault.message + noise);
}
