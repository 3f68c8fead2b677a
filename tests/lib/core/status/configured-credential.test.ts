import { expect, test } from 'vitest';
import type { Endpoint } from '@/lib/core/endpoint';
import { type ConfiguredCredential, configuredCredential } from '@/lib/core/status/configured-credential';
import { DAY_MS } from '@/lib/core/time';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { jwtUntil } from '@/tests/fixtures/jwt';

const SOON = Date.UTC(2026, 10, 25);
const LATER = SOON + 30 * DAY_MS;

const http = (headers: Record<string, string>) =>
  anEndpoint({ target: { kind: 'http', url: 'https://warehouse.test/mcp', headers, dialect: 'auto' } });
const stdio = (env: Record<string, string>) =>
  anEndpoint({ type: 'stdio', target: { kind: 'stdio', command: 'x', args: [], env, cwd: null } });
const health = (headers: Record<string, string> | null) =>
  anEndpoint({
    type: 'health',
    target: { kind: 'health' },
    health: headers && { url: 'https://billing.test/health', headers, required: false, public: false },
  });

const CLIENT = {
  ...{ tokenUrl: null, issuer: null, clientId: 'rollcall', clientSecret: 'abc' },
  ...{ scope: null, resource: null, audience: null },
};

const NONE: ConfiguredCredential = { isGiven: false, expiresAt: null };
const OPAQUE: ConfiguredCredential = { isGiven: true, expiresAt: null };

test.each<[string, Endpoint, ConfiguredCredential]>([
  ['no header', http({}), NONE],
  ['a header that says who we are', http({ 'X-Trace': 'rollcall', Accept: 'text/html' }), NONE],
  ['an empty header', http({ Authorization: '' }), NONE],
  ['an opaque token', http({ Authorization: 'Bearer abc' }), OPAQUE],
  ['a password', http({ authorization: 'Basic abc' }), OPAQUE],
  ['a key', http({ 'X-API-Key': 'abc' }), OPAQUE],
  ['a token that ends', http({ Authorization: `Bearer ${jwtUntil(SOON)}` }), { isGiven: true, expiresAt: SOON }],
  [
    'two tokens: the first end counts',
    http({ Authorization: `Bearer ${jwtUntil(LATER)}`, 'X-Upstream-Auth': `bearer ${jwtUntil(SOON)}` }),
    { isGiven: true, expiresAt: SOON },
  ],
  ['a token outside a bearer header', http({ 'X-Token': jwtUntil(SOON) }), OPAQUE],
  ['an OAuth client, whose tokens are not configured', { ...http({}), auth: CLIENT }, OPAQUE],
  ['a variable of a command', stdio({ GITHUB_TOKEN: 'abc' }), OPAQUE],
  ['another variable of a command', stdio({ LANG: 'C' }), NONE],
  [
    'a health URL with a token',
    health({ Authorization: `Bearer ${jwtUntil(SOON)}` }),
    { isGiven: true, expiresAt: SOON },
  ],
  ['a health URL that is missing', health(null), NONE],
])('%s', (_case, endpoint, expected) => {
  expect(configuredCredential(endpoint)).toEqual(expected);
});
