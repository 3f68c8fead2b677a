// What is wrong with one server and what its users notice, in German.
import type { explain as en } from '@/lib/core/words/text/en/explain';

export const explain: typeof en = {
  titles: {
    dns_not_found: 'hat keine Adresse',
    dns_failed: 'lässt sich im DNS nicht nachschlagen',
    refused: 'lehnt die Verbindung ab',
    unreachable: 'ist nicht erreichbar',
    reset: 'bricht die Verbindung ab',
    connect_timeout: 'nimmt keine Verbindung an',
    blocked: 'darf von hier nicht aufgerufen werden',
    tls_expired: 'zeigt ein abgelaufenes Zertifikat',
    tls_not_yet_valid: 'zeigt ein Zertifikat, das noch nicht gilt',
    tls_untrusted: 'zeigt ein Zertifikat, für das niemand bürgt',
    tls_wrong_host: 'zeigt ein Zertifikat auf einen anderen Namen',
    tls_failed: 'ist über TLS nicht erreichbar',
    http_not_found: 'ist unter seiner Adresse nicht zu finden',
    http_client_error: 'weist die Anfrage zurück',
    http_server_error: 'meldet einen Serverfehler',
    throttled: 'weist zu häufige Anfragen ab',
    redirected: 'schickt Anfragen woandershin',
    http_invalid: 'spricht kein HTTP',
    command_not_found: 'lässt sich nicht starten',
    command_failed: 'lässt sich nicht starten',
    exited: 'beendet sich, bevor er antwortet',
    timeout: 'antwortet nicht rechtzeitig',
    too_large: 'antwortet mit mehr, als ein Client annimmt',
    stream_ended: 'legt auf, bevor er antwortet',
    flooded: 'überschüttet seine Clients mit Anfragen',
    unauthorized: 'weist unsere Zugangsdaten zurück',
    forbidden: 'verbietet uns den Aufruf',
    not_mcp: 'antwortet, aber nicht in MCP',
    bad_json: 'antwortet mit kaputtem JSON',
    bad_answer: 'antwortet gegen das Protokoll',
    rpc_error: 'antwortet mit einem Fehler',
    version_unsupported: 'spricht keine Protokollversion, die wir kennen',
    session_lost: 'verliert sofort seine Sitzung',
    tools_invalid: 'listet Tools, die kein Client gebrauchen kann',
    tools_duplicate: 'listet ein Tool doppelt',
    tools_missing: 'listet nicht alle Tools, die er haben sollte',
    tools_incomplete: 'bricht seine Tool-Liste ab',
    tools_empty: 'listet keine Tools',
    dependency_failed: 'hat eine gestörte Abhängigkeit',
    health_failed: 'meldet, dass es ihm nicht gut geht',
    canary_failed: 'listet seine Tools, scheitert aber beim Ausführen',
    slow: 'antwortet langsam',
  },
  refusesHandshake: 'verweigert den Handshake',
  isStatus: (title, status) => `${title}: ${status.toLowerCase()}`,
  since: (status, when, span) => `${status} seit ${when}, Dauer ${span}`,
  healthUrl: 'Health-URL',
  tools: { one: 'Tool', many: 'Tools' },
  throttledNote: 'Gedrosselt: Er bittet um seltenere Aufrufe, der nächste wartet daher.',
  askedAgainNote: 'Letzten Aufruf versäumt, wird noch einmal gefragt.',
  maintenanceNote: 'Geplante Wartung: Aufrufe, die jetzt scheitern, zählen nicht.',
  pausedNote: 'Pausiert: Er wird nicht aufgerufen.',
  starts: {
    notCalled: 'Nicht aufgerufen: ',
    locked: 'Der Server antwortet, aber nicht uns: ',
    slow: 'Alles antwortet, aber spät: ',
    throttled: 'Gedrosselt: ',
    notStarted: 'Startet nicht: ',
    protocolAnswers: 'Das Protokoll antwortet; ',
    healthSays: '/health sagt: ',
  },
  stages: {
    reach: 'Nicht erreichbar: ',
    handshake: 'Erreicht, aber der Handshake scheitert: ',
    tools: 'Der Handshake gelingt, die Tools nicht: ',
  },
  lockedEffect: 'Clients mit gültigen Zugangsdaten werden womöglich bedient, deshalb zählt das nicht als Ausfall.',
  noClient: 'Kein MCP-Client kann mit ihm arbeiten, bis er wieder antwortet.',
  toolsGone: (count, shownCount, client) => {
    const where = client === null ? 'in jedem Client' : `in ${client}`;
    return count === 1
      ? `Sein einziges Tool fehlt ${where}, bis er wieder antwortet.`
      : `Seine ${shownCount} fehlen ${where}, bis er wieder antwortet.`;
  },
  slowEffect: 'Seine Tools funktionieren, aber Clients müssen auf sie warten.',
  throttledEffect: 'Auch andere Clients werden womöglich abgewiesen.',
  canaryEffect: 'Seine Tools sind gelistet, aber ihr Aufruf kann scheitern.',
  toolsEffect: 'Aufrufe, die brauchen, was in der Liste nicht stimmt, werden scheitern.',
  dependencyEffect: (count, shownCount, names) =>
    `${count === 1 ? 'Sein Tool ist' : `Alle ${shownCount} sind`} gelistet, aber Aufrufe, die ${names} brauchen, können scheitern.`,
  refusal: ({ hasCredential, acceptedUntil, rejectedSince }) => {
    if (acceptedUntil === null) {
      return hasCredential
        ? `Unsere Zugangsdaten wurden noch nie angenommen: abgelehnt seit ${rejectedSince}`
        : 'Er verlangt Zugangsdaten, und es wurden nie welche hinterlegt';
    }
    return hasCredential
      ? `Unsere Zugangsdaten galten bis ${acceptedUntil} und werden seit ${rejectedSince} abgelehnt`
      : `Er antwortete bis ${acceptedUntil} ohne Zugangsdaten und verlangt sie seit ${rejectedSince}`;
  },
};
