// The calendar of uptime, in English.

export const calendar = {
  tab: 'Uptime',
  title: 'Uptime by month',
  /** For search results. */
  description: (page: string) => `Uptime of every server of ${page}, day by day.`,
  descriptionOf: (server: string, page: string) => `Uptime of ${server} (${page}), day by day.`,
  titleOf: (server: string) => `Uptime of ${server}`,
  chooseServer: 'Servers',
  all: 'All servers',
  months: 'Months',
  caption: (month: string) => `Uptime of each day of ${month}`,
  previous: (month: string) => `← ${month}`,
  next: (month: string) => `${month} →`,
  ofMonth: (month: string, percent: string) => `${month}: ${percent} up`,
  noFigure: (month: string) => `${month}: no data`,
  utc: 'Days begin at midnight UTC. Figures are percent, rounded down.',
  troubled: 'Days with trouble',
  quiet: 'No trouble recorded in this month.',
  /** How much of a day a server was down. */
  down: (span: string) => `${span} down`,
  degraded: (span: string) => `${span} degraded`,
  locked: (span: string) => `${span} locked`,
};
