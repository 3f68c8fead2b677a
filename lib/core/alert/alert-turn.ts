// Whether the confirmed status of a server is news, given what was told of it. Asked at every check that finds it bad, not
// only at a change: what maintenance kept quiet is told when the maintenance is over. Pure.

import { type OutageStatus, worseOf } from '@/lib/core/history/outage';
import type { RefusalKind } from '@/lib/core/status/credential';
import type { Status } from '@/lib/core/status/status';

/** What was told since the server was last well. */
export interface Told {
  /** The worst status among it. */
  worst: OutageStatus;
  hasToldCredential: boolean;
  /** The newest of it: that the server changes too often to be called up or down. */
  isUnstable: boolean;
}

export interface Standing {
  status: Status;
  /** Null when the server does not refuse us. */
  refusal: RefusalKind | null;
  /** Its open outage lasts over short good stretches. */
  isUnstable: boolean;
  /** Announced work covers it now. */
  isInMaintenance: boolean;
}

export type AlertTurn =
  | 'opened'
  | 'worsened'
  | 'credential'
  /** It is up. */
  | 'resolved'
  /** It answers again, and refuses us as it always did. */
  | 'resolved_locked'
  /** Nobody calls it any more: archived, or its entry is broken. */
  | 'resolved_unwatched';

/**
 * `told` is null when nothing is open. Trouble is told when it is worse than anything told before, so that a server that
 * wavers between two kinds of trouble is told of twice at most. An end is told even in maintenance: somebody waits for it.
 */
export function alertTurn(
  told: Told | null,
  { status, refusal, isUnstable, isInMaintenance }: Standing,
): AlertTurn | null {
  if (isUnstable && status !== 'unknown') {
    if (isInMaintenance || told?.isUnstable) return null;
    return told === null ? 'opened' : 'worsened';
  }
  switch (status) {
    case 'up':
      return told && 'resolved';
    case 'unknown':
      return told && 'resolved_unwatched';
    case 'locked':
      // A server that never let us in is not in trouble.
      if (refusal !== 'rejected') return told && 'resolved_locked';
      return isInMaintenance || told?.hasToldCredential ? null : 'credential';
    case 'degraded':
    case 'down':
      if (isInMaintenance) return null;
      if (told === null) return 'opened';
      // Down for good is news after up and down.
      return told.isUnstable || worseOf(told.worst, status) !== told.worst ? 'worsened' : null;
    default:
      return status satisfies never;
  }
}
