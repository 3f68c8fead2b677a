// How to be told, in English. A text that surrounds code comes in the parts around it.

export const subscribe = {
  tab: 'Subscribe',
  title: 'Be told when something changes',
  /** For search results. */
  description: (page: string) => `Feeds, a calendar, a badge and JSON: be told when something changes at ${page}.`,
  feeds: 'Feeds',
  feedsHint: 'Incidents and maintenance, one entry each that grows with its updates. For any feed reader.',
  slack: 'Slack',
  slackHint: 'Post this in a channel; new entries appear there within minutes:',
  calendar: 'Calendar',
  calendarHint: 'Planned maintenance for Outlook, Google or Apple calendars. Subscribe to it by its address:',
  badge: 'Badge',
  badgeHint: 'The present state for a README or a wiki:',
  programs: 'Programs',
  programsHint: 'The same as JSON, in the shape of Statuspage and in our own, and as Markdown for agents:',
  alerts: 'Alerts',
  alertsHint:
    'Whoever runs this page can send alerts to a webhook, e-mail, Slack, Teams, Discord, PagerDuty or ntfy: see docs/alerts.md of Rollcall.',
  oneServer: 'One server only: its own feed is linked on its page.',
};
