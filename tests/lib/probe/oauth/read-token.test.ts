// What a token endpoint answers, as far as it is of use.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { readToken } from '@/lib/probe/oauth/read-token';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;

function jwt(claims: object): string {
  return ['{}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

function lifetimeOf(rest: object, token = 'opaque'): number {
  return readToken({ status: 200, value: { access_token: token, ...rest } }, NOW).expiresAt - NOW;
}

describe('how long a token lasts', () => {
  test.each<[string, object, number]>([
    ['in seconds', { expires_in: 300 }, 300_000],
    ['in seconds as text', { expires_in: '300' }, 300_000],
    ['not at all', { expires_in: 0 }, 0],
    ['less than that', { expires_in: -5 }, 0],
    ['for ever', { expires_in: 1e300 }, 24 * HOUR_MS],
    ['unsaid', {}, HOUR_MS],
    ['unsaid by an empty text', { expires_in: '' }, HOUR_MS],
    ['in words', { expires_in: 'soon' }, HOUR_MS],
    ['null', { expires_in: null }, HOUR_MS],
  ])('%s', (_name, rest, lifetimeMs) => {
    expect(lifetimeOf(rest)).toBe(lifetimeMs);
  });

  test('as the token itself says, where nothing else does', () => {
    const token = jwt({ exp: NOW / 1_000 + 90 });
    expect(lifetimeOf({}, token)).toBe(90_000);
    expect(lifetimeOf({ expires_in: 30 }, token)).toBe(30_000);
  });
});

test('anything else is a refusal of ours with a closed code', () => {
  const answer = fc.record({ status: fc.integer({ min: 100, max: 599 }), value: fc.anything() });
  fc.assert(
    fc.property(answer, (given) => {
      try {
        expect(readToken(given, NOW).value).toMatch(/^[\x21-\x7e]+$/);
      } catch (error) {
        expect(error).toBeInstanceOf(ProbeFault);
        expect(error).toMatchObject({ code: 'unauthorized', message: expect.stringMatching(/^no token, since /) });
      }
    }),
  );
});
