// Why something failed, in German: one clause a failure code, with what is known beside it. Each follows a colon.
import type { CauseTexts } from '@/lib/core/words/text/cause-texts';

export const causes: CauseTexts = {
  codes: {
    dns_not_found: () => 'Der Hostname existiert nicht oder hat keine Adresse',
    dns_failed: () => 'Der Nameserver gibt keine Auskunft',
    refused: () => 'Verbindung abgelehnt',
    unreachable: () => 'Keine Route zum Host',
    reset: () => 'Die Verbindung wurde vor der Antwort geschlossen',
    connect_timeout: ({ limit }) =>
      limit ? `Keine Verbindung innerhalb von ${limit}` : 'Keine Verbindung in der erlaubten Zeit',
    blocked: () => 'Diese Adresse darf Rollcall nicht aufrufen',
    tls_expired: () => 'Das Zertifikat ist abgelaufen',
    tls_not_yet_valid: () => 'Das Zertifikat ist noch nicht gültig',
    tls_untrusted: () => 'Das Zertifikat ist selbst signiert, oder sein Aussteller ist unbekannt',
    tls_wrong_host: () => 'Das Zertifikat gilt für einen anderen Host',
    tls_failed: () => 'Der TLS-Handshake ist gescheitert',
    http_not_found: ({ http }) => `Unter dieser Adresse ist nichts zu finden${inBrackets(http)}`,
    http_client_error: ({ http }) => `Die Anfrage wird abgewiesen${inBrackets(http)}`,
    http_server_error: ({ http }) => `Der Server meldet einen Fehler${inBrackets(http)}`,
    throttled: ({ http }) => `Der Server bittet um seltenere Aufrufe${inBrackets(http)}`,
    redirected: ({ http }) => `Eine Umleitung, der kein Client folgen kann${inBrackets(http)}`,
    http_invalid: ({ http }) =>
      http ? `Die Antwort hat einen unerwarteten Status (${http})` : 'Die Antwort ist kein gültiges HTTP',
    command_not_found: ({ names }) => `${command(names)} wurde nicht gefunden`,
    command_failed: ({ names }) => `${command(names)} lässt sich nicht starten`,
    exited: ({ exitCode, signal }) => {
      if (signal) return `Der Prozess wurde mit ${signal} beendet, bevor er antwortete`;
      return `Der Prozess endete${exitCode ? ` mit Code ${exitCode}` : ''}, bevor er antwortete`;
    },
    timeout: ({ limit }) => (limit ? `Keine Antwort innerhalb von ${limit}` : 'Keine Antwort in der erlaubten Zeit'),
    too_large: ({ size }) =>
      size ? `Die Antwort ist größer als ${size}` : 'Die Antwort ist größer, als ein Client annimmt',
    stream_ended: () => 'Die Verbindung endete vor der Antwort',
    flooded: () => 'Der Server stellt ohne Ende Anfragen, statt zu antworten',
    unauthorized: ({ isOfAuthorization, http, rpcCode }) => {
      if (isOfAuthorization) return 'Der Autorisierungsserver gibt kein gültiges Token heraus';
      return `Gültige Zugangsdaten werden verlangt${inBrackets(http ?? errorOf(rpcCode))}`;
    },
    forbidden: ({ http, rpcCode }) => `Der Zugriff wird verweigert${inBrackets(http ?? errorOf(rpcCode))}`,
    not_mcp: () => 'Die Antwort ist kein MCP',
    bad_json: () => 'Die Antwort ist fehlerhaftes JSON',
    bad_answer: () => 'Die Antwort hält sich nicht an das Protokoll',
    rpc_error: ({ rpcCode }) => (rpcCode ? `Die Antwort ist Fehler ${rpcCode}` : 'Die Antwort ist ein Fehler'),
    version_unsupported: ({ names }) => {
      const theirs = names ? `der Server spricht MCP ${names}, ` : '';
      return `Keine Einigung auf eine Protokollversion: ${theirs}Rollcall spricht 2024-10-07 bis 2026-07-28`;
    },
    session_lost: () => 'Der Server kennt die eben eröffnete Sitzung nicht mehr',
    tools_invalid: ({ count }) =>
      count === 1 ? 'Ein Eintrag der Tool-Liste ist ungültig' : `${count} Einträge der Tool-Liste sind ungültig`,
    tools_duplicate: ({ names }) => `${names ?? 'Ein Tool'} ist mehrfach aufgeführt`,
    tools_missing: ({ names, count }) =>
      `${names ?? 'Ein erwartetes Tool'} ${count === 1 ? 'fehlt' : 'fehlen'} in der Liste`,
    tools_incomplete: () => 'Die Tool-Liste bricht ab oder nimmt kein Ende',
    tools_empty: () => 'Der Server sagt, er habe Tools, führt aber keine auf',
    dependency_failed: ({ names, count, http }) => {
      if (!names) return `Probleme gemeldet${inBrackets(http)}`;
      return `${names} ${count === 1 ? 'meldet' : 'melden'} Probleme${inBrackets(http)}`;
    },
    health_failed: ({ http }) => `Fehler gemeldet${inBrackets(http)}`,
    canary_failed: ({ names }) => `Der Probeaufruf${names ? ` von ${names}` : ''} ist gescheitert`,
    slow: ({ took, limit }) => (took && limit ? `Antwort nach ${took} statt höchstens ${limit}` : 'Langsame Antwort'),
  },
  ofHealth: (cause) => `/health: ${cause}`,
  ofEntry: (names, count) => {
    if (names === null) return 'Der Eintrag in der Konfiguration ist fehlerhaft';
    return count === 1 ? `Die Variable ${names} ist nicht gesetzt` : `Die Variablen ${names} sind nicht gesetzt`;
  },
  unknown: 'Kein Grund bekannt',
};

function inBrackets(code: string | null): string {
  return code ? ` (${code})` : '';
}

function errorOf(rpcCode: string | null): string | null {
  return rpcCode && `Fehler ${rpcCode}`;
}

function command(name: string | null): string {
  return name ? `Der Befehl „${name}“` : 'Der Befehl';
}
