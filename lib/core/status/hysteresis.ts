// When a run of verdicts becomes a status (design rule 6). One pure step per check; nothing here knows what a
// status is used for.

import type { UnixMs } from '@/lib/core/time';
import type { Status } from './status';
import type { Verdict } from './verdict';

/** Checks that disagree with the confirmed status, all on the same side of it. */
export interface Pending {
  direction: 'worse' | 'better';
  /** Instant of the first of them; the change is back-dated to it. */
  firstAt: UnixMs;
  count: number;
  /** The verdict among them that lies nearest to the confirmed status: as far as every one of them supports. */
  nearest: Verdict;
  /** The newest check that gave it: its reason is the reason of the change. */
  nearestAt: UnixMs;
}

export interface StatusState {
  status: Status;
  /** Since when, back-dated. */
  since: UnixMs;
  pending: Pending | null;
}

export interface StatusChange {
  from: Status;
  to: Status;
  /** Back-dated to the first check of the run. */
  at: UnixMs;
  confirmedAt: UnixMs;
  /** The newest check that gave `to`; that of the change itself where no check did. */
  seenAt: UnixMs;
}

export interface Step {
  state: StatusState;
  change: StatusChange | null;
  /** A run that came to nothing: the time held back for it belongs to the status that stayed. */
  isPendingDropped: boolean;
}

/** How bad a status is, for "worse" and "better"; the order in which the worst wins. */
const BADNESS: Record<Verdict, number> = { up: 0, locked: 1, degraded: 2, down: 3 };

/**
 * One check more.
 * - Same verdict as the status: nothing is pending any more.
 * - `confirm` worse verdicts in a row make the status worse, `recover` better ones make it better, both
 *   back-dated to the first of the run, and only as far as every verdict of the run supports.
 * - From `unknown` one good check is enough (there is nothing to recover from); a bad one needs `confirm`.
 */
export function stepStatus(
  state: StatusState,
  verdict: Verdict,
  at: UnixMs,
  policy: { confirm: number; recover: number },
): Step {
  if (verdict === state.status) {
    return { state: { ...state, pending: null }, change: null, isPendingDropped: state.pending !== null };
  }
  const direction = directionOf(state.status, verdict);
  const continues = state.pending?.direction === direction;
  const pending: Pending =
    state.pending && continues
      ? continued(state.pending, verdict, at)
      : { direction, firstAt: at, count: 1, nearest: verdict, nearestAt: at };
  const isPendingDropped = state.pending !== null && !continues;

  if (pending.count < needed(state.status, direction, policy)) {
    return { state: { ...state, pending }, change: null, isPendingDropped };
  }
  const { nearest: to, nearestAt: seenAt } = pending;
  const change = { from: state.status, to, at: pending.firstAt, confirmedAt: at, seenAt };
  return { state: { status: pending.nearest, since: pending.firstAt, pending: null }, change, isPendingDropped };
}

function directionOf(status: Status, verdict: Verdict): Pending['direction'] {
  if (status === 'unknown') return verdict === 'up' ? 'better' : 'worse';
  return BADNESS[verdict] > BADNESS[status] ? 'worse' : 'better';
}

function continued(pending: Pending, verdict: Verdict, at: UnixMs): Pending {
  const farther = BADNESS[verdict] - BADNESS[pending.nearest];
  const isAsNear = pending.direction === 'worse' ? farther <= 0 : farther >= 0;
  const nearest = isAsNear ? { nearest: verdict, nearestAt: at } : {};
  return { ...pending, count: pending.count + 1, ...nearest };
}

function needed(status: Status, direction: Pending['direction'], policy: { confirm: number; recover: number }): number {
  if (direction === 'worse') return policy.confirm;
  return status === 'unknown' ? 1 : policy.recover;
}
