// Servers and their groups as Statuspage components. Pure. Ids are stable: a server's is its slug, a group's is made
// of its name and has a dot, which no slug has.

import { worstOf } from '@/lib/core/status/status';
import type { ServerView } from '@/lib/core/view';
import { isoText } from '@/lib/core/words/format';
import { uniqueSlugs } from '@/lib/core/words/slug';
import type { StatuspageComponent } from './statuspage-types';
import { componentStatus } from './statuspage-words';

export const PAGE_ID = 'rollcall';

/** In the order of the page: a group stands where its first server does, its members follow it. */
export function components(servers: readonly ServerView[]): StatuspageComponent[] {
  const groups = [...new Set(servers.flatMap(({ group }) => group ?? []))];
  const groupIds = new Map(uniqueSlugs(groups).map((slug, index) => [groups[index], `group.${slug}`]));
  const sections: (ServerView | string)[] = [];
  for (const server of servers) {
    const section = server.group ?? server;
    if (!sections.includes(section)) sections.push(section);
  }
  return sections.flatMap((section, index) => {
    if (typeof section !== 'string') return [serverComponent(section, index + 1, null)];
    const members = servers.filter(({ group }) => group === section);
    const groupId = groupIds.get(section) ?? null;
    return [
      groupComponent({ id: groupId ?? section, name: section, members, position: index + 1 }),
      ...members.map((server, place) => serverComponent(server, place + 1, groupId)),
    ];
  });
}

function serverComponent(server: ServerView, position: number, groupId: string | null): StatuspageComponent {
  return {
    id: server.slug,
    name: server.title,
    status: componentStatus(server.status),
    created_at: isoText(server.createdAt),
    updated_at: isoText(server.since ?? server.createdAt),
    position,
    description: server.description,
    showcase: true,
    start_date: isoText(server.createdAt).slice(0, 10),
    group_id: groupId,
    page_id: PAGE_ID,
    group: false,
    only_show_if_degraded: false,
  };
}

interface Group {
  id: string;
  name: string;
  /** At least one. */
  members: readonly ServerView[];
  position: number;
}

function groupComponent({ id, name, members, position }: Group): StatuspageComponent {
  const statuses = members.map(({ status }) => status);
  const isPaused = statuses.every((status) => status === 'paused');
  return {
    id,
    name,
    status: componentStatus(isPaused ? 'paused' : worstOf(statuses)),
    created_at: isoText(Math.min(...members.map(({ createdAt }) => createdAt))),
    updated_at: isoText(Math.max(...members.map(({ since, createdAt }) => since ?? createdAt))),
    position,
    description: null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: PAGE_ID,
    group: true,
    only_show_if_degraded: false,
    components: members.map(({ slug }) => slug),
  };
}
