// The looks of an incident, borrowed from the states its readers know: one table, so that no component decides on its own.
import type { IncidentImpact } from '@/lib/core/incident/incident';
import type { IncidentHead } from '@/lib/core/incident-view';
import type { ShownStatus } from '@/lib/core/status/status';

const OF_IMPACT: Record<IncidentImpact, ShownStatus> = {
  none: 'unknown',
  minor: 'degraded',
  major: 'down',
  critical: 'down',
};

/** An incident that is over is calm, however bad it was; its impact is said in words. */
export function toneOf({ impact, resolvedAt }: Pick<IncidentHead, 'impact' | 'resolvedAt'>): ShownStatus {
  return resolvedAt === null ? OF_IMPACT[impact] : 'up';
}
