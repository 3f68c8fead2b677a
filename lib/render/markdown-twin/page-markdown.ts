// The status page as Markdown, for agents and terminals: the same sentence, the same servers, every instant in UTC. Pure.

import type { IncidentView } from '@/lib/core/incident-view';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import { type ShownStatus, worstOf } from '@/lib/core/status/status';
import type { OverviewView, ServerView } from '@/lib/core/view';
import { isoText, listText } from '@/lib/core/words/format';
import { delayText, headline, troubleLine } from '@/lib/core/words/sentence';
import { changedAt } from '@/lib/render/changed-at';
import { escapeMarkdown } from './escape-markdown';
import { frontMatter } from './front-matter';
import { incidentSection } from './incident-lines';
import { serverLine } from './server-line';

const STATUSES = [
  'up',
  'degraded',
  'down',
  'locked',
  'maintenance',
  'paused',
  'unknown',
] as const satisfies ShownStatus[];

export interface PageReadings {
  view: OverviewView;
  /** Those not resolved yet, newest first. */
  incidents: readonly IncidentView[];
  /** Where people open the page. */
  url: string;
}

export function pageMarkdown({ view, incidents, url }: PageReadings): string {
  const sections = [
    pageFrontMatter({ view, incidents, url }),
    `# ${escapeMarkdown(view.page.title)}`,
    `**${escapeMarkdown(headline(view), 2_000)}** ${escapeMarkdown(troubleLine(view), 4_000)}`.trim(),
    view.isDelayed ? `Monitoring is delayed: what stands here may be old. ${escapeMarkdown(delayText(view))}` : '',
    ...incidentSection('## Incidents going on', incidents, url),
    ...maintenanceSection(view),
    ...serverSections(view.servers, url),
    '## About',
    aboutText(url),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function pageFrontMatter({ view, incidents, url }: PageReadings): string {
  const { servers, status, page, isDelayed, generatedAt } = view;
  const worst = servers.find((server) => server.status === status && status !== 'up');
  return frontMatter({
    title: page.title,
    status,
    generated_at: isoText(changedAt(servers, generatedAt)),
    servers: servers.length,
    ...Object.fromEntries(
      STATUSES.map((name) => [name, servers.filter((server) => server.status === name).length] as const),
    ),
    worst: worst?.slug ?? null,
    incidents: incidents.length,
    monitoring_delayed: isDelayed,
    url,
  });
}

/** In the order of the page; those without a group stand under a heading of their own. */
function serverSections(servers: readonly ServerView[], url: string): string[] {
  if (servers.length === 0) return ['## Servers', 'There are none yet.'];
  return [...Map.groupBy(servers, ({ group }) => group)].flatMap(([group, members]) => {
    const statuses = members.map(({ status }) => status);
    const worst = statuses.every((status) => status === 'paused') ? 'paused' : worstOf(statuses);
    const heading = group === null ? '## Servers' : `## Servers: ${escapeMarkdown(group)} (${worst})`;
    return [heading, members.map((server) => serverLine(server, url)).join('\n')];
  });
}

function maintenanceSection({ maintenance, generatedAt, servers }: OverviewView): string[] {
  if (maintenance.length === 0) return [];
  const titles = new Map(servers.map(({ slug, title }) => [slug, title]));
  return ['## Maintenance', maintenance.map((window) => maintenanceLine(window, generatedAt, titles)).join('\n')];
}

/** "- **Patch day** is under way on notebooks, from … to …". */
export function maintenanceLine(
  { title, startAt, endAt, servers }: MaintenanceView,
  now: number,
  titles: ReadonlyMap<string, string>,
): string {
  const names = listText(servers.map((slug) => titles.get(slug) ?? slug));
  const what = servers.length === 0 ? 'all servers' : escapeMarkdown(names);
  const when = `from ${isoText(startAt)} to ${isoText(endAt)}`;
  return `- **${escapeMarkdown(title)}** ${startAt <= now ? 'is under way' : 'is announced'} on ${what}, ${when}`;
}

function aboutText(url: string): string {
  return [
    'Rollcall calls every server once a minute as an MCP client does: reach, handshake, tools, and the dependencies its',
    `\`/health\` names. All instants are UTC. The same as JSON: [endpoints](${url}/api/v1/endpoints), described by`,
    `[openapi.json](${url}/api/v1/openapi.json); over MCP: \`${url}/mcp\`; news: [feed](${url}/feed.atom).`,
  ].join('\n');
}
