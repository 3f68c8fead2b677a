// What the machine does to the incident of one server's outage: the store's word (what an incident holds) against what is
// confirmed now. Asked at every check, so that whatever was put off, by maintenance say, is told in its time. Pure.
import { type FailureCode, STAGES, type Stage } from '@/lib/core/failure';
import type { AffectedState, IncidentImpact } from '@/lib/core/incident/incident';

export type TroubleStatus = Exclude<AffectedState, 'operational'>;

export interface Trouble {
  outageId: number;
  status: TroubleStatus;
  stage: Stage | null;
  code: FailureCode | null;
}

export type IncidentTurn =
  /** Nobody reads of this outage yet. */
  | 'open'
  /** Another outage follows without a gap: the same incident tells of it. */
  | 'carry_on'
  /** Worse than anything told of it: another status, or an earlier stage. */
  | 'worsen'
  /** It is over, or nobody calls the server any more. */
  | 'close';

export interface Circumstances {
  /** Announced work covers the server now, or visitors know no such server. What is told already goes on all the same. */
  isKeptQuiet: boolean;
}

/**
 * `held`: the worst that was told of the outage an incident holds open; null when none does. `seen`: the outage that lasts;
 * null when the server is well, refuses us, or is not called.
 */
export function incidentTurn(
  held: Trouble | null,
  seen: Trouble | null,
  { isKeptQuiet }: Circumstances,
): IncidentTurn | null {
  if (seen === null) return held && 'close';
  if (held === null) return isKeptQuiet ? null : 'open';
  if (held.outageId !== seen.outageId) return 'carry_on';
  return isWorse(seen, held) ? 'worsen' : null;
}

/** A trouble that wavers is told at its worst only, and so a few times at most. */
export function isWorse(now: Trouble, told: Trouble): boolean {
  if (now.status !== told.status) return now.status === 'down';
  return depthOf(now.stage) < depthOf(told.stage);
}

/** The earlier a client is stopped, the worse. */
function depthOf(stage: Stage | null): number {
  return stage === null ? STAGES.length : STAGES.indexOf(stage);
}

/** `states`: of the servers it is about; `listedCount`: of all servers of the page. */
export function machineImpact(states: readonly AffectedState[], listedCount: number): IncidentImpact {
  const down = states.filter((state) => state === 'down').length;
  if (down > 1 && down >= listedCount) return 'critical';
  if (down > 0) return 'major';
  return states.includes('degraded') ? 'minor' : 'none';
}
