import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnswerLine } from '@/lib/alert/answer-line';
import type { ChannelConfig } from '@/lib/config/settings/channel-schema';

const slack: ChannelConfig = {
  type: 'slack',
  url: 'https://hooks.slack.com/services/T024BE7LD/B0/aBcDeFgHiJkLmNoPqRsTuVwX',
};

test.each<[string, ChannelConfig, string, string]>([
  ['plain words stay', slack, 'channel_is_archived', 'channel_is_archived'],
  ['one line, no stop', slack, ' no\r\n such\thook. ', 'no such hook'],
  ['nothing unseen', slack, 'a\u202eb\u200bc\u0000', 'a b c'],
  [
    'a part of our own address',
    slack,
    'no token aBcDeFgHiJkLmNoPqRsTuVwX in T024BE7LD',
    'no token [redacted] in [redacted]',
  ],
  ['words of our own address', slack, 'no such services', 'no such services'],
  [
    'any address, down to its host',
    slack,
    'see https://a.example/x?y=z and http://b.example',
    'see https://a.example/… and http://b.example',
  ],
  ['a user in an address', slack, 'https://me:pw@a.example:8080/x', 'https://a.example:8080/…'],
  ['an address in JSON', slack, '{"u":"https://a.example/x","v":1}', '{"u":"https://a.example/…","v":1}'],
  ['a credential', slack, 'Authorization: Bearer abcd.efgh', 'Authorization: Bearer [redacted]'],
  [
    'a query',
    { type: 'teams', url: 'https://prod.logic.azure.com/workflows/x/run?sig=Zm9vYmFy&api-version=1' },
    'bad sig Zm9vYmFy',
    'bad sig [redacted]',
  ],
  [
    'a password with quotes, echoed in JSON',
    {
      type: 'email',
      host: 'mail.internal',
      user: 'me',
      password: 'p"ss\\word',
      from: 'a@b.example',
      to: 'c@d.example',
    },
    JSON.stringify({ got: 'p"ss\\word' }),
    '{"got":"[redacted]"}',
  ],
  [
    'a password in a mail URL, as written and as meant',
    { type: 'email', url: 'smtp://me:p%40ssw0rd@mail.internal', from: 'a@b.example', to: 'c@d.example' },
    '535 p@ssw0rd p%40ssw0rd for c@d.example',
    '535 [redacted] [redacted] for c@d.example',
  ],
  [
    'headers, with and without their scheme',
    { type: 'webhook', url: 'http://a.example', headers: { Authorization: 'Basic bWU6cHc=' } },
    'bWU6cHc= Basic bWU6cHc=',
    '[redacted] [redacted]',
  ],
])('%s', (_, channel, text, line) => {
  expect(createAnswerLine(channel)(text)).toBe(line);
});

describe('whatever a receiver says', () => {
  test('is one line of at most 300 characters', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 5_000 }), fc.constant('https://'.repeat(9_000)));
    fc.assert(
      fc.property(texts, (text) => {
        const line = createAnswerLine(slack)(text);
        expect([...line].length).toBeLessThanOrEqual(300);
        expect(line).not.toMatch(/[\r\n]|\.$/);
      }),
    );
  });

  test('no secret of the channel is in it, wherever it stands', () => {
    const secret = 'aBcDeFgHiJkLmNoPqRsTuVwX';
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 99 }), (before, after) => {
        expect(createAnswerLine(slack)(`${before}${secret}${after}`)).not.toContain(secret);
      }),
    );
  });
});
