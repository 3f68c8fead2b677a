// What stands on every public page and around the list, in English.

export const page = {
  pages: 'Pages',
  announcement: 'Announcement',
  skip: 'Skip to content',
  untitled: 'Status',
  allServers: 'All servers',
  serversTitle: 'Servers',
  server: 'server',
  servers: 'servers',
  otherServers: 'Other servers',
  /** Stands between two instants. */
  to: ' to ',
  asOf: 'As of ',
  /** A zone follows. */
  timesIn: ', times in ',
  /** Of the links at the end. */
  more: 'More of this page',
  badge: 'Badge',
  calendar: 'Maintenance calendar',
  delayedTitle: 'Monitoring is delayed',
  mayBeOld: 'What this page says may no longer be true.',
  configBroken: 'The configuration has an error; the last good state keeps running. See the log.',
  wrongNow: 'What is wrong now',
  moreTroubled: (count: number) => `${count} more ${count === 1 ? 'server needs' : 'servers need'} attention`,
  notConfirmed: ' · first call, not confirmed yet',
  aboutTitle: 'How uptime is computed',
  about: [
    'Each server is called as an MCP client would call it: reach it, shake hands, list its tools; beside that its health URL is asked. Uptime is the share of judged time in which it answered: (up + degraded) ÷ (up + degraded + down).',
    'A server is down when several calls in a row have failed (three, unless set otherwise), counted from the first of them; a single lost call is no downtime. Time in maintenance, locked, paused or unknown, and time in which Rollcall itself did not run, is left out. Figures are rounded down, so 100% means no downtime at all. Days begin at midnight UTC.',
  ],
  blindTitle: (span: string) => `Rollcall itself did not run for ${span} of the last 90 days`,
  blind:
    'What the servers did meanwhile is not known. Such time is hatched in the bars and counts neither for nor against them.',
  moreGaps: (count: number) => `and ${count} more ${count === 1 ? 'gap' : 'gaps'}`,
};
