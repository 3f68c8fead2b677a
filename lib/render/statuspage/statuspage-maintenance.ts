// Announced work as Statuspage's scheduled maintenances. Pure.

import { type MaintenancePhase, phaseOf } from '@/lib/core/history/maintenance';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { UnixMs } from '@/lib/core/time';
import { isoText, listText } from '@/lib/core/words/format';
import { type MaintenanceStep, maintenanceSteps } from '@/lib/render/maintenance-steps';
import { PAGE_ID } from './statuspage-components';
import type { StatuspageComponent, StatuspageIncidentUpdate, StatuspageMaintenance } from './statuspage-types';

export interface MaintenancePage {
  /** Address of the status page. */
  url: string;
  now: UnixMs;
  /** All components of the page. */
  components: readonly StatuspageComponent[];
}

export function scheduledMaintenance(view: MaintenanceView, page: MaintenancePage): StatuspageMaintenance {
  const affected = page.components.filter(({ id, group }) => !group && isAffected(view, id));
  const id = `maintenance.${view.id}`;
  const steps = maintenanceSteps(view, page.now);
  const startAt = isoText(view.startAt);
  const endAt = isoText(view.endAt);
  const status = phaseOf(view, page.now);
  return {
    id,
    name: view.title,
    status,
    created_at: isoText(view.announcedAt),
    updated_at: isoText(Math.max(view.changedAt, ...steps.map(({ at }) => at))),
    monitoring_at: null,
    resolved_at: status === 'completed' ? endAt : null,
    impact: 'maintenance',
    shortlink: page.url,
    started_at: startAt,
    page_id: PAGE_ID,
    incident_updates: steps.map((step) => update(view, step, { id, affected })),
    components: affected,
    scheduled_for: startAt,
    scheduled_until: endAt,
  };
}

interface Announced {
  id: string;
  affected: readonly StatuspageComponent[];
}

function update(
  view: MaintenanceView,
  { phase, at }: MaintenanceStep,
  { id, affected }: Announced,
): StatuspageIncidentUpdate {
  const instant = isoText(at);
  return {
    id: `${id}.${phase}`,
    status: phase,
    body: bodyOf(view, phase, affected),
    incident_id: id,
    created_at: instant,
    updated_at: instant,
    display_at: instant,
    affected_components: affected.map(({ id: code, name, status: now }) => {
      return phase === 'completed'
        ? { code, name, old_status: 'under_maintenance', new_status: now }
        : { code, name, old_status: now, new_status: 'under_maintenance' };
    }),
  };
}

function bodyOf(view: MaintenanceView, phase: MaintenancePhase, affected: readonly StatuspageComponent[]): string {
  const covered = view.servers.length === 0 ? 'all servers' : listText(affected.map(({ name }) => name));
  switch (phase) {
    case 'scheduled':
      return `${view.title}: work on ${covered} from ${isoText(view.startAt)} to ${isoText(view.endAt)}.`;
    case 'in_progress':
      return `${view.title}: work on ${covered} is under way until ${isoText(view.endAt)}.`;
    case 'completed':
      return `${view.title}: work on ${covered} is done.`;
    default:
      return phase satisfies never;
  }
}

function isAffected(view: MaintenanceView, slug: string): boolean {
  return view.servers.length === 0 || view.servers.includes(slug);
}
