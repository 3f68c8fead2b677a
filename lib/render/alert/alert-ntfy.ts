// An alert for ntfy, published as JSON. ntfy reads no markup unless asked to.
// Source: binwiederhier/ntfy, docs/publish.md ("Publish as JSON", "Action buttons", "Limitations").
import type { AlertMessage, AlertSeverity } from '@/lib/core/alert/alert';
import { linesWithin, utf8Bytes } from './alert-bounds';
import { type AlertTint, alertFacts, alertLinks, alertTint, pageTitle } from './alert-parts';

/** A longer message becomes an attachment, which no lock screen shows; ntfy's own limit is 4,096. */
const MESSAGE_LIMIT_BYTES = 3_500;
const ACTION_LIMIT = 3;

/** 5 rings through "do not disturb", 2 makes no sound. */
const PRIORITIES: Record<AlertSeverity, number> = { critical: 5, high: 4, medium: 3, low: 2 };

/** Names of emoji (ntfy, docs/emojis.md). */
const TAGS: Record<AlertTint, string> = {
  critical: 'rotating_light',
  high: 'warning',
  medium: 'yellow_circle',
  low: 'information_source',
  over: 'white_check_mark',
};

export function ntfyMessage(alert: AlertMessage, topic: string) {
  const tint = alertTint(alert);
  const links = alertLinks(alert);
  const facts = [...alertFacts(alert).map(({ label, value }) => `${label}: ${value}`), pageTitle(alert)].join(' · ');
  const lines = linesWithin(alert.sentences, MESSAGE_LIMIT_BYTES - utf8Bytes(facts), utf8Bytes);
  return {
    topic,
    title: alert.firstLine,
    message: [...lines, facts].join('\n'),
    // Good news need not wake anybody.
    priority: tint === 'over' ? Math.min(3, PRIORITIES[alert.severity]) : PRIORITIES[alert.severity],
    tags: [TAGS[tint]],
    ...(links[0] && { click: links[0].url }),
    ...(links.length > 0 && {
      actions: links.slice(-ACTION_LIMIT).map(({ label, url }) => ({ action: 'view', label, url })),
    }),
  };
}
