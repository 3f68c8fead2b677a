// Which channels an alert goes to, by the routes of the configuration. Pure; knows channels by their names alone.
import type { UnixMs } from '@/lib/core/time';
import type { AlertEvent, AlertMessage, AlertPage, AlertServer, AlertSeverity } from './alert';
import { type DigestTime, nextDigestAt, type QuietHours, quietUntil } from './quiet-hours';

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
  /** Between two reminders of a trouble that nobody has acknowledged. */
  repeatMs?: number;
  /** Who is told when nobody has acknowledged it so long after it was told first. */
  escalate?: { afterMs: number; to: readonly string[] };
  quiet?: QuietHours;
  digest?: DigestTime;
}

/** Who is told, and in whose name. */
export interface Alerting {
  page: AlertPage;
  /** Names of the channels that routes may lead to. */
  channels: readonly string[];
  /** Null when none is configured: every channel gets what is critical or high. */
  routes: readonly AlertRoute[] | null;
}

const EVERY_ROUTE: Omit<AlertRoute, 'to'> = { severities: ['critical', 'high'], events: [], groups: [], servers: [] };

export interface Routed extends Pick<AlertMessage, 'event' | 'severity'> {
  servers: readonly AlertServer[];
}

export interface Way {
  channel: string;
  how: 'now' | 'held' | 'digest';
  /** When it is sent, or gathered. */
  at: UnixMs;
}

/** Each channel once, by the route that is soonest, in the order of the configuration. */
export function routeAlert(alert: Routed, { channels, routes }: Omit<Alerting, 'page'>, now: UnixMs): Way[] {
  const used: readonly AlertRoute[] = routes ?? [{ to: channels, ...EVERY_ROUTE }];
  const ways = used
    .filter((route) => matches(route, alert))
    .flatMap((route) => route.to.map((channel) => ({ channel, ...wayOf(route, alert.severity, now) })))
    .toSorted((a, b) => a.at - b.at);
  return channels.flatMap((channel) => ways.find((way) => way.channel === channel) ?? []);
}

function wayOf({ quiet, digest }: AlertRoute, severity: AlertSeverity, now: UnixMs): Omit<Way, 'channel'> {
  if (digest?.severities.includes(severity)) return { how: 'digest', at: nextDigestAt(digest, now) };
  const until = quiet?.severities.includes(severity) ? quietUntil(quiet, now) : null;
  return until === null ? { how: 'now', at: now } : { how: 'held', at: until };
}

export function matches(route: AlertRoute, { event, severity, servers }: Routed): boolean {
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
