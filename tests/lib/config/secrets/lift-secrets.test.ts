import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liftSecrets } from '@/lib/config/secrets/lift-secrets';

describe('what is lifted', () => {
  test.each<[string, object, object, Record<string, string>]>([
    [
      'an authorization header keeps its scheme',
      { url: 'https://a.test', headers: { Authorization: 'Bearer abc' } },
      { url: 'https://a.test', headers: { Authorization: 'Bearer ${secret:my-server.authorization}' } },
      { 'my-server.authorization': 'abc' },
    ],
    [
      'a key in a header of its own',
      { headers: { 'X-Acme-Key': 'k', 'X-Team': 'data' } },
      { headers: { 'X-Acme-Key': '${secret:my-server.x-acme-key}', 'X-Team': 'data' } },
      { 'my-server.x-acme-key': 'k' },
    ],
    [
      'a variable of a command',
      { command: 'npx', env: { GITHUB_TOKEN: 'ghp_1', LOG_LEVEL: 'debug' } },
      { command: 'npx', env: { GITHUB_TOKEN: '${secret:my-server.github-token}', LOG_LEVEL: 'debug' } },
      { 'my-server.github-token': 'ghp_1' },
    ],
    [
      'a parameter of the address',
      { url: 'https://a.test/mcp?region=eu&api_key=k1' },
      { url: 'https://a.test/mcp?region=eu&api_key=${secret:my-server.api-key}' },
      { 'my-server.api-key': 'k1' },
    ],
    [
      'a header of /health and the secret of a client',
      {
        rollcall: { health: { url: 'https://a.test/health', headers: { Cookie: 'c' } }, oauth: { clientSecret: 's' } },
      },
      {
        rollcall: {
          health: { url: 'https://a.test/health', headers: { Cookie: '${secret:my-server.cookie}' } },
          oauth: { clientSecret: '${secret:my-server.clientsecret}' },
        },
      },
      { 'my-server.cookie': 'c', 'my-server.clientsecret': 's' },
    ],
    [
      'two of one name are kept apart',
      { headers: { token: 'a' }, env: { token: 'b' } },
      { headers: { token: '${secret:my-server.token}' }, env: { token: '${secret:my-server.token.2}' } },
      { 'my-server.token': 'a', 'my-server.token.2': 'b' },
    ],
  ])('%s', (_name, entry, value, secrets) => {
    const lifted = liftSecrets('My Server', entry);
    expect(lifted.value).toEqual(value);
    expect(Object.fromEntries(lifted.secrets.map((secret) => [secret.name, secret.value]))).toEqual(secrets);
  });
});

test.each([
  ['a variable', { headers: { Authorization: 'Bearer ${TOKEN}' } }],
  ['a variable of opencode', { headers: { Authorization: 'Bearer {env:TOKEN}' } }],
  ['a stored secret', { headers: { Authorization: 'Bearer ${secret:a}' } }],
  ['an empty value', { env: { TOKEN: '' } }],
  ['a description that speaks of tokens', { token: 'what this is', description: 'needs a token' }],
  ['no object', 'text'],
  ['null', null],
])('%s is left as it is', (_name, entry) => {
  expect(liftSecrets('x', entry)).toEqual({ value: entry, secrets: [] });
});

test('what was lifted is lifted no further, and nothing else changes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (entry) => {
      const once = liftSecrets('x', entry);
      expect(liftSecrets('x', once.value).secrets).toEqual([]);
      if (once.secrets.length === 0) expect(once.value).toEqual(entry);
    }),
    { numRuns: 200 },
  );
});
