import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor, MESSAGE_LIMIT, toDetail, toMessage } from '@/lib/probe/log/redact';

const redact = createRedactor(['Bearer tok-123456', 'p@ss/word', 'ab']);

describe('a secret is not seen', () => {
  test.each([
    ['as it was given', 'sent Bearer tok-123456 on', 'sent [redacted] on'],
    ['without its scheme', 'no such token tok-123456!', 'no such token [redacted]!'],
    ['in a URL', 'GET /x?next=p%40ss%2Fword', 'GET /x?next=[redacted]'],
    ['in the path of a URL', 'GET /p%40ss%2Fword', 'GET /[redacted]'],
    ['of another, as a bearer', 'got bearer abcdef123', 'got bearer [redacted]'],
    ['of another, as basic', 'Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic [redacted]'],
    ['as a query value', 'http://h/p?key=v1&b=v2#f', 'http://h/p?key=[redacted]&b=[redacted]#f'],
    ['as userinfo', 'https://me:pw@host/x', 'https://[redacted]@host/x'],
    ['as a JSON Web Token', 'x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln y', 'x [redacted] y'],
    ['as a key of a vendor', 'ghp_abcdefgh12345678 sk-proj-abcdefgh', '[redacted] [redacted]'],
    [
      'as a named value',
      '{"api_key":"abcdef", "password": "hunter22"}',
      '{"api_key":"[redacted]", "password": "[redacted]"}',
    ],
    ['as a header', 'X-Api-Key: abcdef', 'X-Api-Key: [redacted]'],
    [
      'as a token of some kind',
      'access_token=abc1 accessToken: abc2',
      'access_token=[redacted] accessToken: [redacted]',
    ],
  ])('%s', (_name, text, expected) => expect(redact(text)).toBe(expected));

  test('the name of an error is no secret', () => {
    const text = 'ExpiredToken: The security token included in the request is expired';
    expect(redact(text)).toBe(text);
  });

  test('one too short to mean anything is left', () => expect(redact('ab abc')).toBe('ab abc'));

  test('wherever it stands', () => {
    const secret = fc.stringMatching(/^[\w!-~]{6,40}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        expect(
          createRedactor([hidden])(before + hidden + after)
            .split('[redacted]')
            .join(''),
        ).not.toContain(hidden);
      }),
    );
  });

  test('in JSON, which writes quotes and backslashes otherwise', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w!-~]{6,40}$/), (hidden) => {
        const clean = createRedactor([hidden])(JSON.stringify({ text: `<${hidden}>` }));
        expect(clean).toBe('{"text":"<[redacted]>"}');
      }),
    );
  });
});

describe('a message', () => {
  test.each([
    ['is one line', 'a\r\nb\tc', 'a b c'],
    ['has no trailing stop', 'no such thing. ', 'no such thing'],
    ['hides nothing', 'a\u202eb\u200bc\u0007', 'a b c'],
  ])('%s', (_name, text, expected) => expect(toMessage(text, redact)).toBe(expected));

  test('is short, well-formed and quickly made, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const message = toMessage(text, redact);
        expect(message.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
        expect(message.isWellFormed()).toBe(true);
        expect(message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
    expect(toMessage('x'.repeat(50_000_000), redact)).toHaveLength(MESSAGE_LIMIT);
  });
});

test('a detail keeps its lines, and redacts across none of them', () => {
  expect(toDetail('one\r\ntwo tok-123456\n\n', redact)).toBe('one\ntwo [redacted]');
});
