// Announced work as Statuspage's three lists of it: everything, what comes, what is going on. Pure.
import { phaseOf } from '@/lib/core/history/maintenance';
import type { MaintenanceListView, MaintenanceView } from '@/lib/core/maintenance-view';
import type { UnixMs } from '@/lib/core/time';
import type { OverviewView } from '@/lib/core/view';
import { statuspageStatus } from './statuspage';
import { components } from './statuspage-components';
import { scheduledMaintenance } from './statuspage-maintenance';
import type { StatuspageMaintenanceList } from './statuspage-types';

export type MaintenanceChoice = 'all' | 'upcoming' | 'active';

/** As many as Statuspage gives. */
const LIMIT = 50;

export interface MaintenanceReadings {
  overview: OverviewView;
  list: MaintenanceListView;
  /** Address of the status page. */
  url: string;
}

export function statuspageMaintenances(
  choice: MaintenanceChoice,
  { overview, list, url }: MaintenanceReadings,
): StatuspageMaintenanceList {
  const page = { url, now: list.generatedAt, components: components(overview.servers) };
  return {
    page: statuspageStatus(overview, url).page,
    scheduled_maintenances: chosen(choice, list).map((window) => scheduledMaintenance(window, page)),
  };
}

/** `all` is the newest first, as at Statuspage, and those nearest to the present; the others are the soonest first. */
function chosen(choice: MaintenanceChoice, { windows, generatedAt: now }: MaintenanceListView): MaintenanceView[] {
  switch (choice) {
    case 'upcoming':
      return windows.filter((window) => phaseOf(window, now) === 'scheduled').slice(0, LIMIT);
    case 'active':
      return windows.filter((window) => phaseOf(window, now) === 'in_progress').slice(0, LIMIT);
    case 'all':
      return [...windows]
        .sort((a, b) => awayMs(a, now) - awayMs(b, now))
        .slice(0, LIMIT)
        .sort((a, b) => b.startAt - a.startAt);
    default:
      return choice satisfies never;
  }
}

function awayMs({ startAt, endAt }: MaintenanceView, now: UnixMs): number {
  return Math.max(0, startAt - now, now - endAt);
}
