// How to be told, in German.
import type { subscribe as en } from '@/lib/core/words/text/en/subscribe';

export const subscribe: typeof en = {
  tab: 'Abonnieren',
  title: 'Erfahren, wenn sich etwas ändert',
  description: (page) => `Feeds, Kalender, Badge und JSON: erfahren, wenn sich bei ${page} etwas ändert.`,
  feeds: 'Feeds',
  feedsHint: 'Störungen und Wartungen, je ein Eintrag, der mit seinen Meldungen wächst. Für jeden Feedreader.',
  slack: 'Slack',
  slackHint: 'Geben Sie dies in einem Kanal ein; neue Einträge erscheinen dort binnen Minuten:',
  calendar: 'Kalender',
  calendarHint: 'Geplante Wartung für Kalender von Outlook, Google oder Apple. Abonnieren Sie diese Adresse:',
  badge: 'Badge',
  badgeHint: 'Der aktuelle Zustand für eine README oder ein Wiki:',
  programs: 'Programme',
  programsHint: 'Dasselbe als JSON, in der Form von Statuspage und in unserer eigenen, und als Markdown für Agenten:',
  alerts: 'Benachrichtigungen',
  alertsHint:
    'Wer diese Seite betreibt, kann Webhook, E-Mail, Slack, Teams, Discord, PagerDuty oder ntfy benachrichtigen lassen: siehe docs/alerts.md von Rollcall.',
  oneServer: 'Nur ein Server: Auf seiner Seite steht sein eigener Feed.',
};
