// What one moment (a check, a pause, a change of the configuration) does to the outages of an endpoint: steadiness first,
// then a change of status, else perhaps a new reason. Pure; the effects are carried out by lib/engine/check/write-outage.ts.
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';
import { hasTooManyChanges, noteChange, STEADY_MS } from './instability';
import { closing, isOutage, type OpenOutage, type OutageEffect, outageEffects } from './outage';
import { type ReasonRun, type StepReason, stepReason } from './reason-run';

/** What is remembered between two moments. */
export interface OutageCourse {
  open: (OpenOutage & Pick<StepReason, 'stage' | 'code'>) | null;
  /** Confirmed, and since when. */
  status: Status;
  since: UnixMs;
  /** Confirmed changes of the last hour, oldest first. */
  recentChanges: readonly UnixMs[];
  reasonRun: ReasonRun | null;
}

export interface Moment {
  at: UnixMs;
  change: StatusChange | null;
  /** No run is under way: the status is what the newest check said too. */
  isSettled: boolean;
  /** False when it is not called any more: paused, unfit or archived. */
  isWatched: boolean;
  /** Why the status after this moment is not up. Null when it is, or when the check did not agree with the status. */
  reason: StepReason | null;
  /** Checks in a row that confirm. */
  confirm: number;
}

export interface Followed extends Pick<OutageCourse, 'recentChanges' | 'reasonRun'> {
  /** To be carried out in this order. */
  effects: OutageEffect[];
}

export function followOutage(course: OutageCourse, moment: Moment): Followed {
  const calmed = calm(course, moment);
  const { open, recentChanges } = calmed;
  if (moment.change) return followChange(calmed, moment, moment.change);
  if (!moment.isWatched) {
    return { effects: [...calmed.effects, ...closing(open, moment.at, course.status)], recentChanges, reasonRun: null };
  }
  if (!open || !isOutage(course.status)) return { effects: calmed.effects, recentChanges, reasonRun: null };
  const reasoned = followReason(open, course, moment);
  return { effects: [...calmed.effects, ...reasoned.effects], recentChanges, reasonRun: reasoned.run };
}

interface Calmed {
  open: OutageCourse['open'];
  recentChanges: readonly UnixMs[];
  effects: OutageEffect[];
}

/** An unstable outage ends with the good time that has lasted, and is an ordinary one once the trouble has. */
function calm({ open, status, since, recentChanges }: OutageCourse, moment: Moment): Calmed {
  const same = { open, recentChanges, effects: [] };
  if (!open?.isUnstable) return same;
  const steadyUntil = moment.change?.at ?? (moment.isSettled ? moment.at : since);
  if (steadyUntil - since < STEADY_MS) return same;
  if (status === 'up') {
    return { open: null, recentChanges: [], effects: closing(open, moment.at, status) };
  }
  const ordinary = { ...open, isUnstable: false };
  return { open: ordinary, recentChanges: [], effects: [{ does: 'mark', isUnstable: false }] };
}

function followChange(calmed: Calmed, { reason }: Moment, change: StatusChange): Followed {
  // A first verdict is no change of mind, and a server that nobody calls has none.
  const isCounted = change.from !== 'unknown' && change.to !== 'unknown';
  const recentChanges = isCounted ? noteChange(calmed.recentChanges, change.at) : [];
  const effects = outageEffects(calmed.open, { ...change, reason, isUnstable: hasTooManyChanges(recentChanges) });
  return { effects: [...calmed.effects, ...effects], recentChanges, reasonRun: null };
}

function followReason(
  open: NonNullable<OutageCourse['open']>,
  { status, reasonRun }: OutageCourse,
  { at, reason, confirm }: Moment,
): { effects: OutageEffect[]; run: ReasonRun | null } {
  if (!reason || !isOutage(status)) return { effects: [], run: null };
  const { run, changedAt } = stepReason(reasonRun, { known: open, seen: reason, at, confirm });
  const effects: OutageEffect[] =
    changedAt === null ? [] : [{ does: 'step', step: { at: Math.max(changedAt, open.changedAt + 1), status, reason } }];
  return { effects, run };
}
