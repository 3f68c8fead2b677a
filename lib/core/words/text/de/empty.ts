// The page of a Rollcall that watches nothing yet, in German.
import type { empty as en } from '@/lib/core/words/text/en/empty';

export const empty: typeof en = {
  intro: [
    'Geben Sie Rollcall die ',
    ', die Ihr MCP-Client schon hat. Jeder Server darin wird einmal in der Minute aufgerufen und erscheint binnen Sekunden hier. Ein Neustart ist nicht nötig.',
  ],
  fileTitle: '1. Legen Sie Ihre mcp.json in den Ordner config',
  fileHint: [
    'Die Dateien von Amazon Q, Claude, Cursor, Kiro und VS Code werden gelesen, wie sie sind: ',
    ' neben Rollcall oder ',
    ' im Container. Tokens bleiben in der Umgebung.',
  ],
  fileSample: 'Beispiel einer mcp.json',
  containerTitle: '2. Im Container: den Ordner einhängen',
  containerHint: 'Hängen Sie den Ordner ein, nicht die Datei; nur so werden spätere Änderungen bemerkt.',
  dockerSample: 'Der Befehl für Docker',
  composeSample: 'Dasselbe für compose.yaml',
  watchTitle: '3. Diese Seite beobachten',
  watchHint: 'Sie erneuert sich von selbst. Ist eine Datei nicht lesbar, nennt das Protokoll Datei, Zeile und Abhilfe.',
};
