// Checks a stdio server: starts it, shakes hands in the old way first, ends it with everything it started.
import type { Endpoint } from '@/lib/core/endpoint';
import type { Failure } from '@/lib/core/failure';
import { classify } from '@/lib/probe/fault/classify';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { latencyOf } from '@/lib/probe/http/http-timings';
import type { McpReading, ProbeContext } from '@/lib/probe/probe-context';
import { startWalk } from '@/lib/probe/walk/walk-mcp';
import { attemptStdio, beginLife, endLife, type StdioAttempt, type StdioLife } from './stdio-attempt';
import type { StdioTarget } from './stdio-spawn';

export type StdioEndpoint = Pick<Endpoint, 'target'>;

/**
 * Never rejects for what a server does, and leaves no process behind.
 * @throws the reason of `context.signal` when our own shutdown aborted it, after ending the process
 */
export async function probeStdio({ target }: StdioEndpoint, context: ProbeContext): Promise<McpReading> {
  if (target.kind !== 'stdio') throw new TypeError(`cannot start an endpoint of kind ${target.kind}`);
  const lives: StdioLife[] = [];
  try {
    const attempt = await negotiate(target, lives, context);
    return report(attempt, lives, context);
  } catch (error) {
    if (error instanceof ProbeFault) return reportNotStarted(error, context);
    throw error;
  } finally {
    for (const life of lives) await endLife(life, context);
  }
}

/**
 * `initialize` first: nearly every server answers it, and one that exits on a method it does not know would be lost to
 * `server/discover`. Only a refusal leads to the new handshake, in the same life of the process where it has one left.
 */
async function negotiate(target: StdioTarget, lives: StdioLife[], context: ProbeContext): Promise<StdioAttempt> {
  const first = await beginLife(target, context);
  lives.push(first);
  const legacy = await attemptStdio(first, 'legacy', context);
  if (!deservesModern(legacy) || context.signal.aborted) return legacy;
  context.transcript.add('note', 'initialize was refused; trying server/discover');
  let modern = await attemptStdio(first, 'modern', context);
  if (hasEnded(modern) && !context.signal.aborted) {
    await endLife(first, context);
    const second = await beginLife(target, context);
    lives.push(second);
    modern = await attemptStdio(second, 'modern', context);
  }
  return saysMore(modern) ? modern : legacy;
}

/** A server that wants a credential has understood the question. */
function deservesModern({ fault, isHandshakeRefused }: StdioAttempt): boolean {
  return isHandshakeRefused && fault?.code !== 'unauthorized' && fault?.code !== 'forbidden';
}

function hasEnded({ fault, walk }: StdioAttempt): boolean {
  return walk.step === 'handshake' && (fault?.code === 'exited' || fault?.code === 'stream_ended');
}

/** Otherwise the refusal of `initialize` is what people should read: most servers speak nothing else. */
function saysMore({ fault, walk }: StdioAttempt): boolean {
  return fault === null || walk.step === 'tools' || fault.code === 'version_unsupported';
}

function report({ walk, fault }: StdioAttempt, lives: readonly StdioLife[], { redact }: ProbeContext): McpReading {
  const { reading } = walk;
  reading.stderrTail = lives.at(-1)?.process.stderr.read(redact) ?? null;
  if (fault === null) reading.latencyMs = latencyOf(reading);
  else reading.failure = classify(fault, { step: walk.step, exchanges: [], isReached: true, redact });
  return reading;
}

function reportNotStarted(fault: ProbeFault, { redact }: ProbeContext): McpReading {
  const { step, reading } = startWalk();
  const failure: Failure = classify(fault, { step, exchanges: [], isReached: false, redact });
  return { ...reading, failure: { ...failure, stage: 'reach' } };
}
