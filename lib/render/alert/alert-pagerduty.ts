// An alert as an event for PagerDuty's Events API v2.
// Source: PagerDuty/developer-docs, docs/events-API-v2/02-Trigger-Events.md.
import { type AlertEvent, type AlertMessage, type AlertSeverity, endsTrouble } from '@/lib/core/alert/alert';
import { isoText } from '@/lib/core/words/format';
import { jsonBytes, linesWithin } from './alert-bounds';
import { alertLinks, pageTitle } from './alert-parts';

/** PagerDuty takes 512 KB; nobody reads as much on a phone. */
const DETAILS_LIMIT_BYTES = 16 * 1024;

export type PagerdutyAction = 'trigger' | 'acknowledge' | 'resolve';

const SEVERITIES: Record<AlertSeverity, 'critical' | 'error' | 'warning' | 'info'> = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
};

export function pagerdutyEvent(alert: AlertMessage, routingKey: string) {
  const action = pagerdutyAction(alert.event);
  const event = { routing_key: routingKey, event_action: action, dedup_key: alert.dedupKey };
  if (action !== 'trigger') return event;
  const [first, ...others] = alert.servers;
  return {
    ...event,
    payload: {
      summary: alert.firstLine,
      source: first?.slug ?? 'rollcall',
      severity: SEVERITIES[alert.severity],
      timestamp: isoText(alert.at),
      class: alert.code ?? alert.event,
      ...(alert.stage !== null && { component: alert.stage }),
      ...(first && first.group !== null && { group: first.group }),
      custom_details: {
        details: linesWithin(alert.sentences, DETAILS_LIMIT_BYTES, jsonBytes).join('\n'),
        severity: alert.severityReason,
        ...(others.length > 0 && { servers: alert.servers.map(({ slug }) => slug).slice(0, 100) }),
      },
    },
    links: alertLinks(alert).map(({ label, url }) => ({ href: url, text: label })),
    client: pageTitle(alert),
    ...(alert.page.url !== null && { client_url: alert.page.url }),
  };
}

function pagerdutyAction(event: AlertEvent): PagerdutyAction {
  if (endsTrouble(event)) return 'resolve';
  return event === 'outage_acknowledged' ? 'acknowledge' : 'trigger';
}
