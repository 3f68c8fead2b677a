// Why something failed, in German: one clause a failure code, with what is known beside it. Each follows a colon.
import type { CauseTexts } from '@/lib/core/words/cause-text';

export const causes: CauseTexts = {
  codes: {
    dns_not_found: () => 'der Hostname existiert nicht oder hat keine Adresse',
    dns_failed: () => 'der Nameserver gibt keine Auskunft',
    refused: () => 'Verbindung abgelehnt',
    unreachable: () => 'keine Route zum Host',
    reset: () => 'die Verbindung wurde vor der Antwort geschlossen',
    connect_timeout: ({ limit }) =>
      limit ? `keine Verbindung innerhalb von ${limit}` : 'keine Verbindung in der erlaubten Zeit',
    blocked: () => 'diese Adresse darf Rollcall nicht aufrufen',
    tls_expired: () => 'das Zertifikat ist abgelaufen',
    tls_not_yet_valid: () => 'das Zertifikat ist noch nicht gültig',
    tls_untrusted: () => 'das Zertifikat ist selbst signiert, oder sein Aussteller ist unbekannt',
    tls_wrong_host: () => 'das Zertifikat gilt für einen anderen Host',
    tls_failed: () => 'der TLS-Handshake ist gescheitert',
    http_not_found: ({ http }) => `unter dieser Adresse ist nichts zu finden${inBrackets(http)}`,
    http_client_error: ({ http }) => `die Anfrage wird abgewiesen${inBrackets(http)}`,
    http_server_error: ({ http }) => `der Server meldet einen Fehler${inBrackets(http)}`,
    throttled: ({ http }) => `der Server bittet um seltenere Aufrufe${inBrackets(http)}`,
    redirected: ({ http }) => `eine Umleitung, der kein Client folgen kann${inBrackets(http)}`,
    http_invalid: ({ http }) =>
      http ? `die Antwort hat einen unerwarteten Status (${http})` : 'die Antwort ist kein gültiges HTTP',
    command_not_found: ({ names }) => `${command(names)} wurde nicht gefunden`,
    command_failed: ({ names }) => `${command(names)} lässt sich nicht starten`,
    exited: ({ exitCode, signal }) => {
      if (signal) return `der Prozess wurde mit ${signal} beendet, bevor er antwortete`;
      return `der Prozess endete${exitCode ? ` mit Code ${exitCode}` : ''}, bevor er antwortete`;
    },
    timeout: ({ limit }) => (limit ? `keine Antwort innerhalb von ${limit}` : 'keine Antwort in der erlaubten Zeit'),
    too_large: ({ size }) =>
      size ? `die Antwort ist größer als ${size}` : 'die Antwort ist größer, als ein Client annimmt',
    stream_ended: () => 'die Verbindung endete vor der Antwort',
    flooded: () => 'der Server stellt ohne Ende Anfragen, statt zu antworten',
    unauthorized: ({ isOfAuthorization, http, rpcCode }) => {
      if (isOfAuthorization) return 'der Autorisierungsserver gibt kein gültiges Token heraus';
      return `der Server verlangt gültige Zugangsdaten${inBrackets(http ?? errorOf(rpcCode))}`;
    },
    forbidden: ({ http, rpcCode }) => `der Server verweigert den Zugriff${inBrackets(http ?? errorOf(rpcCode))}`,
    not_mcp: () => 'die Antwort ist kein MCP',
    bad_json: () => 'die Antwort ist fehlerhaftes JSON',
    bad_answer: () => 'die Antwort hält sich nicht an das Protokoll',
    rpc_error: ({ rpcCode }) => (rpcCode ? `die Antwort ist Fehler ${rpcCode}` : 'die Antwort ist ein Fehler'),
    version_unsupported: ({ names }) => {
      const theirs = names ? `der Server spricht MCP ${names}, ` : '';
      return `keine Einigung auf eine Protokollversion: ${theirs}Rollcall spricht 2024-10-07 bis 2026-07-28`;
    },
    session_lost: () => 'der Server kennt die eben eröffnete Sitzung nicht mehr',
    tools_invalid: ({ count }) =>
      count === 1 ? 'ein Eintrag der Tool-Liste ist ungültig' : `${count} Einträge der Tool-Liste sind ungültig`,
    tools_duplicate: ({ names, count }) =>
      count === 1 ? `${names ?? 'ein Tool'} ist mehrfach aufgeführt` : `${count} Tools sind mehrfach aufgeführt`,
    tools_missing: ({ names, count }) =>
      `${names ?? 'ein erwartetes Tool'} ${count === 1 ? 'fehlt' : 'fehlen'} in der Liste`,
    tools_incomplete: () => 'die Tool-Liste bricht ab oder nimmt kein Ende',
    tools_empty: () => 'der Server sagt, er habe Tools, führt aber keine auf',
    dependency_failed: ({ names, count, http }) => {
      if (!names) return `eingeschränkter Betrieb gemeldet${inBrackets(http)}`;
      return `${names} ${count === 1 ? 'meldet' : 'melden'} Probleme${inBrackets(http)}`;
    },
    health_failed: ({ http }) => `Fehler gemeldet${inBrackets(http)}`,
    canary_failed: ({ names }) => `der Probeaufruf${names ? ` von ${names}` : ''} ist gescheitert`,
    slow: ({ took, limit }) =>
      took && limit ? `Antwort nach ${took}, langsam ist mehr als ${limit}` : 'langsame Antwort',
  },
  ofHealth: (cause) => `/health: ${cause}`,
  ofEntry: (names, count) => {
    if (names === null) return 'der Eintrag in der Konfiguration ist fehlerhaft';
    return count === 1 ? `die Variable ${names} ist nicht gesetzt` : `die Variablen ${names} sind nicht gesetzt`;
  },
  unknown: 'kein Grund bekannt',
};

function inBrackets(code: string | null): string {
  return code ? ` (${code})` : '';
}

function errorOf(rpcCode: string | null): string | null {
  return rpcCode && `Fehler ${rpcCode}`;
}

function command(name: string | null): string {
  return name ? `der Befehl „${name}“` : 'der Befehl';
}
