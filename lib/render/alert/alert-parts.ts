// The parts of an alert that channels lay out in their own way: facts, links, colour and mark. Knows no vendor's markup;
// texts are safe single lines, to be escaped where they are put.
import { type AlertMessage, type AlertSeverity, endsTrouble } from '@/lib/core/alert/alert';
import type { UnixMs } from '@/lib/core/time';
import { clockText, dayText, durationText, listText } from '@/lib/core/words/format';
import { safeText } from '@/lib/core/words/safe-text';
import { stageName } from '@/lib/core/words/stage-text';

export interface AlertFact {
  label: string;
  value: string;
}

export interface AlertLink {
  label: string;
  url: string;
}

/** How the whole message is tinted; `over`: what was wrong is right again. */
export type AlertTint = AlertSeverity | 'over';

const TITLE_LIMIT = 60;

export function alertTint(alert: AlertMessage): AlertTint {
  return endsTrouble(alert.event) ? 'over' : alert.severity;
}

/** What stands beside the sentences; facts that are not known are left out. */
export function alertFacts(alert: AlertMessage): AlertFact[] {
  const { stage, since, resolvedAt } = alert;
  const facts: (AlertFact | null)[] = [
    { label: 'Severity', value: alert.severity },
    serverFact(alert),
    groupFact(alert),
    stage === null ? null : { label: 'Stage', value: stageName(stage).toLowerCase() },
    since === null ? null : { label: 'Since', value: momentText(since, alert) },
    since === null || resolvedAt === null ? null : { label: 'Lasted', value: durationText(resolvedAt - since) },
  ];
  return facts.filter((fact) => fact !== null);
}

/** What a reader may open, the most useful first; the page itself when there is nothing nearer. */
export function alertLinks({ links, page, event }: AlertMessage): AlertLink[] {
  const isOpen = !endsTrouble(event) && event !== 'outage_acknowledged';
  const known = [
    { label: 'Open incident', url: links.incident },
    { label: 'Open server', url: links.server },
    { label: 'Acknowledge', url: isOpen ? links.acknowledge : null },
    { label: 'Snooze', url: isOpen ? links.snooze : null },
  ].flatMap(({ label, url }) => (url === null ? [] : [{ label, url }]));
  return known.length === 0 && page.url !== null ? [{ label: 'Open page', url: page.url }] : known;
}

/** "Acme tools", fit for a line. */
export function pageTitle({ page }: AlertMessage): string {
  return shown(page.title) || 'Rollcall';
}

function serverFact({ servers }: AlertMessage): AlertFact | null {
  if (servers.length === 0) return null;
  const titles = servers.map(({ title, slug }) => shown(title) || slug);
  return { label: titles.length === 1 ? 'Server' : 'Servers', value: listText(titles, 5) };
}

function groupFact({ servers: [first, ...others] }: AlertMessage): AlertFact | null {
  const group = first?.group ?? null;
  if (group === null || others.some((server) => server.group !== group)) return null;
  const value = shown(group);
  return value === '' ? null : { label: 'Group', value };
}

/** A message may be read days later. */
function momentText(at: UnixMs, { page: { timezone } }: AlertMessage): string {
  return `${dayText(at, timezone)}, ${clockText(at, timezone)} (${timezone})`;
}

/** Empty for a name of nothing but unseen marks; receivers refuse empty texts. */
function shown(name: string): string {
  return safeText(name, TITLE_LIMIT);
}
