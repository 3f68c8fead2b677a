// Pages that could not be found or made, in German.
import type { errors as en } from '@/lib/core/words/text/en/errors';

export const errors: typeof en = {
  notFoundTab: 'Nicht gefunden',
  notFound: 'Auf diesen Namen hört hier niemand.',
  notFoundHint:
    'Vielleicht ist die Adresse falsch geschrieben, oder der Server wurde umbenannt, ausgeblendet oder von der Liste genommen. Die Adresse eines Servers endet mit seinem Namen in Kleinbuchstaben, zum Beispiel',
  broken: 'Diese Seite kann nicht gezeigt werden.',
  brokenHint:
    'Der Fehler liegt bei Rollcall selbst und sagt nichts über die Server. Alle 15 Sekunden wird es noch einmal versucht.',
  logHas: (digest) => `Die Ursache steht im Protokoll unter ${digest}.`,
  allServers: 'Alle Server',
  tryAgain: 'Noch einmal versuchen',
  lost: (clock) => `Rollcall ist nicht erreichbar. Was Sie sehen, ist von ${clock} Uhr.`,
};
