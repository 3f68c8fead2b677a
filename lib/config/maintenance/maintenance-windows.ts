// The `maintenance` section into windows of time. Knows which names exist, nothing else of endpoints.

import type { FileProblems } from '@/lib/config/files/file-problems';
import { suggestion } from '@/lib/config/settings/did-you-mean';
import type { MaintenanceSetting } from '@/lib/config/settings/rollcall-schema';
import type { Span } from '@/lib/core/time';
import { parseWallClock } from './wall-clock';

/** Both lists empty: it covers every server. */
export interface MaintenanceWindow extends Span {
  title: string;
  /** Names as in Endpoint.name; all of them exist. */
  endpoints: string[];
  groups: string[];
}

export interface MaintenanceContext {
  /** Of the page: for windows without one of their own. */
  timezone: string;
  names: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  /** Some file could not be read, so a name that is missing may be in it. */
  mayMissNames: boolean;
  problems: FileProblems;
}

/** A window of which nothing covered exists is left out: without names it would cover everything. */
export function maintenanceWindows(
  settings: readonly MaintenanceSetting[],
  context: MaintenanceContext,
): MaintenanceWindow[] {
  const { problems } = context;
  return settings.flatMap((setting, i) => {
    const startAt = parseWallClock(setting.start, setting.timezone ?? context.timezone);
    // The schema has let it pass, so it is a date.
    if (startAt === null) return [];
    if (setting.repeat !== undefined) {
      const remedy = 'Name each window by itself until then.';
      problems.warn(['maintenance', i, 'repeat'], 'repeat is not supported yet; only the first window is used', remedy);
    }
    const endpoints = existing(setting.endpoints ?? [], { ...context, known: context.names, list: 'endpoints', i });
    const groups = existing(setting.groups ?? [], { ...context, known: context.groups, list: 'groups', i });
    const isMeantForAll = (setting.endpoints ?? []).length === 0 && (setting.groups ?? []).length === 0;
    if (!isMeantForAll && endpoints.length === 0 && groups.length === 0) return [];
    return [{ title: setting.title, endpoints, groups, startAt, endAt: startAt + setting.duration }];
  });
}

interface Existing {
  known: ReadonlySet<string>;
  list: 'endpoints' | 'groups';
  i: number;
  mayMissNames: boolean;
  problems: FileProblems;
}

function existing(names: readonly string[], { known, list, i, mayMissNames, problems }: Existing): string[] {
  return names.filter((name, at) => {
    if (known.has(name)) return true;
    const what = list === 'endpoints' ? 'server' : 'group';
    const remedy = () => suggestion(name, known, `Name a ${what} that exists, or remove it.`);
    if (!mayMissNames) problems.warn(['maintenance', i, list, at], `there is no ${what} called "${name}"`, remedy);
    return false;
  });
}
