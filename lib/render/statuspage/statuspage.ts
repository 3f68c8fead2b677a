// The overview as Statuspage's summary.json, status.json and components.json. Pure; knows neither HTTP nor the database.

import type { OverviewView } from '@/lib/core/view';
import { isoText } from '@/lib/core/words/format';
import { changedAt } from '@/lib/render/changed-at';
import { components, PAGE_ID } from './statuspage-components';
import { scheduledMaintenance } from './statuspage-maintenance';
import type { StatuspageComponentList, StatuspageStatusAnswer, StatuspageSummary } from './statuspage-types';
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

export function statuspageSummary(view: OverviewView, url: string): StatuspageSummary {
  const shown = components(view.servers);
  const page = { url, now: view.generatedAt, components: shown };
  return {
    ...statuspageStatus(view, url),
    components: shown,
    incidents: [],
    scheduled_maintenances: view.maintenance.map((maintenance) => scheduledMaintenance(maintenance, page)),
  };
}
