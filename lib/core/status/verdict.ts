// What one outcome means (design section 7, rules 2 to 5). Pure: same outcome, same policy, same verdict.
import { missingTools } from '@/lib/core/catalogue/catalogue';
import type { Endpoint } from '@/lib/core/endpoint';
import { type Failure, type FailureCode, type FailureFacts, NAMES_KEPT, type Stage } from '@/lib/core/failure';
import type { Outcome } from '@/lib/core/outcome';

export const VERDICTS = ['up', 'degraded', 'down', 'locked'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A verdict with its reason; `failure` is null exactly when the verdict is `up`. */
export type Judgement = { verdict: 'up'; failure: null } | { verdict: Exclude<Verdict, 'up'>; failure: Failure };

/** The part of an endpoint that judging needs. */
export type Judged = Pick<Endpoint, 'type' | 'policy' | 'expectTools'> & {
  health: Pick<NonNullable<Endpoint['health']>, 'required'> | null;
};

const LOCKING: ReadonlySet<FailureCode> = new Set(['unauthorized', 'forbidden']);

export function judge(outcome: Outcome, endpoint: Judged): Judgement {
  if (endpoint.type === 'health') return judgeHealthAlone(outcome, endpoint);
  if (outcome.failure) return { verdict: verdictOfFailure(outcome.failure), failure: outcome.failure };
  const health = outcome.health?.failure ?? null;
  if (health && endpoint.health?.required && !isMereWarning(outcome)) return { verdict: 'down', failure: health };
  const missing = missingFailure(outcome, endpoint);
  if (missing) return { verdict: 'degraded', failure: missing };
  const canary = outcome.canary?.failure ?? null;
  if (canary) return { verdict: verdictOfCanary(canary), failure: canary };
  const noticed = listFailure(outcome) ?? health ?? slowFailure(outcome, endpoint);
  return noticed ? { verdict: 'degraded', failure: noticed } : { verdict: 'up', failure: null };
}

/** Dependencies that complain but work: even a required /health does not make the server down for them. */
function isMereWarning({ health }: Outcome): boolean {
  if (health?.failure?.code !== 'dependency_failed') return false;
  return health.dependencies.length > 0 && health.dependencies.every(({ state }) => state !== 'failed');
}

/** No MCP client can work with a server that fails here; but a refused credential is no outage, and a busy server is not dead. */
function verdictOfFailure(failure: Failure): Exclude<Verdict, 'up'> {
  if (LOCKING.has(failure.code)) return 'locked';
  return failure.code === 'throttled' ? 'degraded' : 'down';
}

/** It lists its tools and fails to run one: a user notices that. One that runs it for others, but not for us, is locked. */
function verdictOfCanary(failure: Failure): 'locked' | 'degraded' {
  return LOCKING.has(failure.code) ? 'locked' : 'degraded';
}

/** A health URL alone: it is down when it does not answer, degraded when it answers that a part is bad. */
function judgeHealthAlone(outcome: Outcome, endpoint: Judged): Judgement {
  const failure = outcome.health?.failure ?? null;
  if (!failure) {
    const slow = slowFailure(outcome, endpoint);
    return slow ? { verdict: 'degraded', failure: slow } : { verdict: 'up', failure: null };
  }
  if (failure.code === 'dependency_failed' && !endpoint.health?.required) return { verdict: 'degraded', failure };
  return { verdict: verdictOfFailure(failure), failure };
}

function missingFailure({ catalogue }: Outcome, { expectTools }: Judged): Failure | null {
  const missing = missingTools(expectTools, catalogue?.tools ?? []);
  if (missing.length === 0) return null;
  const names = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ` and ${missing.length - 3} more` : '');
  const facts = { names: missing.slice(0, NAMES_KEPT), count: missing.length };
  return toolsFault('tools_missing', `${names} ${missing.length === 1 ? 'is' : 'are'} not listed`, facts);
}

function listFailure({ catalogue, hasTools }: Outcome): Failure | null {
  const fault = catalogue?.faults[0];
  if (fault) {
    const more = fault.count > 1 ? ` (and ${fault.count - 1} more like it)` : '';
    // Entries with one fault may all be of one tool, so they are no names beyond the first.
    const facts = fault.name === undefined ? { count: fault.count } : { names: [fault.name] };
    return toolsFault(fault.code, fault.message + more, facts);
  }
  const isEmpty = hasTools && (catalogue?.tools.length ?? 0) === 0;
  return isEmpty ? toolsFault('tools_empty', 'the server says it has tools, but lists none') : null;
}

function toolsFault(code: FailureCode, message: string, facts?: FailureFacts): Failure {
  return { stage: 'tools', code, message, ...(facts && { facts }), detail: null };
}

function slowFailure(outcome: Outcome, endpoint: Judged): Failure | null {
  const { slowAfterMs } = endpoint.policy;
  const tookMs = outcome.latencyMs ?? (endpoint.type === 'health' ? outcome.timings.dependencies : null);
  if (tookMs === null || tookMs <= slowAfterMs) return null;
  const message = `answered in ${seconds(tookMs)}, slower than ${seconds(slowAfterMs)}`;
  const facts = { tookMs, limitMs: slowAfterMs };
  return { stage: slowestStage(outcome), code: 'slow', message, facts, detail: null };
}

function slowestStage(outcome: Outcome): Stage {
  const { reach, handshake, tools, dependencies } = outcome.timings;
  if (outcome.latencyMs === null) return dependencies === null ? 'reach' : 'dependencies';
  const walked: [Stage, number][] = [
    ['reach', reach ?? 0],
    ['handshake', handshake ?? 0],
    ['tools', tools ?? 0],
  ];
  return walked.reduce((slowest, entry) => (entry[1] > slowest[1] ? entry : slowest))[0];
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
