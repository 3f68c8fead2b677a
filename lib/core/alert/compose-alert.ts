// From what came to pass to the message that channels get: words, severity, key and links put together. Pure.

import type { UnixMs } from '@/lib/core/time';
import type { AlertLinks, AlertMessage, AlertPage, AlertServer } from './alert';
import { endedOtherwise } from './alert-ending';
import { alertKey } from './alert-key';
import { alertSeverity, worstServer } from './alert-severity';
import { alertWords } from './alert-words';
import { type Happening, isOutageHappening, type OutageHappening } from './happening';

export interface AlertContext {
  /** See AlertMessage. */
  id: string;
  page: AlertPage;
  links: AlertLinks;
  /** When the message is written. */
  now: UnixMs;
  /** 0 for the first time; reminders count up. */
  repeat: number;
}

export function composeAlert(happening: Happening, { id, page, links, now, repeat }: AlertContext): AlertMessage {
  const { severity, reason } = alertSeverity(happening, now);
  const message: AlertMessage = {
    id,
    event: happening.event,
    severity,
    severityReason: reason,
    repeat,
    ...troubleOf(happening),
    servers: serversOf(happening),
    ...timesOf(happening, now),
    ...alertWords(happening, { page, now, repeat }),
    links,
    dedupKey: alertKey(happening, now),
    page,
  };
  const ending = happening.event === 'outage_resolved' ? happening.ending : undefined;
  return ending === undefined ? message : endedOtherwise(message, ending);
}

function troubleOf(happening: Happening): Pick<AlertMessage, 'status' | 'isUnstable' | 'stage' | 'code'> {
  if (!isOutageHappening(happening)) return { status: null, isUnstable: false, stage: null, code: null };
  const { status, reason } = worstServer(happening.servers);
  return {
    status,
    isUnstable: happening.isUnstable,
    stage: reason?.stage ?? null,
    code: reason?.code ?? null,
  };
}

function serversOf(happening: Happening): AlertServer[] {
  const servers =
    'servers' in happening ? happening.servers : 'server' in happening ? [happening.server] : ([] as const);
  return servers.map(({ slug, title, group }) => ({ slug, title, group }));
}

type Times = Pick<AlertMessage, 'at' | 'since' | 'resolvedAt'>;

function timesOf(happening: Happening, now: UnixMs): Times {
  if (isOutageHappening(happening)) return outageTimes(happening);
  switch (happening.event) {
    case 'credential_rejected': {
      const { rejectedSince } = happening.refused;
      return { at: rejectedSince, since: rejectedSince, resolvedAt: null };
    }
    case 'drift_approved':
      return { at: happening.approvedAt, since: null, resolvedAt: happening.approvedAt };
    case 'drift_breaking':
      return { at: happening.seenAt, since: null, resolvedAt: null };
    case 'monitor_blind':
      return { at: happening.endAt, since: happening.startAt, resolvedAt: happening.endAt };
    case 'monitor_late':
      return { at: now, since: happening.since, resolvedAt: null };
    case 'monitor_recovered':
    case 'network_lost':
      return { at: happening.since, since: happening.since, resolvedAt: null };
    case 'network_back':
      return { at: happening.backAt, since: happening.since, resolvedAt: happening.backAt };
    case 'digest':
      return { at: now, since: happening.since, resolvedAt: null };
    case 'token_renewed':
    case 'certificate_renewed':
      return { at: now, since: null, resolvedAt: now };
    case 'token_expiring':
    case 'certificate_expiring':
    case 'test':
      return { at: now, since: null, resolvedAt: null };
    default:
      return happening satisfies never;
  }
}

function outageTimes(happening: OutageHappening): Times {
  const { since } = happening;
  switch (happening.event) {
    case 'outage_opened':
      return { at: since, since, resolvedAt: null };
    case 'outage_worsened':
      return { at: happening.changedAt, since, resolvedAt: null };
    case 'outage_acknowledged':
      return { at: happening.acknowledgedAt, since, resolvedAt: null };
    case 'outage_resolved':
      return { at: happening.resolvedAt, since, resolvedAt: happening.resolvedAt };
    default:
      return happening satisfies never;
  }
}
