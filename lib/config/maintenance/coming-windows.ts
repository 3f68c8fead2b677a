// Plans into windows of time: those under way and those to come, each with a name that stays the same however often it
// is worked out anew. Knows no servers but their names.
import { createHash } from 'node:crypto';
import type { Span, UnixMs } from '@/lib/core/time';
import type { MaintenancePlan } from './maintenance-plans';
import { type Occurrence, occurrencesIn } from './series';

export interface PlannedWindow extends Span, Pick<MaintenancePlan, 'title' | 'endpoints' | 'groups' | 'timezone'> {
  /** Stays when duration, servers or the rule change, so that who knows the window finds it again. */
  uid: string;
}

/**
 * Those not over at `now`, earliest first: repeated ones as far as they begin before `untilAt`, single ones however far
 * they are away.
 */
export function comingWindows(
  plans: readonly MaintenancePlan[],
  { now, untilAt }: { now: UnixMs; untilAt: UnixMs },
): PlannedWindow[] {
  const namesakes = new Map<string, number>();
  return plans
    .flatMap((plan) => {
      const { title, endpoints, groups, timezone, durationMs, times } = plan;
      const name = JSON.stringify([title, timezone, times.kind === 'once' ? times.wallMs : times.startWallMs]);
      const nth = namesakes.get(name) ?? 0;
      namesakes.set(name, nth + 1);
      const occurrences =
        times.kind === 'once' ? [times] : occurrencesIn(times, { startAt: now - durationMs, endAt: untilAt });
      return occurrences.map((occurrence) => ({
        uid: uidOf(name, nth, occurrence),
        ...{ title, endpoints, groups, timezone },
        startAt: occurrence.startAt,
        endAt: occurrence.startAt + durationMs,
      }));
    })
    .filter(({ endAt }) => endAt > now)
    .sort((a, b) => a.startAt - b.startAt);
}

/** `20261201T2200-9f86d081884c7d65`. By the clocks on the wall, so that a new law about summer time moves the window. */
function uidOf(name: string, nth: number, { wallMs }: Occurrence): string {
  const wall = new Date(wallMs).toISOString().slice(0, 16).replace(/[-:]/g, '');
  return `${wall}-${createHash('sha256').update(`${name} ${nth} ${wallMs}`).digest('hex').slice(0, 16)}`;
}
