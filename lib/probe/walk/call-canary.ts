// The canary call: one tool of the list, called once with the arguments that the configuration fixes, and nothing else.
// Whether it may be called and what its answer means is decided in lib/core/canary.
import { type Canary, canaryFailure, judgeCanaryAnswer, refusesCanary } from '@/lib/core/catalogue/canary';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { quotedName } from '@/lib/core/drift/shown-name';
import type { Failure, FailureCode } from '@/lib/core/failure';
import type { CanaryReading } from '@/lib/core/outcome';
import { toFault } from '@/lib/probe/fault/classify';
import type { Exchange } from '@/lib/probe/fetch/exchange';
import { type Redact, toDetail, toFacts, toMessage } from '@/lib/probe/log/redact';
import type { ProbeContext } from '@/lib/probe/probe-context';
import { throwIfShutDown } from '@/lib/probe/until-aborted';
import type { Ask } from '@/lib/probe/wire/raw-requests';
import { parameterHeaders } from './parameter-headers';
import { validateSchema } from './schema-validator';

/** These say more than that the call failed: the server is not to blame, and has asked for something. */
const TELLING: ReadonlySet<FailureCode> = new Set(['unauthorized', 'forbidden', 'throttled']);

export interface CanaryScene {
  /** What the server has listed. */
  tools: readonly CatalogueTool[];
  /** The HTTP requests of the check; empty for stdio. */
  exchanges: readonly Exchange[];
}

/**
 * Never rejects for what a server does: the list was obtained, so the check has its verdict without this.
 * @throws the reason of the signal when our own shutdown aborted it
 */
export async function callCanary(
  ask: Ask,
  canary: Canary,
  { tools, exchanges }: CanaryScene,
  context: ProbeContext,
): Promise<CanaryReading> {
  const tool = tools.find(({ name }) => name === canary.tool);
  const refusal = refusesCanary(tool, canary);
  if (refusal !== null)
    return { tookMs: null, failure: redacted(canaryFailure(canary, refusal, null), context.redact) };
  const startedMs = context.elapsedMs();
  const tookMs = (): number => Math.round(context.elapsedMs() - startedMs);
  try {
    const params = { name: canary.tool, arguments: canary.arguments };
    const result = await ask('tools/call', params, parameterHeaders(tool?.inputSchema, canary.arguments));
    const failure = judgeCanaryAnswer(result, canary, validateSchema);
    return { tookMs: tookMs(), failure: failure && redacted(failure, context.redact) };
  } catch (error) {
    throwIfShutDown(context.signal);
    const fault = toFault(error, { step: 'canary', exchanges });
    const message = `the call of ${quotedName(canary.tool)} failed: ${fault.message}`;
    const failure = canaryFailure(canary, message, fault.detail);
    const code = TELLING.has(fault.code) ? fault.code : failure.code;
    return { tookMs: tookMs(), failure: redacted({ ...failure, code }, context.redact) };
  }
}

function redacted(failure: Failure, redact: Redact): Failure {
  const { message, facts = {}, detail } = failure;
  return {
    ...failure,
    message: toMessage(message, redact),
    ...toFacts(facts, redact),
    detail: detail === null ? null : toDetail(detail, redact),
  };
}
