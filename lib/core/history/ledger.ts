// The account of one endpoint: its confirmed status, the run that may change it, and the time not yet booked. Each
// event (a check, a pause, a problem) takes the account as it was and gives the new one with what is to be booked.

import { type StatusChange, type StatusState, stepStatus } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import type { Verdict } from '@/lib/core/status/verdict';
import type { Span, UnixMs } from '@/lib/core/time';
import { type Booking, cutAt, elapse, hold, release } from './booking';

export type IdleStatus = 'paused' | 'unknown';

export interface Account extends StatusState {
  held: Span[];
  /** All time before it is booked or held; null before the first check. */
  bookedUntil: UnixMs | null;
  /** Until when the server asked at its newest check to be left alone; null when it did not. */
  restUntil: UnixMs | null;
  /** While it is not being called: since when, and what the time from `bookedUntil` on counts as. */
  idle: { since: UnixMs; as: IdleStatus } | null;
}

export interface Settlement {
  account: Account;
  bookings: Booking[];
  change: StatusChange | null;
}

export interface SettledCheck {
  at: UnixMs;
  verdict: Verdict;
  /** See Account; missing when it did not ask. */
  restUntil?: UnixMs | null;
  policy: { intervalMs: number; confirm: number; recover: number };
}

/** The account of an endpoint that was never called. */
export function openAccount(now: UnixMs): Account {
  return { status: 'unknown', since: now, pending: null, held: [], bookedUntil: null, restUntil: null, idle: null };
}

/** One check: books the time since the last one, holds it back, or lets go of what was held. */
export function settleCheck(before: Account, check: SettledCheck): Settlement {
  const account = before.idle ? resume(before, check.at).account : before;
  const resumed = before.idle ? resume(before, check.at).bookings : [];
  const elapsed = elapse({ ...account, now: check.at, intervalMs: check.policy.intervalMs });
  const held = hold(account.held, elapsed.held);
  const step = stepStatus(account, check.verdict, check.at, check.policy);
  const isDecided = step.change !== null || step.isPendingDropped;
  const heldStatus = step.change ? statusOfHeld(account, step.change) : account.status;
  return {
    account: {
      ...step.state,
      held: isDecided ? [] : held,
      bookedUntil: Math.max(account.bookedUntil ?? check.at, check.at),
      restUntil: check.restUntil ?? null,
      idle: null,
    },
    bookings: [...resumed, ...elapsed.booked, ...(isDecided ? release(held, heldStatus) : [])],
    change: step.change,
  };
}

/** A run that began with this very check has held nothing: what is held then belongs to a run that was dropped. */
function statusOfHeld(account: Account, change: StatusChange): Status {
  return account.pending && account.pending.firstAt === change.at ? change.to : account.status;
}

/**
 * Books or holds the time up to now without a check, by the interval that held in it: for when the interval is about to
 * change. Judged by a shorter one afterwards, honest time would count as blind.
 */
export function settleTime(before: Account, now: UnixMs, intervalMs: number): Settlement {
  if (before.idle || before.bookedUntil === null) return { account: before, bookings: [], change: null };
  const elapsed = elapse({ ...before, now, intervalMs });
  const account = { ...before, held: hold(before.held, elapsed.held), bookedUntil: Math.max(before.bookedUntil, now) };
  return { account, bookings: elapsed.booked, change: null };
}

/**
 * Nothing could be seen from `since` to `now`: that time is blind, as far as it is not booked yet, and a run under way comes
 * to nothing. Time held from before belongs to the status that stayed.
 */
export function settleBlind(
  before: Account,
  { since, now }: { since: UnixMs; now: UnixMs },
  intervalMs: number,
): Settlement {
  if (before.idle) return { account: before, bookings: [], change: null };
  const bookedUntil = before.bookedUntil ?? now;
  const seen = elapse({ ...before, bookedUntil, now: Math.max(bookedUntil, Math.min(now, since)), intervalMs });
  const held = cutAt(hold(before.held, seen.held), since);
  const unseen = cutAt([{ startAt: bookedUntil, endAt: Math.max(now, bookedUntil) }], since).after;
  const bookings = [
    ...seen.booked,
    ...release(held.before, before.status),
    ...release([...held.after, ...unseen], 'blind'),
  ];
  const account = { ...before, pending: null, held: [], bookedUntil: Math.max(now, bookedUntil), restUntil: null };
  return { account, bookings, change: null };
}

/**
 * It is no longer called: paused by a person, or unfit (`unknown`). A run under way comes to nothing. An unfit
 * endpoint loses its status, because nobody can say any more whether it answers. A paused one that was up stays so; of
 * one in trouble nobody would see the end, so its trouble ends here and is found anew.
 */
export function goIdle(before: Account, as: IdleStatus, now: UnixMs, intervalMs: number): Settlement {
  if (before.idle) return changeIdle(before, as, now);
  const elapsed = elapse({ ...before, now, intervalMs });
  const bookings = [...elapsed.booked, ...release(hold(before.held, elapsed.held), before.status)];
  const rested = { ...before, pending: null, held: [], bookedUntil: now, idle: { since: now, as } };
  const change = lostStatus(before, as, now);
  if (!change) return { account: rested, bookings, change };
  return { account: { ...rested, status: 'unknown', since: now }, bookings, change };
}

/** It is called again: the idle time is booked as what it was. */
export function resume(before: Account, now: UnixMs): Settlement {
  const settled = settleIdle(before, now);
  return { ...settled, account: { ...settled.account, idle: null } };
}

/** Books idle time up to now, so that a long pause shows on the page while it lasts. */
export function settleIdle(before: Account, now: UnixMs): Settlement {
  if (!before.idle) return { account: before, bookings: [], change: null };
  const startAt = before.bookedUntil ?? before.idle.since;
  if (now <= startAt) return { account: before, bookings: [], change: null };
  const bookings: Booking[] = [{ startAt, endAt: now, status: before.idle.as }];
  return { account: { ...before, bookedUntil: now }, bookings, change: null };
}

function changeIdle(before: Account, as: IdleStatus, now: UnixMs): Settlement {
  const settled = settleIdle(before, now);
  const account = { ...settled.account, idle: { since: now, as } };
  const change = lostStatus(account, as, now);
  return change
    ? { ...settled, account: { ...account, status: 'unknown', since: now }, change }
    : { ...settled, account };
}

function lostStatus({ status }: Account, as: IdleStatus, now: UnixMs): StatusChange | null {
  if (status === 'unknown' || (status === 'up' && as === 'paused')) return null;
  return { from: status, to: 'unknown', at: now, confirmedAt: now, seenAt: now };
}
