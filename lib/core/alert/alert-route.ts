// Which channels an alert goes to, by the routes of the configuration. Pure; knows channels by their names alone.
import type { AlertEvent, AlertMessage, AlertPage, AlertServer, AlertSeverity } from './alert';

/** What a route matches; an empty list matches everything. */
export interface AlertRoute {
  /** Names of channels. */
  to: readonly string[];
  severities: readonly AlertSeverity[];
  events: readonly AlertEvent[];
  /** Together with `servers`: it is enough to be in one of the two lists. */
  groups: readonly string[];
  /** Slugs. */
  servers: readonly string[];
}

/** Who is told, and in whose name. */
export interface Alerting {
  page: AlertPage;
  /** Names of the channels that routes may lead to. */
  channels: readonly string[];
  /** Null when none is configured: every channel gets what is critical or high. */
  routes: readonly AlertRoute[] | null;
}

/** Before a configuration is read, and in tools that make up history. */
export const NOBODY_TOLD: Alerting = {
  page: { title: 'Rollcall', timezone: 'UTC', url: null },
  channels: [],
  routes: null,
};

const EVERY_ROUTE: Omit<AlertRoute, 'to'> = { severities: ['critical', 'high'], events: [], groups: [], servers: [] };

interface Routed extends Pick<AlertMessage, 'event' | 'severity'> {
  servers: readonly AlertServer[];
}

/** Names of channels, each once, in the order of the configuration. */
export function routeAlert(alert: Routed, { channels, routes }: Omit<Alerting, 'page'>): string[] {
  const used = routes ?? [{ to: channels, ...EVERY_ROUTE }];
  const named = new Set(used.filter((route) => matches(route, alert)).flatMap(({ to }) => to));
  return channels.filter((channel) => named.has(channel));
}

function matches(route: AlertRoute, { event, severity, servers }: Routed): boolean {
  const isForAll = route.groups.length === 0 && route.servers.length === 0;
  return (
    allows(route.severities, severity) &&
    allows(route.events, event) &&
    (isForAll ||
      servers.some(
        ({ slug, group }) => route.servers.includes(slug) || (group !== null && route.groups.includes(group)),
      ))
  );
}

function allows<T>(list: readonly T[], value: T): boolean {
  return list.length === 0 || list.includes(value);
}
