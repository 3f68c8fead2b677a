// Asks a /health URL and reads the answer. Knows nothing of MCP; what a body means is lib/core/health-body.
import { errors } from 'undici';
import type { HealthTarget } from '@/lib/core/endpoint';
import type { Failure } from '@/lib/core/failure';
import { type HealthBody, parseHealthBody } from '@/lib/core/health/health-body';
import type { Dependency, HealthReading } from '@/lib/core/outcome';
import type { UnixMs } from '@/lib/core/time';
import { toFault } from '@/lib/probe/fault/classify';
import { DeadlinePassed, ProbeFault } from '@/lib/probe/fault/probe-fault';
import { readStart } from '@/lib/probe/fetch/body';
import { createGuardedFetch, type GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import { type Redact, toDetail, toFacts, toMessage } from '@/lib/probe/log/redact';
import type { ProbeContext } from '@/lib/probe/probe-context';

/** A health check that says more than this is not one. */
const HEALTH_LIMIT_BYTES = 256 * 1024;
const ACCEPT = 'application/health+json, application/json, text/plain;q=0.9, */*;q=0.5';
/** Faults that already read as a sentence about whoever answered. */
const ABOUT_THE_ANSWER = /^(?:redirects|answers|sends|does|did|broke|asks)\b/;

export interface HealthAnswer {
  reading: HealthReading;
  /** Of the certificate that was shown; null without TLS. */
  certificateExpiresAt: UnixMs | null;
}

/**
 * Never rejects for anything the server does. Messages name the failing dependency and quote neither URL nor body;
 * error texts stand in `Dependency.message` and `failure.detail`.
 * @throws the reason of `context.signal` when that was not the deadline: our own shutdown is no reading
 */
export async function readHealth(target: HealthTarget, context: ProbeContext): Promise<HealthAnswer> {
  const guard = createGuardedFetch(context);
  try {
    const reading = await readOver(guard, target, context);
    return { reading, certificateExpiresAt: guard.certificateExpiresAt() };
  } finally {
    await guard.close();
  }
}

async function readOver(guard: GuardedFetch, target: HealthTarget, context: ProbeContext): Promise<HealthReading> {
  try {
    return await ask(guard, target, context);
  } catch (error) {
    const { signal, redact } = context;
    if (signal.aborted && !(signal.reason instanceof DeadlinePassed)) throw signal.reason;
    const failure = toFailure(faultOf(error, guard, context), redact);
    context.transcript.add('note', failure.message);
    return { httpStatus: guard.exchanges.at(-1)?.status ?? null, dependencies: [], failure };
  }
}

async function ask(guard: GuardedFetch, target: HealthTarget, context: ProbeContext): Promise<HealthReading> {
  const { signal, redact, transcript } = context;
  transcript.add('out', 'GET /health');
  const answer = await guard.fetch({ method: 'GET', url: target.url, headers: headersOf(target), signal });
  const text = await readStart(answer.body, HEALTH_LIMIT_BYTES + 1);
  const contentType = answer.headers['content-type'] ?? null;
  transcript.add(
    'in',
    `HTTP ${answer.status} ${contentType ?? 'without a content type'}, ${answer.exchange.bytes} bytes`,
  );
  if (answer.exchange.bytes > HEALTH_LIMIT_BYTES) {
    const message = `answers with more than ${HEALTH_LIMIT_BYTES / 1024} KiB`;
    throw new ProbeFault('too_large', message, null, { limitBytes: HEALTH_LIMIT_BYTES });
  }
  const body = parseHealthBody(answer.status, contentType, text);
  return {
    httpStatus: answer.status,
    dependencies: body.dependencies.map((dependency) => redactDependency(dependency, redact)),
    failure: failureOf(body, redact),
  };
}

/** The entry may bring its own Accept, in any case. */
function headersOf(target: HealthTarget): Record<string, string> {
  const hasAccept = Object.keys(target.headers).some((name) => name.toLowerCase() === 'accept');
  return hasAccept ? target.headers : { accept: ACCEPT, ...target.headers };
}

function faultOf(error: unknown, guard: GuardedFetch, { signal, timeoutMs }: ProbeContext): ProbeFault {
  const hasBegun = guard.exchanges.at(-1)?.answeredMs != null;
  if (signal.aborted) {
    const span = `${Number((timeoutMs / 1_000).toFixed(1))} s`;
    const message = `did not ${hasBegun ? 'finish its answer' : 'answer'} within ${span}`;
    return new ProbeFault('timeout', message, null, { limitMs: timeoutMs });
  }
  // Some of these have no code to tell them by.
  if (error instanceof errors.HTTPParserError) {
    return new ProbeFault('http_invalid', 'does not answer in HTTP', error.message);
  }
  const fault = toFault(error, { step: 'tools', exchanges: guard.exchanges });
  return fault.code === 'reset' && hasBegun
    ? new ProbeFault('stream_ended', 'broke off its answer', fault.detail)
    : fault;
}

function toFailure(fault: ProbeFault, redact: Redact): Failure {
  const sentence = ABOUT_THE_ANSWER.test(fault.message) ? fault.message : `cannot be reached: ${fault.message}`;
  return {
    stage: 'dependencies',
    code: fault.code,
    message: toMessage(`/health ${sentence}`, redact),
    ...toFacts(fault.facts, redact),
    detail: fault.detail === null ? null : toDetail(fault.detail, redact),
  };
}

function failureOf({ bad }: HealthBody, redact: Redact): Failure | null {
  if (bad === null) return null;
  return {
    stage: 'dependencies',
    code: bad.code,
    message: toMessage(bad.summary, redact),
    ...toFacts(bad.facts, redact),
    detail: bad.detail === null ? null : toDetail(bad.detail, redact),
  };
}

function redactDependency({ name, state, message }: Dependency, redact: Redact): Dependency {
  return {
    name: toMessage(name, redact, 80) || 'unnamed',
    state,
    message: message === null ? null : toMessage(message, redact, 200) || null,
  };
}
