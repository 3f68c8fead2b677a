// Routes as the engine matches them: names of servers become slugs, what does not exist is told of.
import type { FileProblems } from '@/lib/config/files/file-problems';
import type { JSONPath } from '@/lib/config/files/json-document';
import { suggestion } from '@/lib/config/settings/did-you-mean';
import type { RouteSetting } from '@/lib/config/settings/route-schema';
import type { AlertRoute } from '@/lib/core/alert/alert-route';
import type { Endpoint } from '@/lib/core/endpoint';
import type { ResolvedChannel } from './resolve-channels';
import { routeTimes } from './route-times';

export interface RouteContext {
  channels: readonly ResolvedChannel[];
  endpoints: readonly Endpoint[];
  /** Of the page. */
  timezone: string;
  /** Some file could not be read, so a name that is missing may be in it. */
  mayMissNames: boolean;
  problems: FileProblems;
}

/** A route of which no condition can ever hold is left out: without its names it would take everything. */
export function resolveRoutes(settings: readonly RouteSetting[], context: RouteContext): AlertRoute[] {
  const { endpoints, channels } = context;
  const named = new Set(endpoints.map(({ name }) => name));
  const grouped = new Set(endpoints.flatMap(({ group }) => group ?? []));
  const reachable = new Set(channels.filter(({ type }) => type !== 'heartbeat').map(({ name }) => name));
  const knownOf = (names: readonly string[], known: ReadonlySet<string>, what: string, path: JSONPath) =>
    names.filter((name, at) => {
      if (known.has(name)) return true;
      const remedy = () => suggestion(name, known, `Name a ${what} that exists, or remove it.`);
      if (!context.mayMissNames)
        context.problems.warn(['routes', ...path, at], `there is no ${what} "${name}"`, remedy);
      return false;
    });
  return settings.flatMap((setting, i) => {
    const existing = (key: 'to' | 'groups' | 'endpoints', known: ReadonlySet<string>, what: string) =>
      knownOf(setting[key] ?? [], known, what, [i, key]);
    const to = existing('to', reachable, 'channel for alerts');
    const names = existing('endpoints', named, 'server');
    const groups = existing('groups', grouped, 'group');
    const isMeantForAll = (setting.endpoints ?? []).length === 0 && (setting.groups ?? []).length === 0;
    if (!isMeantForAll && names.length === 0 && groups.length === 0) return [];
    const servers = endpoints.filter(({ name }) => names.includes(name)).map(({ slug }) => slug);
    const escalatedTo = knownOf(setting.escalate?.to ?? [], reachable, 'channel for alerts', [i, 'escalate', 'to']);
    const which = { to, severities: setting.severity ?? [], events: setting.events ?? [], groups, servers };
    return [{ ...which, ...routeTimes(setting, { timezone: context.timezone, escalatedTo }) }];
  });
}
