// What the latency chart of a server says, in German.
import type { chart as en } from '@/lib/core/words/text/en/chart';

export const chart: typeof en = {
  title: 'Antwortzeit',
  parts: { total: 'Gesamt', reach: 'Verbindung', handshake: 'Handshake', tools: 'Tools' },
  ranges: { '24h': '24 Stunden', '90d': '90 Tage' },
  partsLabel: 'Was gemessen wird',
  rangesLabel: 'Über welche Zeit',
  fact: (p50, p95, range) => `Median ${p50}, p95 ${p95}, letzte ${range}`,
  nothing: (range) => `In den letzten ${range} wurde nichts gemessen.`,
  heading: (part, range) => `Antwortzeit der letzten ${range}: ${part}`,
  description: (from, to, outages) =>
    `${from} bis ${to}. ${outages === 0 ? 'Keine Ausfälle' : `${outages} ${outages === 1 ? 'Ausfall' : 'Ausfälle'}`} in dieser Zeit. Die Zahlen stehen in der Tabelle darunter.`,
  lines: 'Durchgezogen: Median. Gepunktet: 95. Perzentil. Hinterlegt: Ausfälle und Wartung.',
  hoursIn: (zone) => `Stunden in ${zone}.`,
  figures: 'Zahlen zeigen',
  caption: (part, range) => `Antwortzeit nach ${range === '24h' ? 'Stunden' : 'Tagen'}: ${part}`,
  heads: { hour: 'Stunde', day: 'Tag', p50: 'Median', p95: '95. Perzentil' },
  noData: 'keine Daten',
  crosshair: 'Antwortzeit zu einem Zeitpunkt; Pfeiltasten bewegen die Linie',
  reading: (when, p50, p95) => `${when}: Median ${p50}, 95. Perzentil ${p95}`,
  noReading: (when) => `${when}: keine Daten`,
};
