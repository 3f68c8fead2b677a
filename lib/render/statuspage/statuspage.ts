// The overview as Statuspage's summary.json, status.json, components.json and its lists of incidents. Pure; knows neither HTTP nor the database.

import type { IncidentView } from '@/lib/core/incident-view';
import type { OverviewView } from '@/lib/core/view';
import { isoText } from '@/lib/core/words/format';
import { changedAt } from '@/lib/render/changed-at';
import { components, PAGE_ID } from './statuspage-components';
import { statuspageIncident } from './statuspage-incidents';
import { scheduledMaintenance } from './statuspage-maintenance';
import type {
  StatuspageComponentList,
  StatuspageIncidentList,
  StatuspageStatusAnswer,
  StatuspageSummary,
} from './statuspage-types';
import { pageStatus } from './statuspage-words';

/** `url`: where people open this page. */
export function statuspageStatus(view: OverviewView, url: string): StatuspageStatusAnswer {
  const page = {
    id: PAGE_ID,
    name: view.page.title,
    url,
    time_zone: view.page.timezone,
    updated_at: isoText(changedAt(view.servers, view.generatedAt)),
  };
  return { page, status: pageStatus(view) };
}

export function statuspageComponents(view: OverviewView, url: string): StatuspageComponentList {
  return { page: statuspageStatus(view, url).page, components: components(view.servers) };
}

/** `incidents`: newest first. */
export function statuspageIncidents(
  view: OverviewView,
  url: string,
  incidents: readonly IncidentView[],
): StatuspageIncidentList {
  const page = { url, components: components(view.servers) };
  return {
    page: statuspageStatus(view, url).page,
    incidents: incidents.map((incident) => statuspageIncident(incident, page)),
  };
}

/** `current`: the incidents that go on. */
export function statuspageSummary(
  view: OverviewView,
  url: string,
  current: readonly IncidentView[] = [],
): StatuspageSummary {
  const shown = components(view.servers);
  const page = { url, now: view.generatedAt, components: shown };
  return {
    ...statuspageStatus(view, url),
    components: shown,
    incidents: current.map((incident) => statuspageIncident(incident, page)),
    scheduled_maintenances: view.maintenance.map((maintenance) => scheduledMaintenance(maintenance, page)),
  };
}
