// When another reason for the same bad status becomes a step of the outage: only once it has held for as many checks in
// a row as a status needs. One odd check is none. Pure.
import type { FailureCode, FailureFacts, Stage } from '@/lib/core/failure';
import type { UnixMs } from '@/lib/core/time';

/** Why a check was not good. */
export interface StepReason {
  stage: Stage | null;
  code: FailureCode | null;
  message: string;
  facts?: FailureFacts | null;
}

/** Checks in a row that agree with the status and with each other on the reason, but not with the reason known. */
export interface ReasonRun {
  stage: Stage | null;
  code: FailureCode | null;
  /** The step is back-dated to it. */
  firstAt: UnixMs;
  count: number;
}

export interface ReasonStep {
  run: ReasonRun | null;
  /** Start of the new reason when it has become one. */
  changedAt: UnixMs | null;
}

/** `known`: the reason of the newest step. `confirm`: checks in a row that it takes. */
export function stepReason(
  run: ReasonRun | null,
  { known, seen, at, confirm }: { known: Reasoned; seen: Reasoned; at: UnixMs; confirm: number },
): ReasonStep {
  if (isSame(known, seen)) return { run: null, changedAt: null };
  const { stage, code } = seen;
  const next = run && isSame(run, seen) ? { ...run, count: run.count + 1 } : { stage, code, firstAt: at, count: 1 };
  return next.count >= confirm ? { run: null, changedAt: next.firstAt } : { run: next, changedAt: null };
}

type Reasoned = Pick<StepReason, 'stage' | 'code'>;

function isSame(a: Reasoned, b: Reasoned): boolean {
  return a.stage === b.stage && a.code === b.code;
}
