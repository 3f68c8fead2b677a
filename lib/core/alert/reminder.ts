// Who is reminded now of a trouble that nobody has taken on, and who is told because nobody has. Decides by what was told,
// so that a restart neither forgets a reminder nor doubles one. Pure.
import type { UnixMs } from '@/lib/core/time';
import type { AlertSeverity } from './alert';
import { type Alerting, type AlertRoute, matches, type Routed } from './alert-route';
import { quietUntil } from './quiet-hours';

export interface OpenTrouble {
  openedAt: UnixMs;
  acknowledgedAt: UnixMs | null;
  snoozedUntil: UnixMs | null;
  /** By channel: when it was told last. */
  toldAt: ReadonlyMap<string, UnixMs>;
  /** As it was told last. */
  alert: Routed;
}

/** Names of channels, in the order of the configuration. */
export function dueReminders(
  trouble: OpenTrouble,
  { channels, routes }: Omit<Alerting, 'page'>,
  now: UnixMs,
): string[] {
  const { acknowledgedAt, snoozedUntil, toldAt, alert } = trouble;
  if (acknowledgedAt !== null || (snoozedUntil !== null && now < snoozedUntil)) return [];
  const due = new Set<string>();
  for (const route of routes ?? []) {
    if (!matches(route, alert) || isHeldNow(route, alert.severity, now)) continue;
    for (const channel of dueByRoute(route, trouble, now)) due.add(channel);
  }
  // Whoever puts a trouble off wants to hear of it then.
  for (const [channel, at] of toldAt) if (snoozedUntil !== null && at < snoozedUntil) due.add(channel);
  return channels.filter((channel) => due.has(channel));
}

function dueByRoute({ to, repeatMs, escalate }: AlertRoute, { openedAt, toldAt }: OpenTrouble, now: UnixMs): string[] {
  const isEscalated = escalate !== undefined && now >= openedAt + escalate.afterMs;
  const escalated = isEscalated ? escalate.to : [];
  const repeated = [...to, ...escalated].filter((channel) => {
    const at = toldAt.get(channel);
    return repeatMs !== undefined && at !== undefined && now >= at + repeatMs;
  });
  return [...repeated, ...escalated.filter((channel) => !toldAt.has(channel))];
}

/** What waits for the morning, or for a digest, is not repeated meanwhile. */
function isHeldNow({ quiet, digest }: AlertRoute, severity: AlertSeverity, now: UnixMs): boolean {
  if (digest?.severities.includes(severity)) return true;
  return quiet?.severities.includes(severity) === true && quietUntil(quiet, now) !== null;
}
