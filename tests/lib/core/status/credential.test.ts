import { describe, expect, test } from 'vitest';
import type { Challenge } from '@/lib/core/failure';
import { explainRefusal, type Refused } from '@/lib/core/status/credential';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';

const now = Date.UTC(2026, 8, 1, 14, 0);
const at1340 = now - 20 * MINUTE_MS;
const at1341 = now - 19 * MINUTE_MS;

const silent: Challenge = {
  scheme: null,
  realm: null,
  scopes: [],
  resourceMetadataUrl: null,
  authorizationServers: [],
  error: null,
};
const oauth: Challenge = {
  ...silent,
  scheme: 'Bearer',
  realm: 'warehouse',
  scopes: ['tools.read', 'tools.call'],
  authorizationServers: ['https://login.example.com'],
  error: 'invalid_token',
};

function refused(part: Partial<Refused>): Refused {
  return { hasCredential: true, lastAcceptedAt: null, rejectedSince: at1341, challenge: null, ...part };
}

describe('explainRefusal', () => {
  test.each<[string, Refused, string, string]>([
    [
      'nothing was given',
      refused({ hasCredential: false }),
      'never_given',
      'It asks for a credential, and none was ever given.',
    ],
    [
      'it was open, and now asks',
      refused({ hasCredential: false, lastAcceptedAt: at1340 }),
      'never_given',
      'It answered without a credential until 13:40 and has asked for one since 13:41.',
    ],
    [
      'given, never good',
      refused({}),
      'never_accepted',
      'Our credential has never been accepted: rejected since 13:41.',
    ],
    [
      'good until today',
      refused({ lastAcceptedAt: at1340 }),
      'rejected',
      'Our credential was accepted until 13:40 and has been rejected since 13:41.',
    ],
    [
      'good until some days ago',
      refused({ lastAcceptedAt: at1340 - 3 * DAY_MS, rejectedSince: at1341 - 3 * DAY_MS }),
      'rejected',
      'Our credential was accepted until 29 Aug, 13:40 and has been rejected since 29 Aug, 13:41.',
    ],
  ])('%s', (_name, facts, kind, sentence) => {
    const explained = explainRefusal(facts, now, 'UTC');
    expect(explained).toMatchObject({ kind, sentence });
    expect(explained.adminSentence.startsWith(sentence)).toBe(true);
    expect(explained.adminSentence.length).toBeGreaterThan(sentence.length);
  });

  test('says the instants in the time zone of the page', () => {
    const { sentence } = explainRefusal(refused({ lastAcceptedAt: at1340 }), now, 'Europe/Berlin');
    expect(sentence).toContain('until 15:40');
  });

  test('tells administrators, and only them, what the server asks for', () => {
    const { sentence, adminSentence } = explainRefusal(refused({ challenge: oauth }), now, 'UTC');
    expect(adminSentence).toBe(
      'Our credential has never been accepted: rejected since 13:41. It asks for the scheme `Bearer`, the realm ' +
        '`warehouse`, the scopes `tools.read` and `tools.call` and a token from `https://login.example.com`. It says ' +
        '`invalid_token`. Check that the credential belongs to this server and that its variable holds the right value.',
    );
    expect(sentence).not.toMatch(/warehouse|tools\.read|login|invalid_token/);
  });

  test('a challenge that says nothing adds nothing', () => {
    const [without, empty] = [null, silent].map((challenge) => explainRefusal(refused({ challenge }), now, 'UTC'));
    expect(empty).toEqual(without);
  });

  test('a hostile challenge stays one short line', () => {
    const long = `a\n\u202e${'x'.repeat(100_000)}`;
    const challenge = { ...oauth, scheme: long, realm: long, scopes: Array(5_000).fill(long), error: long };
    const { adminSentence } = explainRefusal(refused({ challenge }), now, 'UTC');
    expect(adminSentence).not.toMatch(/[\n\u202e]/);
    expect(adminSentence.length).toBeLessThan(1_000);
    expect(adminSentence).toContain('4998 more');
  });
});
