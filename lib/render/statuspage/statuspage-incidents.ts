// Incidents as Statuspage's, with the words of each update in full. Pure.
import type { AffectedState } from '@/lib/core/incident/incident';
import type { IncidentUpdateView, IncidentView } from '@/lib/core/incident-view';
import { isoText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { updateText } from '@/lib/render/update-text';
import { PAGE_ID } from './statuspage-components';
import type {
  ComponentStatus,
  StatuspageComponent,
  StatuspageIncident,
  StatuspageIncidentUpdate,
} from './statuspage-types';

export interface IncidentPage {
  /** Address of the status page. */
  url: string;
  /** All components of the page. */
  components: readonly StatuspageComponent[];
}

const STATES: Record<AffectedState, ComponentStatus> = {
  operational: 'operational',
  degraded: 'degraded_performance',
  down: 'major_outage',
};

export function statuspageIncident(view: IncidentView, { url, components }: IncidentPage): StatuspageIncident {
  const { id, updates, servers, startedAt, resolvedAt } = view;
  const affected = new Set(servers.map(({ slug }) => slug));
  const monitored = updates.find(({ status }) => status === 'monitoring');
  return {
    id,
    name: incidentTitle(view),
    status: view.status,
    created_at: isoText(updates.at(-1)?.writtenAt ?? startedAt),
    updated_at: isoText(view.changedAt),
    monitoring_at: monitored ? isoText(monitored.at) : null,
    resolved_at: resolvedAt === null ? null : isoText(resolvedAt),
    impact: view.impact,
    shortlink: `${url}/incidents/${id}`,
    started_at: isoText(startedAt),
    page_id: PAGE_ID,
    incident_updates: incidentUpdates(view),
    components: components.filter((component) => !component.group && affected.has(component.id)),
  };
}

/** Newest first. Statuspage lists with each update all that were affected until then, also where nothing changed. */
function incidentUpdates({ id, updates }: IncidentView): StatuspageIncidentUpdate[] {
  const states = new Map<string, { name: string; state: AffectedState }>();
  const told = updates.toReversed().map((update) => {
    const before = new Map(states);
    for (const { slug, title, from, to } of update.changes) {
      if (!before.has(slug)) before.set(slug, { name: title, state: from });
      states.set(slug, { name: title, state: to });
    }
    const affected = [...states].map(([code, { name, state }]) => ({
      code,
      name,
      old_status: STATES[before.get(code)?.state ?? state],
      new_status: STATES[state],
    }));
    return incidentUpdate(id, update, affected);
  });
  return told.toReversed();
}

function incidentUpdate(
  incidentId: string,
  update: IncidentUpdateView,
  affected: StatuspageIncidentUpdate['affected_components'],
): StatuspageIncidentUpdate {
  return {
    id: `${incidentId}.${update.id}`,
    status: update.status,
    // A link without a word is empty as plain text; Statuspage's clients expect some.
    body: updateText(update) || (update.body ?? ''),
    incident_id: incidentId,
    created_at: isoText(update.writtenAt),
    updated_at: isoText(update.editedAt ?? update.writtenAt),
    display_at: isoText(update.at),
    affected_components: affected,
  };
}
