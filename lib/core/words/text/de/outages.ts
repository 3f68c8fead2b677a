// What became of outages and of the network, in German.
import type { outages as en } from '@/lib/core/words/text/en/outages';

export const outages: typeof en = {
  unstable: 'Instabil',
  unstableNow: (changes) => `Antwortet und fällt wieder aus: ${changes} Wechsel in der letzten Stunde.`,
  unstableCalming:
    'Antwortete und fiel abwechselnd aus; nach einer halben Stunde ohne Wechsel gilt er wieder als stabil.',
  course: (steps) => `${steps} Schritte`,
  networkLost: 'Rollcall erreicht das Netz nicht',
  networkLostSince: 'Kein Server außerhalb dieses Rechners hat geantwortet seit ',
  networkLostMeans:
    'Wie es den Servern geht, weiß also niemand; diese Zeit zählt weder als verfügbar noch als Ausfall.',
};
