// The answer of the MCP tool list_incidents: what people read of trouble, and the same in lines a model can read. Pure.
import type { IncidentImpact, IncidentStatus } from '@/lib/core/incident/incident';
import type { IncidentView } from '@/lib/core/incident-view';
import { countText, isoText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { safeText } from '@/lib/core/words/safe-text';
import { updateText } from '@/lib/render/update-text';

/** A type, not an interface: the SDK wants an object of any keys, which an interface is not. */
export type IncidentCall = {
  incidents: {
    id: string;
    title: string;
    status: IncidentStatus;
    impact: IncidentImpact;
    /** Opened by the machine; nobody has looked into it yet. */
    suspected: boolean;
    startedAt: string;
    resolvedAt: string | null;
    servers: { slug: string; state: string }[];
    /** Newest first. */
    updates: { at: string; status: IncidentStatus; text: string }[];
  }[];
};

/** Each is one paragraph to a model; the whole story stands on its page. */
const UPDATES = 10;
const UPDATE_LENGTH = 2_000;

export function incidentCall(views: readonly IncidentView[]): IncidentCall {
  return {
    incidents: views.map((view) => ({
      id: view.id,
      title: incidentTitle(view),
      status: view.status,
      impact: view.impact,
      suspected: view.isSuspected,
      startedAt: isoText(view.startedAt),
      resolvedAt: view.resolvedAt === null ? null : isoText(view.resolvedAt),
      servers: view.servers.map(({ slug, state }) => ({ slug, state })),
      updates: view.updates.slice(0, UPDATES).map((update) => ({
        at: isoText(update.at),
        status: update.status,
        text: safeText(updateText(update), UPDATE_LENGTH),
      })),
    })),
  };
}

export function incidentCallLines({ incidents }: IncidentCall): string {
  const lines = incidents.map(({ title, status, impact, startedAt, resolvedAt, servers, updates }) => {
    const end = resolvedAt === null ? '' : `, resolved ${resolvedAt}`;
    const names = servers.length === 0 ? '' : ` (${servers.map(({ slug }) => slug).join(', ')})`;
    return `- ${title}${names}: ${status}, impact ${impact}, since ${startedAt}${end}. ${updates[0]?.text ?? ''}`.trim();
  });
  return [`${countText(incidents.length, 'incident')}.`, ...lines].join('\n');
}
