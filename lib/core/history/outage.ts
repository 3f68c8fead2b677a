// Outages: stretches of confirmed trouble, written by the machine. The table that says what a change of status does to the
// one that is open, for every pair; where they are stored it does not know.
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import type { Verdict } from '@/lib/core/status/verdict';
import type { UnixMs } from '@/lib/core/time';
import type { StepReason } from './reason-run';

export type OutageStatus = Exclude<Status, 'up' | 'unknown'>;

/** How an outage goes on from `at` until the next step. The reason is null when, in an unstable one, it was up. */
export interface OutageStep {
  at: UnixMs;
  status: Verdict;
  reason: StepReason | null;
}

/** As much of the open outage as is needed to decide; never more than one is open. */
export interface OpenOutage {
  /** Of its newest step that was not up. */
  status: OutageStatus;
  isUnstable: boolean;
  /** Start of its newest step. */
  changedAt: UnixMs;
}

export type OutageEffect =
  /** Steps at or after `endedAt` are taken back: the good time that came last is no part of it. */
  | { does: 'close'; endedAt: UnixMs }
  | { does: 'open'; confirmedAt: UnixMs; isUnstable: boolean; status: OutageStatus; step: OutageStep }
  | { does: 'step'; step: OutageStep }
  | { does: 'mark'; isUnstable: boolean };

export interface DecidedChange extends Pick<StatusChange, 'from' | 'to' | 'at' | 'confirmedAt'> {
  /** Why it is not up; null when it is, or when nobody said. */
  reason: StepReason | null;
  /** Too many changes, this one among them. */
  isUnstable: boolean;
}

/** A refused credential is no downtime, so it is a stretch of its own beside trouble. */
type Kind = 'well' | 'trouble' | 'locked' | 'unwatched';

const KINDS: Record<Status, Kind> = {
  up: 'well',
  degraded: 'trouble',
  down: 'trouble',
  locked: 'locked',
  unknown: 'unwatched',
};

const NO_REASON: StepReason = { stage: null, code: null, message: 'no reason was given' };

/**
 * What a confirmed change does to the open outage.
 * - Within one kind of trouble it goes on, with one step more.
 * - Between trouble and locked one ends and the next begins at the same instant: no gap, no overlap.
 * - `up` ends it, unless it is unstable: then the good time is a step of it until it has lasted (instability.ts).
 */
export function outageEffects(open: OpenOutage | null, change: DecidedChange): OutageEffect[] {
  const { to } = change;
  // Only trouble is: a credential that is refused now and then is told of each time.
  const isUnstable = change.isUnstable && KINDS[to === 'up' && open ? open.status : to] === 'trouble';
  const mark: OutageEffect[] = isUnstable && open && !open.isUnstable ? [{ does: 'mark', isUnstable }] : [];
  if (to === 'unknown') return closing(open, change.at, change.from);
  if (to === 'up') {
    if (!open) return [];
    if (!isUnstable && !open.isUnstable) return closing(open, change.at, change.from);
    return [...mark, { does: 'step', step: { at: afterLast(open, change.at), status: to, reason: null } }];
  }
  const step = { at: change.at, status: to, reason: change.reason ?? NO_REASON };
  if (open && KINDS[open.status] === KINDS[to]) {
    return [...mark, { does: 'step', step: { ...step, at: afterLast(open, change.at) } }];
  }
  const { confirmedAt } = change;
  return [
    ...closing(open, change.at, change.from),
    { does: 'open', confirmedAt: Math.max(confirmedAt, step.at), isUnstable, status: to, step },
  ];
}

/** Ends it now, or where the good time began in which an unstable one stands. */
export function closing(open: OpenOutage | null, at: UnixMs, status: Status): OutageEffect[] {
  if (!open) return [];
  return [{ does: 'close', endedAt: status === 'up' ? open.changedAt : Math.max(at, open.changedAt) }];
}

export function isOutage(status: Status): status is OutageStatus {
  return status !== 'up' && status !== 'unknown';
}

const BADNESS: Record<OutageStatus, number> = { locked: 1, degraded: 2, down: 3 };

export function worseOf(a: OutageStatus, b: OutageStatus): OutageStatus {
  return BADNESS[a] >= BADNESS[b] ? a : b;
}

/** A clock set back must not turn the order of steps around. */
function afterLast({ changedAt }: OpenOutage, at: UnixMs): UnixMs {
  return Math.max(at, changedAt + 1);
}
