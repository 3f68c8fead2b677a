// What people may do to an incident, and when: the order of updates, back-dating, merging. Pure; each rule gives null where
// it allows, else the code of what stands against it.
import { type IncidentImpact, type IncidentStatus, isOver, worseImpact } from '@/lib/core/incident/incident';
import { DAY_MS, type UnixMs } from '@/lib/core/time';

/** What may be told after what. After "resolved" comes the post-mortem, or the trouble is back; after that a new incident. */
const FOLLOWERS: Record<IncidentStatus, readonly IncidentStatus[]> = {
  investigating: ['investigating', 'identified', 'monitoring', 'resolved'],
  identified: ['investigating', 'identified', 'monitoring', 'resolved'],
  monitoring: ['investigating', 'identified', 'monitoring', 'resolved'],
  resolved: ['investigating', 'identified', 'monitoring', 'postmortem'],
  postmortem: ['postmortem'],
};

export function mayFollow(before: IncidentStatus, after: IncidentStatus): boolean {
  return FOLLOWERS[before].includes(after);
}

/** An incident is told of at most this long after it began: older pasts belong to nobody's page. */
export const LONGEST_BACK_DATE_MS = 365 * DAY_MS;

export interface Dated {
  status: IncidentStatus;
  startedAt: UnixMs;
  resolvedAt: UnixMs | null;
}

export interface NewUpdate {
  status: IncidentStatus;
  /** When it was so. */
  at: UnixMs;
}

/**
 * - `order`: this status cannot follow the present one.
 * - `future`: it has not happened yet.
 * - `too_early`: before the incident began, or before the update it follows.
 */
export type UpdateRefusal = 'order' | 'future' | 'too_early';

/** `lastAt`: instant of the newest update; null before the first. */
export function updateRefusal(
  incident: Dated,
  { status, at }: NewUpdate,
  { lastAt, now }: { lastAt: UnixMs | null; now: UnixMs },
): UpdateRefusal | null {
  if (!mayFollow(incident.status, status)) return 'order';
  if (at > now) return 'future';
  return at < Math.max(incident.startedAt, lastAt ?? 0) ? 'too_early' : null;
}

/** When it was resolved, once this update is told. */
export function resolvedAfter(incident: Dated, { status, at }: NewUpdate): UnixMs | null {
  if (!isOver(status)) return null;
  return status === 'postmortem' ? (incident.resolvedAt ?? at) : at;
}

/**
 * - `future`, `too_old`: outside the time that can be told of.
 * - `after_updates`: it would begin after what was already told of it.
 * - `ends_before_start`.
 * - `not_resolved`: an end was given, and it is not over.
 */
export type DatingRefusal = 'future' | 'too_old' | 'after_updates' | 'ends_before_start' | 'not_resolved';

export interface Dating {
  startedAt: UnixMs;
  /** Null leaves the end as it is. */
  resolvedAt: UnixMs | null;
}

/** `firstAt`: instant of the oldest update; null when there is none. */
export function datingRefusal(
  incident: Dated,
  { startedAt, resolvedAt }: Dating,
  { firstAt, now }: { firstAt: UnixMs | null; now: UnixMs },
): DatingRefusal | null {
  if (startedAt > now || (resolvedAt ?? 0) > now) return 'future';
  if (startedAt < now - LONGEST_BACK_DATE_MS) return 'too_old';
  if (resolvedAt !== null && incident.resolvedAt === null) return 'not_resolved';
  if (firstAt !== null && startedAt > firstAt) return 'after_updates';
  const endAt = resolvedAt ?? incident.resolvedAt;
  return endAt !== null && endAt < startedAt ? 'ends_before_start' : null;
}

export interface Mergeable extends Dated {
  id: number;
  impact: IncidentImpact;
  isHidden: boolean;
  mergedIntoId: number | null;
}

/**
 * - `same`: an incident cannot be merged into itself.
 * - `merged`: one of them was merged before.
 * - `hidden`: what is told there would be seen, or lost.
 * - `still_open`: it lasts, and the other one is over.
 */
export type MergeRefusal = 'same' | 'merged' | 'hidden' | 'still_open';

export function mergeRefusal(from: Mergeable, into: Mergeable): MergeRefusal | null {
  if (from.id === into.id) return 'same';
  if (from.mergedIntoId !== null || into.mergedIntoId !== null) return 'merged';
  if (from.isHidden || into.isHidden) return 'hidden';
  return !isOver(from.status) && isOver(into.status) ? 'still_open' : null;
}

/** What becomes of the one that stays; its status and its words are its own. */
export function merged(from: Mergeable, into: Mergeable): Pick<Mergeable, 'startedAt' | 'resolvedAt' | 'impact'> {
  return {
    startedAt: Math.min(from.startedAt, into.startedAt),
    resolvedAt: into.resolvedAt === null ? null : Math.max(into.resolvedAt, from.resolvedAt ?? 0),
    impact: worseImpact(from.impact, into.impact),
  };
}
