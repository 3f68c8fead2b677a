// Outages: intervals of confirmed non-up status, written by the machine. This file says what a status change does
// to them; it does not know where they are stored.
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';

export type OutageStatus = Exclude<Status, 'up' | 'unknown'>;

export interface OutageChange {
  /** End of the outage that was open, if one was. */
  closeAt: UnixMs | null;
  /** Start of a new one. */
  open: { status: OutageStatus; startedAt: UnixMs; confirmedAt: UnixMs } | null;
}

/** A change between two bad statuses closes one outage and opens the next at the same instant: no gap, no overlap. */
export function outageChange(change: StatusChange): OutageChange {
  return {
    closeAt: isOutage(change.from) ? change.at : null,
    open: isOutage(change.to) ? { status: change.to, startedAt: change.at, confirmedAt: change.confirmedAt } : null,
  };
}

export function isOutage(status: Status): status is OutageStatus {
  return status !== 'up' && status !== 'unknown';
}
