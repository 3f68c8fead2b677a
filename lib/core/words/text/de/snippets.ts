// What stands around the lines to copy on a server's page, in German.
import type { snippets as en } from '@/lib/core/words/text/en/snippets';

export const snippets: typeof en = {
  badge: 'Badge',
  badgeFact: 'für eine README',
  kind: 'Zeigt',
  kinds: { status: 'Zustand', uptime: 'Verfügbarkeit', latency: 'Antwortzeit', tools: 'Tools' },
  period: 'Über',
  style: 'Stil',
  label: 'Beschriftung',
  labelHint: 'wie Rollcall es nennt',
  color: 'Farbe',
  labelColor: 'Farbe der Beschriftung',
  colorHint: 'Name oder #rrggbb',
  make: 'Badge erzeugen',
  preview: 'So sieht es aus:',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Bitte markieren und von Hand kopieren',
  connect: 'Verbinden',
  connectFact: 'für die Konfiguration eines Clients',
  connectPublic: 'Das gehört in die Konfiguration Ihres Clients.',
  connectShape:
    'Die Form eines Eintrags. Rollcall veröffentlicht die Adresse dieses Servers nicht: Fragen Sie die Betreiber danach und setzen Sie sie ein.',
  connectCredential: 'Er verlangt Zugangsdaten: Legen Sie Ihre in eine Variable, nicht in die Datei.',
  clients: { mcpServers: 'mcp.json (die meisten Clients)', vscode: 'VS Code' },
};
