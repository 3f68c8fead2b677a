import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bearerTokens,
  CERTIFICATE_STEPS_MS,
  type CountdownStep,
  dueCountdown,
  jwtExpiresAt,
  TOKEN_STEPS_MS,
} from '@/lib/core/status/token-expiry';
import { DAY_MS } from '@/lib/core/time';

function base64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function jwt(payload: string): string {
  return `${base64Url('{"alg":"none"}')}.${base64Url(payload)}.c2lnbmF0dXJl`;
}

describe('jwtExpiresAt', () => {
  const good = jwt('{"sub":"rollcall","exp":1790000000}');
  test.each<[string, string, number | null]>([
    ['a token with an end', good, 1_790_000_000_000],
    ['a fraction of a second', jwt('{"exp":1790000000.5}'), 1_790_000_000_500],
    ['letters beyond ASCII, and the two that are special in base64url', jwt('{"n":"žluťoučký ???>>>","exp":1}'), 1_000],
    ['no end', jwt('{"sub":"rollcall"}'), null],
    ['an end in words', jwt('{"exp":"tomorrow"}'), null],
    ['an end before time', jwt('{"exp":-1}'), null],
    ['an end beyond time', jwt('{"exp":1e300}'), null],
    ['an inherited end only', jwt('{"__proto__":{"exp":1}}'), null],
    ['claims that are a list', jwt('[1]'), null],
    ['claims that are null', jwt('null'), null],
    ['claims that are no JSON', jwt('{exp'), null],
    ['claims that are not base64url', 'a.{"exp":1}.c', null],
    ['claims of an impossible length', 'a.abcde.c', null],
    ['an encrypted token (five parts)', `${good}.x.y`, null],
    ['an opaque token', 'ghp_0123456789', null],
    ['nothing', '', null],
    ['two dots', '..', null],
    ['a token nobody could send', jwt(`{"exp":1,"pad":"${'x'.repeat(20_000)}"}`), null],
  ])('%s', (_name, token, expiresAt) => {
    expect(jwtExpiresAt(token)).toBe(expiresAt);
  });

  test('takes any text, and any claims', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.json(), (text, claims) => {
        for (const token of [text, `a.${text}.c`, jwt(text), jwt(claims)]) {
          const expiresAt = jwtExpiresAt(token);
          if (expiresAt !== null) expect(Number.isInteger(expiresAt)).toBe(true);
        }
      }),
    );
  });
});

test.each<[string, Record<string, string>, string[]]>([
  ['the usual header', { Authorization: 'Bearer abc.def.ghi' }, ['abc.def.ghi']],
  ['any case, any spaces', { authorization: ' bearer   abc ' }, ['abc']],
  ['another header, and the same token twice', { 'X-Auth': 'Bearer abc', Authorization: 'Bearer abc' }, ['abc']],
  ['two tokens', { Authorization: 'Bearer a', 'X-Upstream': 'Bearer b' }, ['a', 'b']],
  ['another scheme', { Authorization: 'Basic dXNlcjpwYXNz' }, []],
  ['a key of its own', { 'X-Api-Key': 'abc' }, []],
  ['a scheme without a token', { Authorization: 'Bearer ' }, []],
  ['more than a token', { Authorization: 'Bearer a b' }, []],
  ['no headers', {}, []],
])('bearerTokens: %s', (_name, headers, tokens) => {
  expect(bearerTokens(headers)).toEqual(tokens);
});

describe('dueCountdown', () => {
  const expiresAt = 100 * DAY_MS;
  const told = (step: CountdownStep, of = expiresAt) => ({ expiresAt: of, step });

  test.each<[string, number, ReturnType<typeof told> | null, CountdownStep | null]>([
    ['eight days left', 8 * DAY_MS, null, null],
    ['a moment more than seven', 7 * DAY_MS + 1, null, null],
    ['seven days left', 7 * DAY_MS, null, 7 * DAY_MS],
    ['five days left, seven was said', 5 * DAY_MS, told(7 * DAY_MS), null],
    ['three days left', 3 * DAY_MS, told(7 * DAY_MS), 3 * DAY_MS],
    ['found with two days left: three is said, seven is not', 2 * DAY_MS, null, 3 * DAY_MS],
    ['a day left', DAY_MS, told(3 * DAY_MS), DAY_MS],
    ['a moment left, a day was said', 1, told(DAY_MS), null],
    ['the end itself', 0, told(DAY_MS), 'expired'],
    ['long after, never said', -50 * DAY_MS, null, 'expired'],
    ['after the end, said', -DAY_MS, told('expired'), null],
    ['renewed to this end after the old one ran out', 2 * DAY_MS, told('expired', 90 * DAY_MS), 3 * DAY_MS],
    ['the clock was set back', 2 * DAY_MS, told(DAY_MS), null],
  ])('%s', (_name, leftMs, alreadyTold, step) => {
    expect(dueCountdown({ expiresAt, now: expiresAt - leftMs, stepsMs: TOKEN_STEPS_MS, alreadyTold })).toBe(step);
  });

  test('a certificate watched every hour is announced at 30, 14, 7 and 1 days and when it ran out, each once', () => {
    const said: CountdownStep[] = [];
    let alreadyTold: { expiresAt: number; step: CountdownStep } | null = null;
    for (let leftMs = 40 * DAY_MS; leftMs > -5 * DAY_MS; leftMs -= DAY_MS / 24) {
      const step = dueCountdown({ expiresAt, now: expiresAt - leftMs, stepsMs: CERTIFICATE_STEPS_MS, alreadyTold });
      if (step === null) continue;
      said.push(step);
      alreadyTold = told(step);
    }
    expect(said).toEqual([30 * DAY_MS, 14 * DAY_MS, 7 * DAY_MS, DAY_MS, 'expired']);
  });
});
