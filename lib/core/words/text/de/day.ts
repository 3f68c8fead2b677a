// The card of one day, in German.
import type { day as en } from '@/lib/core/words/text/en/day';

export const day: typeof en = {
  toolbar: (title) => `Tage von ${title}`,
  inUtc: (date) => `${date}, UTC`,
  soFar: (date) => `${date}, bis jetzt`,
  notWatched: 'An diesem Tag noch nicht beobachtet.',
  noData: 'Keine Daten für diesen Tag.',
  noDowntime: 'Kein Ausfall an diesem Tag.',
  up: (percent) => `${percent} verfügbar`,
  percentUp: (figure) => `${figure} Prozent verfügbar`,
  parts: {
    up: 'Verfügbar',
    degraded: 'Beeinträchtigt',
    down: 'Ausgefallen',
    locked: 'Gesperrt',
    maintenance: 'Wartung',
    gap: 'Keine Daten',
    rest: 'Nicht beobachtet',
  },
  aloud: {
    up: 'verfügbar',
    degraded: 'beeinträchtigt',
    down: 'ausgefallen',
    locked: 'gesperrt',
    maintenance: 'in Wartung',
    gap: 'ohne Daten',
    rest: 'nicht beobachtet',
  },
  outages: (count) => (count === 1 ? '1 Ausfall' : `${count} Ausfälle`),
  outage: (from, to, span) => `${from} bis ${to}, ${span}`,
  ongoing: (from, span) => `seit ${from}, bisher ${span}`,
  moreOutages: (count) => `und ${count} ${count === 1 ? 'weiterer' : 'weitere'}`,
  maintenance: (title) => `Wartung: ${title}`,
  loading: 'Lädt …',
};
