// The calendar of uptime, in German.
import type { calendar as en } from '@/lib/core/words/text/en/calendar';

export const calendar: typeof en = {
  tab: 'Verfügbarkeit',
  title: 'Verfügbarkeit nach Monaten',
  description: (page) => `Verfügbarkeit aller Server von ${page}, Tag für Tag.`,
  descriptionOf: (server, page) => `Verfügbarkeit von ${server} (${page}), Tag für Tag.`,
  titleOf: (server) => `Verfügbarkeit von ${server}`,
  chooseServer: 'Server',
  all: 'Alle Server',
  months: 'Monate',
  caption: (month) => `Verfügbarkeit an jedem Tag, ${month}`,
  previous: (month) => `← ${month}`,
  next: (month) => `${month} →`,
  ofMonth: (month, percent) => `${month}: ${percent} verfügbar`,
  noFigure: (month) => `${month}: keine Daten`,
  utc: 'Tage beginnen um Mitternacht UTC. Zahlen sind Prozent, abgerundet.',
  troubled: 'Tage mit Störungen',
  quiet: 'Keine Störungen in diesem Monat.',
  down: (span) => `${span} ausgefallen`,
  degraded: (span) => `${span} beeinträchtigt`,
  locked: (span) => `${span} gesperrt`,
};
