// Which servers of the roll a person asks for. Pure.
import type { PanelServerView } from '@/lib/reads/panel-servers';

export const SERVER_FILTERS = [
  { value: '', label: 'on the roll' },
  { value: 'trouble', label: 'in trouble' },
  { value: 'problem', label: 'never called' },
  { value: 'paused', label: 'paused' },
  { value: 'panel', label: 'made in this panel' },
  { value: 'archived', label: 'archived' },
];

export function chosenServers(
  servers: readonly PanelServerView[],
  { query, state }: { query: string; state: string },
): PanelServerView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return servers.filter((server) => isOfState(server, state) && words.every((word) => textOf(server).includes(word)));
}

function isOfState({ archivedAt, status, problem, isPaused, source }: PanelServerView, state: string): boolean {
  if ((state === 'archived') !== (archivedAt !== null)) return false;
  switch (state) {
    case 'trouble':
      return status === 'down' || status === 'degraded' || status === 'locked';
    case 'problem':
      return problem !== null;
    case 'paused':
      return isPaused;
    case 'panel':
      return source === null;
    default:
      return true;
  }
}

function textOf({ slug, name, title, group, source, type }: PanelServerView): string {
  return [slug, name, title, group, source ?? 'panel', type].join(' ').toLowerCase();
}
