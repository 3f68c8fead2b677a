// What the bars say, in German.
import type { bars as en } from '@/lib/core/words/text/en/bars';

export const bars: typeof en = {
  layers: {
    up: 'Verfügbar',
    rest: 'Noch nicht beobachtet',
    gap: 'Keine Daten',
    maintenance: 'Wartung',
    locked: 'Gesperrt',
    degraded: 'Beeinträchtigt',
    down: 'Ausgefallen',
  },
  legend: 'Legende der Balken',
  todaySoFar: 'Heute bisher',
  heading: 'Verfügbarkeit, 90 Tage',
  aloud: 'Verfügbarkeit über 90 Tage: ',
  noData: 'keine Daten',
  today: 'Heute',
  days: (count) => `${count} Tage`,
  noUptimeYet: (span) => `${span}: noch keine Verfügbarkeit bekannt`,
  percentUptime: (figure) => `${figure} Prozent verfügbar`,
  noDowntime: 'keine Ausfälle',
  downDays: (count, worst) => `${count} ${count === 1 ? 'Tag' : 'Tage'} mit Ausfällen, am schlimmsten ${worst}`,
  gapDays: (count) => `${count} ${count === 1 ? 'Tag' : 'Tage'} mit Lücken in der Aufzeichnung`,
};
