// Our words in Statuspage's. It has no word for what we do not know, so the rule is: `operational` is said only of a
// server that was heard to be up, and an outage is claimed only where one was confirmed (docs/api.md has the table).

import type { ShownStatus } from '@/lib/core/status/status';
import type { OverviewView, ServerView } from '@/lib/core/view';
import type { ComponentStatus, Indicator, StatuspageStatus } from './statuspage-types';

const COMPONENT_STATUS: Record<ShownStatus, ComponentStatus> = {
  up: 'operational',
  degraded: 'degraded_performance',
  down: 'major_outage',
  // It answers, but refuses the credential we were given: people with another one may be well served.
  locked: 'degraded_performance',
  // Nobody heard from it: neither well nor known to be broken.
  unknown: 'degraded_performance',
  maintenance: 'under_maintenance',
  // Taken off the roll on purpose, by the people who run it.
  paused: 'under_maintenance',
};

/** Statuspage's own phrases: clients compare them. */
const DESCRIPTIONS: Record<Indicator, string> = {
  none: 'All Systems Operational',
  minor: 'Partially Degraded Service',
  major: 'Partial System Outage',
  critical: 'Major System Outage',
  maintenance: 'Service Under Maintenance',
};

export function componentStatus(status: ShownStatus): ComponentStatus {
  return COMPONENT_STATUS[status];
}

/**
 * The worst of what the servers answer and of what people tell in open incidents wins (design rule 8). While the loop is
 * late, "all operational" is more than we know.
 */
export function pageStatus(view: OverviewView): StatuspageStatus {
  const isEmpty = view.servers.length === 0 && (view.told ?? []).length === 0;
  if (isEmpty) return { indicator: 'none', description: 'No Servers Yet' };
  const indicator = indicatorOf(view);
  if (!view.isDelayed) return { indicator, description: DESCRIPTIONS[indicator] };
  const description = `${DESCRIPTIONS[indicator]} When Last Seen, Monitoring Delayed`;
  return { indicator: indicator === 'none' ? 'minor' : indicator, description };
}

function indicatorOf({ status, servers, told = [] }: OverviewView): Indicator {
  switch (status) {
    case 'up':
      return 'none';
    case 'degraded':
    case 'locked':
      return 'minor';
    case 'unknown':
      // Paused servers are nobody's worst; a page of nothing else is under maintenance like its components.
      return servers.every((server) => server.status === 'paused') ? 'maintenance' : 'minor';
    case 'maintenance':
      return 'maintenance';
    case 'down':
      return told.some(({ impact }) => impact === 'critical') || isEveryoneDown(servers) ? 'critical' : 'major';
    default:
      return status satisfies never;
  }
}

function isEveryoneDown(servers: readonly ServerView[]): boolean {
  const heard = servers.filter(wasHeard);
  return heard.length > 0 && heard.every(({ status }) => status === 'down');
}

function wasHeard({ status }: ServerView): boolean {
  return status === 'up' || status === 'degraded' || status === 'locked' || status === 'down';
}
