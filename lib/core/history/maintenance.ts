// Announced windows: where each stands, and what becomes of them when the configuration is read again. History stays,
// what is under way stays the same window, what nobody wants any more ends now. Pure.
import { DAY_MS, type Span, type UnixMs } from '@/lib/core/time';

/** A longer one is no maintenance. */
export const LONGEST_WINDOW_MS = 31 * DAY_MS;

/** A window is announced on pages this long before it begins. Calendars and lists show all there are. */
export const ANNOUNCED_MS = 7 * DAY_MS;

export const MAINTENANCE_PHASES = ['scheduled', 'in_progress', 'completed'] as const;
export type MaintenancePhase = (typeof MAINTENANCE_PHASES)[number];

export function phaseOf({ startAt, endAt }: Span, now: UnixMs): MaintenancePhase {
  if (now < startAt) return 'scheduled';
  return now < endAt ? 'in_progress' : 'completed';
}

/** A window as the configuration wants it. */
export interface WantedWindow extends Span {
  /** The same for the same window, however often it is worked out. */
  uid: string;
  title: string;
  /** IANA name: the zone in which it was planned. */
  timezone: string;
  /** Slugs it covers; empty means all. */
  servers: string[];
}

export interface KeptWindow extends WantedWindow {
  id: number;
  /** Who ended it early; null while nobody has. */
  endedBy: string | null;
}

export interface WindowChanges {
  added: WantedWindow[];
  changed: KeptWindow[];
  /** Announced, but never begun: nothing to remember. */
  withdrawnIds: number[];
}

export interface Reconciling {
  now: UnixMs;
  /** Some file cannot be read, so a window that is missing may stand in it. */
  mayMissWindows: boolean;
}

/**
 * `kept` must hold every stored window that is not over, and those over that `wanted` names. A window ended early stays
 * ended. One that ran out because it was not wanted for a while goes on when it is wanted again.
 */
export function reconcileWindows(
  kept: readonly KeptWindow[],
  wanted: readonly WantedWindow[],
  { now, mayMissWindows }: Reconciling,
): WindowChanges {
  const coming = wanted.filter(({ endAt }) => endAt > now);
  const known = new Map(kept.map((window) => [window.uid, window]));
  const named = new Set(coming.map(({ uid }) => uid));
  const changed = coming.flatMap((window) => {
    const old = known.get(window.uid);
    if (!old || old.endedBy !== null) return [];
    // What has begun has begun: neither a shorter past nor a longer one is made up.
    const startAt = old.startAt <= now ? old.startAt : window.startAt;
    const renewed = { ...old, ...window, startAt };
    return isSame(old, renewed) ? [] : [renewed];
  });
  const unwanted = mayMissWindows ? [] : kept.filter(({ uid, endAt }) => !named.has(uid) && endAt > now);
  const begun = unwanted.filter(({ startAt }) => startAt <= now);
  return {
    added: coming.filter(({ uid }) => !known.has(uid)),
    changed: [...changed, ...begun.map((window) => ({ ...window, endAt: now }))],
    withdrawnIds: unwanted.filter(({ startAt }) => startAt > now).map(({ id }) => id),
  };
}

function isSame(a: KeptWindow, b: KeptWindow): boolean {
  return (
    a.startAt === b.startAt &&
    a.endAt === b.endAt &&
    a.title === b.title &&
    a.timezone === b.timezone &&
    a.servers.length === b.servers.length &&
    a.servers.every((slug, i) => slug === b.servers[i])
  );
}

export type EndRefusal = 'not_begun' | 'over';

/** Null when it can be ended now. */
export function endRefusal(window: Span, now: UnixMs): EndRefusal | null {
  const phase = phaseOf(window, now);
  if (phase === 'scheduled') return 'not_begun';
  return phase === 'completed' ? 'over' : null;
}
