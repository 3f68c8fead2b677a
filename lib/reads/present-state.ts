// What one endpoint is now in public words: the status people see, since when, and why. Pure.
import type { ListedEndpoint } from '@/db/queries/read-endpoints';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import { type ShownStatus, shownStatus } from '@/lib/core/status/status';
import type { Verdict } from '@/lib/core/status/verdict';
import type { Span, UnixMs } from '@/lib/core/time';
import type { Reason } from '@/lib/core/view';
import { safeText } from '@/lib/core/words/safe-text';
import { storedReason } from '@/lib/reads/stored-reason';

export interface PresentState {
  status: ShownStatus;
  /** Null before the first check. */
  since: UnixMs | null;
  isConfirmed: boolean;
  isBeingAskedAgain: boolean;
  reason: Reason | null;
}

/** `underWay`: the maintenance that covers this endpoint at this instant. */
export function presentState({ endpoint, state }: ListedEndpoint, underWay: readonly Span[]): PresentState {
  const isCalled = !endpoint.isPaused && endpoint.problem === null;
  const confirmed = state?.status ?? 'unknown';
  const status = shownStatus({
    status: confirmed,
    lastVerdict: standingVerdict(state),
    isPaused: endpoint.isPaused,
    isInMaintenance: underWay.length > 0,
    hasProblem: endpoint.problem !== null,
  });
  return {
    status,
    since: sinceOf(status, state, underWay),
    isConfirmed: confirmed !== 'unknown' || underWay.length > 0 || !isCalled,
    isBeingAskedAgain: isCalled && confirmed !== 'unknown' && state?.pending?.direction === 'worse',
    reason: reasonOf({ endpoint, state }),
  };
}

function sinceOf(status: ShownStatus, state: EndpointStateRow | null, underWay: readonly Span[]): UnixMs | null {
  if (status === 'paused') return state?.idleSince ?? null;
  if (status === 'maintenance') return Math.min(...underWay.map(({ startAt }) => startAt));
  if (!state) return null;
  if (state.status !== 'unknown') return state.since;
  if (status !== 'unknown') return state.pending?.firstAt ?? state.checkedAt;
  const isWaitingForFirstCall = state.checkedAt === null && state.idleSince === null;
  return isWaitingForFirstCall ? null : state.since;
}

/**
 * What was last decided, or for a newcomer last heard; null when nothing was. A check from before it became unknown
 * (meanwhile it was unfit to be called) says nothing about now.
 */
export function standingVerdict(state: EndpointStateRow | null): Verdict | null {
  if (!state) return null;
  if (state.status !== 'unknown') return state.status;
  return state.checkedAt !== null && state.checkedAt >= state.since ? state.verdict : null;
}

/** Maintenance keeps the reason of what lies under it: announced work explains a fault, it does not hide it. */
function reasonOf({ endpoint, state }: Pick<ListedEndpoint, 'endpoint' | 'state'>): Reason | null {
  if (endpoint.isPaused) return null;
  if (endpoint.problem !== null) {
    const entryFault = { unsetVariables: endpoint.unsetVariables ?? [] };
    return { stage: null, code: null, message: safeText(endpoint.problem), entryFault };
  }
  const verdict = standingVerdict(state);
  if (!state || verdict === null || verdict === 'up') return null;
  if (state.status === 'unknown') return storedReason(state);
  const { reasonStage: stage, reasonCode: code, reasonMessage: message, reasonFacts: facts } = state;
  return storedReason({ stage, code, message, facts });
}
