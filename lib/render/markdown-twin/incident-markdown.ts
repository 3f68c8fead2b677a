// An incident with its whole story, and a month of them, as Markdown for agents and terminals. What people wrote is theirs:
// quoted as text, never as markup. Pure.
import type { IncidentMonthView, IncidentPageView, IncidentUpdateView, SeenOutageView } from '@/lib/core/incident-view';
import { isoText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { updateText } from '@/lib/render/update-text';
import { escapeMarkdown } from './escape-markdown';
import { frontMatter } from './front-matter';
import { incidentLine } from './incident-lines';

const UPDATE_LENGTH = 4_000;

/** `url`: where people open the page. */
export function incidentMarkdown({ incident, page }: IncidentPageView, url: string): string {
  const { id, status, impact, isSuspected, startedAt, resolvedAt, servers, updates, seen } = incident;
  const head = {
    title: incidentTitle(incident),
    page: page.title,
    status,
    impact,
    suspected: isSuspected,
    started_at: isoText(startedAt),
    resolved_at: resolvedAt === null ? null : isoText(resolvedAt),
    url: `${url}/incidents/${id}`,
  };
  return sections([
    frontMatter(head),
    `# ${escapeMarkdown(head.title)}`,
    isSuspected ? 'Found by calling the servers; nobody has looked into it yet.' : '',
    ...listed(
      '## Servers',
      servers.map(({ slug, title, state, isListed }) => {
        const name = escapeMarkdown(title);
        return `- ${isListed ? `[${name}](${url}/servers/${slug}.md)` : name}: ${state}`;
      }),
    ),
    ...listed('## Updates, newest first', updates.map(updateLine)),
    ...listed('## What Rollcall saw', seen.map(seenLine)),
    `[All incidents](${url}/incidents.md), [all servers](${url}/index.md)`,
  ]);
}

export function incidentMonthMarkdown({ month, days, previous, next, page }: IncidentMonthView, url: string): string {
  const incidents = days.flatMap((day) => day.incidents);
  const others = [previous, next].flatMap((other) => (other === null ? [] : [other]));
  return sections([
    frontMatter({
      title: page.title,
      month,
      timezone: page.timezone,
      incidents: incidents.length,
      url: `${url}/incidents`,
    }),
    `# ${escapeMarkdown(page.title)}: incidents that began in ${month}`,
    incidents.length === 0 ? 'None.' : incidents.map((incident) => incidentLine(incident, url)).join('\n'),
    others.map((other) => `[${other}](${url}/incidents.md?month=${other})`).join(', '),
    `[All servers](${url}/index.md)`,
  ]);
}

/** "- **identified** at 2026-…, by Ada: what was said". */
function updateLine({ status, at, author, ...update }: IncidentUpdateView): string {
  const by = author.kind === 'machine' ? 'seen by Rollcall' : `by ${escapeMarkdown(author.name ?? 'the team')}`;
  return `- **${status}** at ${isoText(at)}, ${by}: ${escapeMarkdown(updateText(update), UPDATE_LENGTH)}`;
}

function seenLine({ server, status, startedAt, endedAt, reason }: SeenOutageView): string {
  const until = endedAt === null ? 'still going on' : `to ${isoText(endedAt)}`;
  const why = `${reason.stage === null ? '' : `at ${reason.stage}: `}${escapeMarkdown(reason.message)}`;
  return `- ${escapeMarkdown(server.title)}: ${status} from ${isoText(startedAt)}, ${until}, ${why}`;
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, lines.join('\n')];
}

function sections(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
