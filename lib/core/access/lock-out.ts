// When guessing at a password ends, whatever network the guesses come from. Pure.
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';

/** Wrong passwords in a row for one address. */
export interface FailureRun {
  count: number;
  lastAt: UnixMs;
}

/** OWASP's advice is three to ten; people mistype, so the upper end. */
const FAILURES_ALLOWED = 10;
export const LOCKED_OUT_MS = 15 * MINUTE_MS;

/** A run that rested for as long as a lock lasts is forgotten. */
export function addFailure(run: FailureRun | null, now: UnixMs): FailureRun {
  const isFresh = run !== null && now - run.lastAt < LOCKED_OUT_MS;
  return { count: isFresh ? run.count + 1 : 1, lastAt: now };
}

/** Attempts while it is locked do not count, or whoever keeps guessing would keep the owner out for ever. */
export function isLockedOut(run: FailureRun | null, now: UnixMs): boolean {
  return run !== null && run.count >= FAILURES_ALLOWED && now - run.lastAt < LOCKED_OUT_MS;
}
