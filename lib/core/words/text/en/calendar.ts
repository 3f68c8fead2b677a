// The calendar of uptime, in English.

export const calendar = {
  tab: 'Uptime',
  title: 'Uptime by month',
  titleOf: (server: string) => `Uptime of ${server}`,
  chooseServer: 'Servers',
  all: 'All servers',
  months: 'Months',
  caption: (month: string) => `Uptime of each day of ${month}`,
  previous: (month: string) => `← ${month}`,
  next: (month: string) => `${month} →`,
  ofMonth: (month: string, percent: string) => `${month}: ${percent} up`,
  noFigure: (month: string) => `${month}: nothing judged`,
  utc: 'Days begin at midnight UTC. Figures are percent, rounded down.',
  troubled: 'Days with trouble',
  quiet: 'No trouble recorded in this month.',
  /** How much of a day a server was down. */
  down: (span: string) => `${span} down`,
  degraded: (span: string) => `${span} degraded`,
  locked: (span: string) => `${span} locked`,
};
