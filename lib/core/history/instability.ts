// When a server changes too often to be called up or down, and when it has calmed. Pure.
import { HOUR_MS, MINUTE_MS, type UnixMs } from '@/lib/core/time';

/** More confirmed changes than this within the window make a server unstable. */
export const MOST_CHANGES = 5;
export const CHANGES_WINDOW_MS = HOUR_MS;
/** One status for so long, and it is steady again. */
export const STEADY_MS = 30 * MINUTE_MS;

/** Adds a change; what has left the window is forgotten, so the list stays short. Oldest first. */
export function noteChange(recent: readonly UnixMs[], at: UnixMs): UnixMs[] {
  return [...changesWithin(recent, at), at];
}

export function hasTooManyChanges(recent: readonly UnixMs[]): boolean {
  return recent.length > MOST_CHANGES;
}

/** Those of the last hour before `now`. */
export function changesWithin(recent: readonly UnixMs[], now: UnixMs): UnixMs[] {
  return recent.filter((at) => at > now - CHANGES_WINDOW_MS);
}
