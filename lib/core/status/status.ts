// The words for a state, and the one order in which the worst wins (design rule 8).
import type { Verdict } from './verdict';

/** The confirmed state of an endpoint; `unknown` until the first confirmation, or while it cannot be called. */
export type Status = Verdict | 'unknown';

/** What people see: maintenance and pause lie over the confirmed state. */
export type ShownStatus = Status | 'maintenance' | 'paused';

/** What a stretch of time is booked as. `blind`: Rollcall itself did not run. */
export const BOOKED_STATUSES = [
  'up',
  'degraded',
  'down',
  'locked',
  'unknown',
  'maintenance',
  'paused',
  'blind',
] as const;
export type BookedStatus = (typeof BOOKED_STATUSES)[number];

/** Worst first. A paused server takes no part: nobody called it. */
const WORST_FIRST = ['down', 'degraded', 'locked', 'maintenance', 'unknown', 'up'] as const satisfies ShownStatus[];
export type OverallStatus = (typeof WORST_FIRST)[number];

/** The one status of a page, a group, a badge, a feed. `unknown` when there is nothing to judge. */
export function worstOf(statuses: Iterable<ShownStatus>): OverallStatus {
  const present = new Set(statuses);
  return WORST_FIRST.find((status) => present.has(status)) ?? 'unknown';
}

export interface StatusInputs {
  /** Confirmed by hysteresis. */
  status: Status;
  /** Verdict of the newest check; null before the first. */
  lastVerdict: Verdict | null;
  isPaused: boolean;
  isInMaintenance: boolean;
  /** It is never called (unresolved variable, broken entry). */
  hasProblem: boolean;
}

/**
 * The status people see. Before the first confirmation a newcomer shows the verdict of its last check, so that
 * nobody waits three minutes for an answer that was already heard.
 */
export function shownStatus(inputs: StatusInputs): ShownStatus {
  if (inputs.isPaused) return 'paused';
  if (inputs.isInMaintenance) return 'maintenance';
  if (inputs.hasProblem) return 'unknown';
  if (inputs.status === 'unknown') return inputs.lastVerdict ?? 'unknown';
  return inputs.status;
}
