// An alert as our own JSON for webhooks, documented in docs/alerts.md. Receivers build on it: add fields, never rename or
// remove one.
import type { AlertMessage } from '@/lib/core/alert/alert';
import { SECOND_MS } from '@/lib/core/time';
import { isoText } from '@/lib/core/words/format';

/** Shape by the recommendation of Standard Webhooks: a dotted type, the time it came to pass, the data. */
export function webhookPayload(alert: AlertMessage) {
  const { since, resolvedAt, page } = alert;
  return {
    /** "outage.opened" for `outage_opened`. */
    type: alert.event.replace('_', '.'),
    timestamp: isoText(alert.at),
    data: {
      id: alert.id,
      severity: alert.severity,
      severityReason: alert.severityReason,
      repeat: alert.repeat,
      status: alert.status,
      isUnstable: alert.isUnstable,
      stage: alert.stage,
      code: alert.code,
      servers: alert.servers,
      since: since === null ? null : isoText(since),
      resolvedAt: resolvedAt === null ? null : isoText(resolvedAt),
      durationSeconds: since === null || resolvedAt === null ? null : Math.floor((resolvedAt - since) / SECOND_MS),
      firstLine: alert.firstLine,
      sentences: alert.sentences,
      links: alert.links,
      dedupKey: alert.dedupKey,
      page: { title: page.title, url: page.url },
    },
  };
}
