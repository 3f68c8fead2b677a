// Announced work as Statuspage's scheduled maintenances. Pure.
import { isoText, listText } from '@/lib/core/format';
import type { UnixMs } from '@/lib/core/time';
import type { MaintenanceView } from '@/lib/core/view';
import { PAGE_ID } from '@/lib/render/statuspage-components';
import type {
  StatuspageComponent,
  StatuspageIncidentUpdate,
  StatuspageMaintenance,
} from '@/lib/render/statuspage-types';

export interface MaintenancePage {
  /** Address of the status page. */
  url: string;
  now: UnixMs;
  /** All components of the page. */
  components: readonly StatuspageComponent[];
}

export function scheduledMaintenance(view: MaintenanceView, page: MaintenancePage): StatuspageMaintenance {
  const affected = page.components.filter(({ id, group }) => !group && isAffected(view, id));
  const status = view.startAt <= page.now ? 'in_progress' : 'scheduled';
  const id = `maintenance.${view.id}`;
  // When it was announced is not stored; the earliest instant that is known of it is its beginning.
  const startAt = isoText(view.startAt);
  return {
    id,
    name: view.title,
    status,
    created_at: startAt,
    updated_at: startAt,
    monitoring_at: null,
    resolved_at: null,
    impact: 'maintenance',
    shortlink: page.url,
    started_at: startAt,
    page_id: PAGE_ID,
    incident_updates: [announcement(view, { id, status, affected })],
    components: affected,
    scheduled_for: startAt,
    scheduled_until: isoText(view.endAt),
  };
}

interface Announced {
  id: string;
  status: 'scheduled' | 'in_progress';
  affected: readonly StatuspageComponent[];
}

function announcement(view: MaintenanceView, { id, status, affected }: Announced): StatuspageIncidentUpdate {
  const startAt = isoText(view.startAt);
  const covered = view.servers.length === 0 ? 'all servers' : listText(affected.map(({ name }) => name));
  return {
    id: `${id}.${status}`,
    status,
    body: `${view.title}: work on ${covered} from ${startAt} to ${isoText(view.endAt)}.`,
    incident_id: id,
    created_at: startAt,
    updated_at: startAt,
    display_at: startAt,
    affected_components: affected.map(({ id: code, name, status: now }) => {
      return { code, name, old_status: now, new_status: 'under_maintenance' };
    }),
  };
}

function isAffected(view: MaintenanceView, slug: string): boolean {
  return view.servers.length === 0 || view.servers.includes(slug);
}
