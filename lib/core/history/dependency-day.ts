// How the time of a dependency becomes days: milliseconds per state and UTC day. What /health says is booked as it was
// said, without hysteresis: a dependency has no status of its own that could waver. Pure.
import type { Dependency, DependencyState } from '@/lib/core/outcome';
import type { BookedStatus } from '@/lib/core/status/status';
import { DAY_MS, type Span, splitAt, startOfDay, type UnixMs } from '@/lib/core/time';
import { BELIEVED_INTERVALS, believedUntil, overlayMaintenance } from './booking';
import { type StatusMs, zeroMs } from './rollup';

/** Names a day and endpoint; a server that makes up new ones at each call fills no disk. */
export const MOST_DEPENDENCIES = 50;

/** What was heard last of one name. */
export interface HeardDependency extends Pick<Dependency, 'name' | 'state'> {
  checkedAt: UnixMs;
}

export type DependencyMs = Record<DependencyState | 'maintenance', number>;

export interface DependencyDay {
  name: string;
  dayAt: UnixMs;
  ms: DependencyMs;
}

export interface DependencyTime {
  now: UnixMs;
  intervalMs: number;
  /** Until when the server asked, as it was heard, to be left alone; null when it did not. */
  restUntil: UnixMs | null;
  /** Announced work, which lies over whatever was said. */
  windows: readonly Span[];
}

const STATUS_OF = {
  ok: 'up',
  degraded: 'degraded',
  failed: 'down',
  unknown: 'unknown',
} as const satisfies Record<DependencyState, BookedStatus>;

/** The stretch since each was heard of last. A state is believed as long as a status is; the rest is nobody's. */
export function dependencyDays(heard: readonly HeardDependency[], time: DependencyTime): DependencyDay[] {
  return heard.slice(0, MOST_DEPENDENCIES).flatMap(({ name, state, checkedAt }) => {
    const endAt = Math.min(time.now, believedUntil(checkedAt, BELIEVED_INTERVALS, time));
    const believed = { startAt: checkedAt, endAt, status: STATUS_OF[state] };
    const days = new Map<UnixMs, StatusMs>();
    for (const { status, ...span } of overlayMaintenance([believed], time.windows)) {
      for (const part of splitAt(span, DAY_MS)) {
        const dayAt = startOfDay(part.startAt);
        const ms = days.get(dayAt) ?? zeroMs();
        ms[status] += part.endAt - part.startAt;
        days.set(dayAt, ms);
      }
    }
    return [...days].map(([dayAt, ms]) => ({ name, dayAt, ms: fromStatusMs(ms) }));
  });
}

function fromStatusMs({ up, degraded, down, unknown, maintenance }: StatusMs): DependencyMs {
  return { ok: up, degraded, failed: down, unknown, maintenance };
}

/** In the words of a server's own days, so that both are drawn and counted alike. */
export function toStatusMs({ ok, degraded, failed, unknown, maintenance }: DependencyMs): StatusMs {
  return { ...zeroMs(), up: ok, degraded, down: failed, unknown, maintenance };
}
