// What is wrong with one server and what its users notice, in German.
import type { explain as en } from '@/lib/core/words/text/en/explain';

export const explain: typeof en = {
  titles: {
    dns_not_found: 'ist im DNS nicht zu finden',
    dns_failed: 'lässt sich im DNS nicht nachschlagen',
    refused: 'lehnt die Verbindung ab',
    unreachable: 'ist nicht erreichbar',
    reset: 'bricht die Verbindung ab',
    connect_timeout: 'nimmt keine Verbindung an',
    blocked: 'darf von hier nicht aufgerufen werden',
    tls_expired: 'zeigt ein abgelaufenes Zertifikat',
    tls_not_yet_valid: 'zeigt ein Zertifikat, das noch nicht gilt',
    tls_untrusted: 'zeigt ein Zertifikat, dem nicht zu trauen ist',
    tls_wrong_host: 'zeigt ein Zertifikat für einen anderen Host',
    tls_failed: 'ist über TLS nicht erreichbar',
    http_not_found: 'ist unter seiner Adresse nicht zu finden',
    http_client_error: 'weist die Anfrage zurück',
    http_server_error: 'meldet einen Serverfehler',
    throttled: 'bittet um seltenere Aufrufe',
    redirected: 'leitet Anfragen woandershin um',
    http_invalid: 'spricht kein HTTP',
    command_not_found: 'lässt sich nicht starten',
    command_failed: 'lässt sich nicht starten',
    exited: 'beendet sich, bevor er antwortet',
    timeout: 'antwortet nicht rechtzeitig',
    too_large: 'antwortet mit mehr, als ein Client annimmt',
    stream_ended: 'legt auf, bevor er antwortet',
    flooded: 'überschüttet seine Clients mit Anfragen',
    unauthorized: 'weist unsere Zugangsdaten zurück',
    forbidden: 'verweigert uns den Zugriff',
    not_mcp: 'antwortet, aber nicht in MCP',
    bad_json: 'antwortet mit fehlerhaftem JSON',
    bad_answer: 'hält sich nicht an das Protokoll',
    rpc_error: 'antwortet mit einem Fehler',
    version_unsupported: 'spricht keine Protokollversion, die wir kennen',
    session_lost: 'verliert sofort seine Sitzung',
    tools_invalid: 'führt Tools auf, die kein Client gebrauchen kann',
    tools_duplicate: 'führt ein Tool doppelt auf',
    tools_missing: 'führt nicht alle Tools auf, die er haben sollte',
    tools_incomplete: 'bricht seine Tool-Liste ab',
    tools_empty: 'führt keine Tools auf',
    dependency_failed: 'hat eine gestörte Abhängigkeit',
    health_failed: 'meldet, dass es ihm nicht gut geht',
    canary_failed: 'führt seine Tools auf, scheitert aber beim Aufruf',
    slow: 'antwortet langsam',
  },
  refusesHandshake: 'verweigert den Handshake',
  isStatus: (title, status) => `${title}: ${status.toLowerCase()}`,
  since: (status, when, span) => `${status} seit ${when}, bisher ${span}`,
  healthUrl: 'Health-URL',
  tools: { one: 'Tool', many: 'Tools' },
  throttledNote: 'Gedrosselt: Der Server bittet um seltenere Aufrufe; der nächste kommt deshalb später.',
  askedAgainNote: 'Hat den letzten Aufruf verpasst und wird erneut gefragt.',
  maintenanceNote: 'Geplante Wartung: Aufrufe, die jetzt scheitern, zählen nicht.',
  pausedNote: 'Pausiert: Er wird nicht aufgerufen.',
  starts: {
    notCalled: 'Nicht aufgerufen: ',
    locked: 'Der Server antwortet, aber nicht uns: ',
    slow: 'Alles antwortet, aber langsam: ',
    throttled: 'Gedrosselt: ',
    list: 'Mit seiner Tool-Liste stimmt etwas nicht: ',
    canary: 'Seine Tools sind aufgeführt, aber ein Aufruf scheitert: ',
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
  effects: {
    slow: 'Seine Tools funktionieren, aber Clients müssen auf sie warten.',
    throttled: 'Auch andere Clients werden womöglich abgewiesen.',
    canary_failed: 'Seine Tools sind aufgeführt, aber ihr Aufruf kann scheitern.',
    tools_missing: 'Agenten, die das Fehlende brauchen, scheitern; die übrigen Tools funktionieren.',
    tools_empty: 'Clients sehen keines seiner Tools.',
    tools_incomplete: 'Clients sehen womöglich nur einen Teil seiner Tools.',
    tools_invalid: 'Clients lassen die fehlerhaften Tools weg, manche die ganze Liste.',
    tools_duplicate: 'Welches der gleichnamigen Tools ein Client aufruft, bleibt dem Zufall überlassen.',
  },
  dependencyEffect: (count, shownCount, names) =>
    `${count === 1 ? 'Sein Tool ist' : `Alle ${shownCount} sind`} aufgeführt, aber Aufrufe, die ${names} brauchen, können scheitern.`,
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
