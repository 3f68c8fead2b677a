// The `maintenance` section into plans: what is covered, and when, once or again and again. Knows which names exist,
// nothing else of endpoints; which windows a plan makes is the business of coming-windows.ts.
import type { FileProblems } from '@/lib/config/files/file-problems';
import { suggestion } from '@/lib/config/settings/did-you-mean';
import type { MaintenanceSetting } from '@/lib/config/settings/rollcall-schema';
import { type PlanTimes, readTimes } from './read-times';

/** Both lists empty: it covers every server. */
export interface MaintenancePlan {
  title: string;
  /** Names as in Endpoint.name; all of them exist. */
  endpoints: string[];
  groups: string[];
  /** IANA name: the zone its author thought in. */
  timezone: string;
  durationMs: number;
  times: PlanTimes;
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

/** A plan of which nothing covered exists is left out: without names it would cover everything. */
export function maintenancePlans(
  settings: readonly MaintenanceSetting[],
  context: MaintenanceContext,
): MaintenancePlan[] {
  return settings.flatMap((setting, i) => {
    const { title, duration: durationMs } = setting;
    const timezone = setting.timezone ?? context.timezone;
    const times = readTimes(setting, timezone, {
      warn: (key, message, remedy) => context.problems.warn(['maintenance', i, key], message, remedy),
      note: (key, message) => context.problems.note(['maintenance', i, key], message),
    });
    const endpoints = existing(setting.endpoints ?? [], { ...context, known: context.names, list: 'endpoints', i });
    const groups = existing(setting.groups ?? [], { ...context, known: context.groups, list: 'groups', i });
    const isMeantForAll = (setting.endpoints ?? []).length === 0 && (setting.groups ?? []).length === 0;
    if (times === null || (!isMeantForAll && endpoints.length === 0 && groups.length === 0)) return [];
    return [{ title, endpoints, groups, timezone, durationMs, times }];
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
