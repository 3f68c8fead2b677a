// How urgent an alert is: one table from what happened, with the reason in words. Pure.

import type { FailureCode } from '@/lib/core/failure';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import type { AlertSeverity } from './alert';
import { type Happening, isOutageHappening, type OutageFacts, type TroubledServer } from './happening';

export interface JudgedSeverity {
  severity: AlertSeverity;
  /** One sentence with its stop. */
  reason: string;
}

const DOWN: JudgedSeverity = { severity: 'critical', reason: 'No MCP client can work with a server that is down.' };
const UNSTABLE: JudgedSeverity = {
  severity: 'high',
  reason: 'A server that comes and goes fails some of its callers.',
};
const DEGRADED: JudgedSeverity = { severity: 'high', reason: 'The server answers, but callers notice what is wrong.' };
const LATE: JudgedSeverity = { severity: 'medium', reason: 'Everything works, but callers have to wait.' };
const LOCKED: JudgedSeverity = {
  severity: 'medium',
  reason: 'The server answers; clients with a valid credential may still be served.',
};

/** The server works for those who wait. */
const WAITING: ReadonlySet<FailureCode | null> = new Set(['slow', 'throttled']);

/** What ends an outage is as urgent as the outage was, so that it takes the same route. */
export function alertSeverity(happening: Happening, now: UnixMs): JudgedSeverity {
  if (isOutageHappening(happening)) return outageSeverity(happening);
  switch (happening.event) {
    case 'credential_rejected':
      return { severity: 'high', reason: 'Our credential worked and stopped working.' };
    case 'token_expiring':
    case 'certificate_expiring':
      return expirySeverity(happening.expiresAt - now);
    case 'token_renewed':
    case 'certificate_renewed':
      return { severity: 'low', reason: 'It is good again.' };
    case 'drift_approved':
      return { severity: 'low', reason: 'Somebody has looked at it.' };
    case 'drift_breaking':
      return { severity: 'high', reason: 'Calls that worked before may fail now.' };
    case 'monitor_blind':
      return { severity: 'medium', reason: 'Nobody watched for a while.' };
    case 'monitor_late':
    case 'monitor_recovered':
      return { severity: 'high', reason: 'Trouble is noticed late, or not at all.' };
    case 'network_lost':
    case 'network_back':
      return { severity: 'critical', reason: 'Without a network nothing is watched.' };
    case 'digest':
      return { severity: 'low', reason: 'It gathers what could wait.' };
    case 'test':
      return { severity: 'low', reason: 'Nothing is wrong.' };
    default:
      return happening satisfies never;
  }
}

/** Certificates are told of a month before. */
const LONG_TIME_MS = 7 * DAY_MS;

function expirySeverity(leftMs: number): JudgedSeverity {
  if (leftMs <= 0) return { severity: 'high', reason: 'It has expired.' };
  if (leftMs <= LONG_TIME_MS) return { severity: 'medium', reason: 'There is time to renew it.' };
  return { severity: 'low', reason: 'There is more than a week to renew it.' };
}

function outageSeverity({ servers, isUnstable }: OutageFacts): JudgedSeverity {
  return isUnstable ? UNSTABLE : serverSeverity(worstServer(servers));
}

function serverSeverity({ status, reason }: TroubledServer): JudgedSeverity {
  switch (status) {
    case 'down':
      return DOWN;
    case 'degraded':
      return WAITING.has(reason?.code ?? null) ? LATE : DEGRADED;
    case 'locked':
      return LOCKED;
    default:
      return status satisfies never;
  }
}

const BADNESS = { locked: 1, degraded: 2, down: 3 } as const;

/** The one that others are named after where they differ; of equals the first. */
export function worstServer(servers: OutageFacts['servers']): TroubledServer {
  return servers.reduce((worst, server) => (BADNESS[server.status] > BADNESS[worst.status] ? server : worst));
}
