// What stands on every public page and around the list, in German.
import type { page as en } from '@/lib/core/words/text/en/page';

export const page: typeof en = {
  pages: 'Seiten',
  announcement: 'Mitteilung',
  skip: 'Zum Inhalt springen',
  untitled: 'Status',
  allServers: 'Alle Server',
  serversTitle: 'Server',
  server: 'Server',
  servers: 'Server',
  otherServers: 'Weitere Server',
  to: ' bis ',
  asOf: 'Stand: ',
  timesIn: ', Zeiten in ',
  more: 'Mehr zu dieser Seite',
  badge: 'Badge',
  calendar: 'Wartungskalender',
  delayedTitle: 'Die Überwachung ist verzögert',
  mayBeOld: 'Was diese Seite sagt, stimmt womöglich nicht mehr.',
  configBroken: 'Die Konfiguration hat einen Fehler; der letzte gute Stand läuft weiter. Näheres im Protokoll.',
  wrongNow: 'Was gerade nicht stimmt',
  moreTroubled: (count) =>
    count === 1 ? '1 weiterer Server braucht Aufmerksamkeit' : `${count} weitere Server brauchen Aufmerksamkeit`,
  notConfirmed: ' · erster Aufruf, noch nicht bestätigt',
  aboutTitle: 'Wie die Verfügbarkeit berechnet wird',
  about: [
    'Jeder Server wird so aufgerufen, wie ein MCP-Client es täte: verbinden, Handshake, Tools auflisten; daneben wird seine Health-URL abgefragt. Verfügbarkeit ist der Anteil der beurteilten Zeit, in der er geantwortet hat: (verfügbar + beeinträchtigt) ÷ (verfügbar + beeinträchtigt + ausgefallen).',
    'Ein Server gilt als ausgefallen, wenn mehrere Aufrufe hintereinander gescheitert sind (drei, wenn nichts anderes eingestellt ist), gerechnet ab dem ersten; ein einzelner verlorener Aufruf ist kein Ausfall. Wartung, gesperrte, pausierte und unbekannte Zeit und Zeit, in der Rollcall selbst nicht lief, zählen nicht mit. Die Zahlen sind abgerundet: 100 % heißt, dass es keinen Ausfall gab. Tage beginnen um Mitternacht UTC.',
  ],
  blindTitle: (span) => `Rollcall selbst lief in den letzten 90 Tagen nicht durchgehend; es fehlen: ${span}`,
  blind:
    'Was die Server in dieser Zeit taten, ist nicht bekannt. Sie ist in den Balken schraffiert und zählt weder für noch gegen sie.',
  moreGaps: (count) => (count === 1 ? 'und 1 weitere Lücke' : `und ${count} weitere Lücken`),
};
