import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { FAILURE_CODES, type Failure, type FailureFacts, STAGES } from '@/lib/core/failure';
import { MINUTE_MS } from '@/lib/core/time';
import type { Reason } from '@/lib/core/view';
import { causeText } from '@/lib/core/words/cause-text';
import { reasonText } from '@/lib/core/words/explain';
import { machineText } from '@/lib/core/words/incident-text';
import { readNewestIncidents } from '@/lib/reads/incidents';
import { readServerPage } from '@/lib/reads/server-page';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { enroll } from '@/tests/fixtures/visits';

function reason(code: Failure['code'], facts?: FailureFacts, stage: Failure['stage'] = 'handshake'): Reason {
  return { stage, code, message: 'said in English', ...(facts && { facts }) };
}

const NO_REASON: Reason = { stage: null, code: null, message: 'no reason was given' };

describe('causeText', () => {
  test('in English is what the prober said, as one safe line', () => {
    expect(causeText({ ...NO_REASON, message: 'connection\u202e\nrefused' })).toBe('connection refused');
  });

  test.each<[string, Reason, string]>([
    ['a code that says it all', reason('refused', undefined, 'reach'), 'Verbindung abgelehnt'],
    ['a status', reason('http_not_found', { httpStatus: 404 }), 'Unter dieser Adresse ist nichts zu finden (HTTP 404)'],
    ['a time', reason('timeout', { limitMs: 10_000 }), 'Keine Antwort innerhalb von 10 s'],
    ['a decimal comma', reason('slow', { tookMs: 3_140, limitMs: 2_500 }), 'Antwort nach 3,1 s statt höchstens 2,5 s'],
    ['a size', reason('too_large', { limitBytes: 256 * 1024 }), 'Die Antwort ist größer als 256 KiB'],
    ['an exit', reason('exited', { exitCode: 1 }), 'Der Prozess endete mit Code 1, bevor er antwortete'],
    ['a signal', reason('exited', { signal: 'SIGKILL' }), 'Der Prozess wurde mit SIGKILL beendet, bevor er antwortete'],
    ['a command', reason('command_not_found', { names: ['uvx'] }), 'Der Befehl „uvx“ wurde nicht gefunden'],
    ['one name', reason('tools_missing', { names: ['run_query'], count: 1 }), 'run_query fehlt in der Liste'],
    [
      'more names than were kept',
      reason('tools_missing', { names: ['a', 'b', 'c'], count: 5 }),
      'a, b und 3 weitere fehlen in der Liste',
    ],
    [
      'dependencies',
      reason('dependency_failed', { names: ['iam', 'dynamodb'], count: 2, httpStatus: 503 }, 'dependencies'),
      '/health: iam und dynamodb melden Probleme (HTTP 503)',
    ],
    ['a good status', reason('dependency_failed', { httpStatus: 200 }), 'Probleme gemeldet'],
    [
      'no token',
      reason('unauthorized', { isOfAuthorization: true }),
      'Der Autorisierungsserver gibt kein gültiges Token heraus',
    ],
    ['a JSON-RPC error', reason('forbidden', { rpcCode: -32001 }), 'Der Zugriff wird verweigert (Fehler -32001)'],
    ['no reason', NO_REASON, 'Kein Grund bekannt'],
    [
      'a broken entry',
      { ...NO_REASON, entryFault: { unsetVariables: [] } },
      'Der Eintrag in der Konfiguration ist fehlerhaft',
    ],
    [
      'unset variables',
      { ...NO_REASON, entryFault: { unsetVariables: ['A', 'B'] } },
      'Die Variablen A und B sind nicht gesetzt',
    ],
  ])('in German tells %s', (_, given, words) => {
    expect(causeText(given, 'de')).toBe(words);
  });

  test('has German words for every code at every stage, with all facts and with none, and none of the English', () => {
    const facts: Required<FailureFacts> = {
      ...{ httpStatus: 503, rpcCode: -32603, exitCode: 2, signal: 'SIGTERM', tookMs: 3_000, limitMs: 2_000 },
      ...{ limitBytes: 4 * 1024 * 1024, names: ['left', 'right'], count: 3, isOfAuthorization: false },
    };
    for (const code of FAILURE_CODES)
      for (const stage of STAGES)
        for (const given of [undefined, {}, facts]) {
          const text = causeText(reason(code, given, stage), 'de');
          expect(text).toMatch(/^[^_]{8,}[^.:,\s]$/);
          expect(text).not.toMatch(/said in English|undefined|null|NaN/);
        }
  });

  test('a name cannot turn the line around or run on', () => {
    const text = causeText(reason('tools_missing', { names: [`\u202e${'x'.repeat(1_000)}`] }), 'de');
    expect(text).not.toContain('\u202e');
    expect(text.length).toBeLessThan(130);
  });
});

describe('what a check finds reaches the German page with its facts', () => {
  const T0 = Date.UTC(2026, 10, 22, 13, 0);
  let db: Db;
  beforeEach(() => {
    db = memoryDb();
  });

  test('as reason, outage, step and incident', () => {
    const roll = enroll(db, T0);
    const failure: Failure = {
      ...{ stage: 'reach', code: 'http_server_error', message: 'the server fails (HTTP 502)', detail: null },
      facts: { httpStatus: 502 },
    };
    roll.visit(T0, answered());
    for (const n of [1, 2, 3]) roll.visit(T0 + n * MINUTE_MS, failed(failure));
    const now = T0 + 4 * MINUTE_MS;
    const page = readServerPage(roll.endpoint.slug, now, db);
    const german = 'Der Server meldet einen Fehler (HTTP 502)';
    expect(page && reasonText(page.server, 'de')).toBe(`Nicht erreichbar: ${german}`);
    const [outage] = page?.outages ?? [];
    expect(
      outage &&
        [outage.reason, ...outage.steps.map(({ reason: step }) => step)].map((each) => each && causeText(each, 'de')),
    ).toEqual([german, german]);
    const [incident] = readNewestIncidents(now, 1, db);
    const note = incident?.updates[0]?.note;
    expect(note && machineText(note, 'de')).toContain(german);
    expect(note && machineText(note)).toContain('the server fails (HTTP 502)');
  });
});
