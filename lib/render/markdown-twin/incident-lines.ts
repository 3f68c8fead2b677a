// Incidents in a Markdown twin: what each is about, how far its people have come, and what was said last. Pure.
import type { IncidentView } from '@/lib/core/incident-view';
import { isoText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { updateText } from '@/lib/render/update-text';
import { escapeMarkdown } from './escape-markdown';

/** Nothing at all when there is none. */
export function incidentSection(heading: string, incidents: readonly IncidentView[], url: string): string[] {
  return incidents.length === 0 ? [] : [heading, incidents.map((incident) => incidentLine(incident, url)).join('\n')];
}

/** "- [Title](…/incidents/7.md): **identified**, major impact, since 2026-…. At 2026-…: what was said last". */
export function incidentLine(view: IncidentView, url: string): string {
  const { id, status, impact, isSuspected, startedAt, resolvedAt, updates } = view;
  const span =
    resolvedAt === null ? `since ${isoText(startedAt)}` : `from ${isoText(startedAt)} to ${isoText(resolvedAt)}`;
  const suspected = isSuspected ? ' (suspected: nobody has looked into it yet)' : '';
  const [newest] = updates;
  const said = newest ? `. At ${isoText(newest.at)}: ${escapeMarkdown(updateText(newest), 500)}` : '';
  const title = escapeMarkdown(incidentTitle(view), 200) || `Incident ${id}`;
  return `- [${title}](${url}/incidents/${id}.md): **${status}**${suspected}, impact ${impact}, ${span}${said}`;
}
