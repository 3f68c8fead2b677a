// An alert as every channel gets it: already worded, plain data that can be stored and sent. Knows no channel, and nothing
// of how it is routed or delivered.
import type { FailureCode, Stage } from '@/lib/core/failure';
import type { OutageStatus } from '@/lib/core/history/outage';
import type { PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';

/** What is told. Stored, matched by routes and sent to receivers: add to them, never rename one. */
export const ALERT_EVENTS = [
  'outage_opened',
  'outage_worsened',
  'outage_acknowledged', // somebody took it: reminders stop
  'outage_resolved',
  'credential_rejected',
  'token_expiring', // also once it has expired
  'token_renewed',
  'certificate_expiring', // also once it has expired
  'certificate_renewed',
  'drift_breaking',
  'drift_approved', // somebody takes the changed tools for good
  'monitor_blind', // Rollcall did not run, and runs again
  'monitor_late', // Rollcall runs, but behind its schedule
  'monitor_recovered',
  'network_lost',
  'network_back',
  'digest',
  'test',
] as const;
export type AlertEvent = (typeof ALERT_EVENTS)[number];

/** Worst first. */
export const ALERT_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

export interface AlertServer {
  slug: string;
  title: string;
  group: string | null;
}

/** Addresses a reader may open; null where there is nothing to open, or no public address is known. */
export interface AlertLinks {
  /** The server's page; of the first one when there are several. */
  server: string | null;
  incident: string | null;
  /** Signed: whoever holds it may acknowledge. */
  acknowledge: string | null;
  /** Signed. */
  snooze: string | null;
}

/** Alerts are in English whatever the pages speak. */
export type AlertNaming = Pick<PageSettings, 'title' | 'timezone'>;

export interface AlertPage extends AlertNaming {
  /** Null when no public address is known. */
  url: string | null;
}

export interface AlertMessage {
  /** One happening, the same in every attempt and on every channel, so that receivers can drop doubles: `[\w-]{1,100}`. */
  id: string;
  event: AlertEvent;
  severity: AlertSeverity;
  /** Why it has this severity, in one sentence. */
  severityReason: string;
  /** How often it was told before; 0 for the first time. */
  repeat: number;
  /** Of the outage; the worst one where servers differ, what it was for a resolved one. Null when it is about none. */
  status: OutageStatus | null;
  /** The server changes too often to be called up or down. */
  isUnstable: boolean;
  stage: Stage | null;
  code: FailureCode | null;
  /** Empty when it is about Rollcall itself, several when a group failed together. */
  servers: AlertServer[];
  /** When it came to pass, as far as Rollcall knows. */
  at: UnixMs;
  /** Start of the outage or of the stretch of time that is told of; null for an instant. */
  since: UnixMs | null;
  /** End of it; null while it lasts. */
  resolvedAt: UnixMs | null;
  /** The line a lock screen shows: at most 120 characters, times in the page's zone, no trailing stop. */
  firstLine: string;
  /** Whole sentences with their stops, one line each, the most important first; at most 60. */
  sentences: string[];
  links: AlertLinks;
  /** The same for everything that is told of one outage: `[\x21-\x7e]{1,255}`. */
  dedupKey: string;
  page: AlertPage;
}

/** What an alert does to the matter it is about: the alerts of one `dedupKey`. */
export type Part =
  | 'begins'
  | 'goes_on'
  | 'ends'
  /** It is told once, and nothing follows. */
  | 'alone';

const PARTS: Record<AlertEvent, Part> = {
  outage_opened: 'begins',
  outage_worsened: 'goes_on',
  outage_acknowledged: 'goes_on',
  outage_resolved: 'ends',
  credential_rejected: 'begins',
  token_expiring: 'begins',
  token_renewed: 'ends',
  certificate_expiring: 'begins',
  certificate_renewed: 'ends',
  drift_breaking: 'begins',
  drift_approved: 'ends',
  monitor_blind: 'alone',
  monitor_late: 'begins',
  monitor_recovered: 'ends',
  network_lost: 'begins',
  network_back: 'ends',
  digest: 'alone',
  test: 'alone',
};

export function partOf(event: AlertEvent): Part {
  return PARTS[event];
}

/** It ends what an earlier one of its `dedupKey` began. */
export function endsTrouble(event: AlertEvent): boolean {
  return partOf(event) === 'ends';
}

/** A server's trouble, which somebody can take on, and which is told again while nobody does. */
export function isServerTrouble(event: AlertEvent): boolean {
  return event === 'outage_opened' || event === 'outage_worsened' || event === 'credential_rejected';
}
