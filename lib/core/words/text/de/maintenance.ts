// Planned work, in German.
import type { maintenance as en } from '@/lib/core/words/text/en/maintenance';

export const maintenance: typeof en = {
  underWayLabel: 'Laufende Wartung',
  plannedLabel: 'Geplante Wartung',
  label: 'Wartung',
  underWay: 'Läuft, ',
  planned: 'Geplant, ',
  inZone: ' in ',
  plannedAs: ', geplant als ',
  laterUntil: (count) => `, und ${count === 1 ? 'noch einmal' : `noch ${count}-mal`} bis `,
  concernsAll: 'Betrifft alle Server.',
  concerns: (names) => `Betrifft ${names}.`,
};
