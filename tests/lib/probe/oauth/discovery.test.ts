// Who gives tokens for a server, found out from the server: with good metadata, and with such as would have the secret.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AuthorizationFixture } from '@/tests/fixtures/oauth/authorization-server';
import { startAuthorizationServer } from '@/tests/fixtures/oauth/authorization-server';
import { METADATA_PATH, type ProtectedOptions, startProtected } from '@/tests/fixtures/oauth/protected-server';

const AS_PATH = '/.well-known/oauth-authorization-server';
const unauthorized: NonNullable<ProtectedOptions['refuse']> = (visit) => visit.send(401, {});

type WellKnown = NonNullable<ProtectedOptions['wellKnown']>;

/** The protected-resource metadata of RFC 9728 at the place that the challenge names. */
function naming(of: (issuer: AuthorizationFixture) => string, path = METADATA_PATH): WellKnown {
  return (server, issuer) => ({ [path]: { resource: server.url, authorization_servers: [of(issuer)] } });
}

const named = naming(({ origin }) => origin);
const auth = { tokenUrl: null };

describe('an authorization server is found', () => {
  const found: [name: string, options: ProtectedOptions, visits: string[]][] = [
    ['by the challenge', { auth, wellKnown: named }, [`GET ${AS_PATH}`, 'POST /token']],
    ['at the well-known place', { auth, wellKnown: named, refuse: unauthorized }, [`GET ${AS_PATH}`, 'POST /token']],
    [
      'at the well-known place of the whole host',
      {
        auth,
        wellKnown: naming(({ origin }) => origin, '/.well-known/oauth-protected-resource'),
        refuse: unauthorized,
      },
      [`GET ${AS_PATH}`, 'POST /token'],
    ],
    [
      'below a path, by OpenID Connect',
      { auth, wellKnown: naming(({ origin }) => `${origin}/realms/team`) },
      [
        `GET ${AS_PATH}/realms/team`,
        'GET /.well-known/openid-configuration/realms/team',
        'GET /realms/team/.well-known/openid-configuration',
        'POST /token',
      ],
    ],
  ];
  test.each(found)('%s', async (_name, options, visits) => {
    const { issuer, server, shown, check } = await startProtected(options);
    issuer.metadata['/realms/team/.well-known/openid-configuration'] = {
      issuer: `${issuer.origin}/realms/team`,
      token_endpoint: issuer.tokenUrl,
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_post'],
    };
    for (let round = 1; round <= 2; round++) expect((await check()).failure).toBeNull();
    expect(issuer.visits).toEqual(visits);
    // RFC 8707: a token for this server and no other.
    expect(issuer.forms[0]?.resource).toBe(server.url);
    expect(shown.filter((token) => token === null)).toHaveLength(1);
  });

  test('by the issuer that the configuration names, without a word from the server', async () => {
    const chosen = await startAuthorizationServer();
    onTestFinished(() => chosen.close());
    const { issuer, server, check } = await startProtected({
      auth: { ...auth, issuer: chosen.origin },
      wellKnown: named,
    });
    chosen.onToken = (visit) => {
      issuer.valid.add('token-of-another');
      visit.send(200, { access_token: 'token-of-another' });
    };
    expect((await check()).failure).toBeNull();
    expect(chosen.visits).toEqual([`GET ${AS_PATH}`, 'POST /token']);
    expect(issuer.visits).toEqual([]);
    expect(server.visits).not.toContain('GET');
  });

  test('in the server itself, as MCP had it in 2025-03-26', async () => {
    const { issuer, check } = await startProtected({
      auth,
      refuse: unauthorized,
      wellKnown: (server, { tokenUrl }) => ({ [AS_PATH]: { issuer: server.origin, token_endpoint: tokenUrl } }),
    });
    expect((await check()).failure).toBeNull();
    expect(issuer.visits).toEqual(['POST /token']);
    expect(issuer.forms[0]).not.toHaveProperty('resource');
  });

  test('and remembered when its token has ended', async () => {
    const { issuer, shown, clock, check } = await startProtected({ auth, wellKnown: named });
    await check();
    clock.nowMs += 24 * 3_600_000;
    expect((await check()).failure).toBeNull();
    expect(issuer.visits).toEqual([`GET ${AS_PATH}`, 'POST /token', 'POST /token']);
    expect(
      shown.filter((token) => token === null),
      'strangers are only asked once',
    ).toHaveLength(1);
  });
});

describe('the secret is not sent', () => {
  const asMetadata = (metadata: (issuer: AuthorizationFixture) => unknown) => (issuer: AuthorizationFixture) => {
    issuer.metadata[AS_PATH] = metadata(issuer);
  };
  const endpoint = (url: string) => asMetadata(({ origin }) => ({ issuer: origin, token_endpoint: url }));
  const hostile: [
    name: string,
    says: RegExp,
    options: ProtectedOptions,
    spoil?: (issuer: AuthorizationFixture) => void,
  ][] = [
    [
      'where the metadata is of another issuer',
      /metadata names another issuer$/,
      { wellKnown: named },
      asMetadata(({ tokenUrl }) => ({ issuer: 'https://login.example', token_endpoint: tokenUrl })),
    ],
    [
      'where the metadata has no issuer',
      /metadata names another issuer$/,
      { wellKnown: named },
      asMetadata(({ tokenUrl }) => ({ token_endpoint: tokenUrl })),
    ],
    [
      'where the server speaks for another one',
      /metadata is about another server$/,
      {
        wellKnown: (_server, { origin }) => ({
          [METADATA_PATH]: { resource: 'https://bank.example/mcp', authorization_servers: [origin] },
        }),
      },
    ],
    [
      'to an address that is never called',
      /on the list of networks that are never called\)$/,
      { wellKnown: naming(() => 'http://10.9.8.7') },
    ],
    [
      'to a token URL that is never called',
      /on the list of networks that are never called\)$/,
      { wellKnown: named },
      endpoint('http://10.9.8.7/token'),
    ],
    [
      'to a token URL of another kind',
      /names no token URL that can be called$/,
      { wellKnown: named },
      endpoint('file:///etc/passwd'),
    ],
    [
      'to a token URL with a password',
      /names no token URL that can be called$/,
      { wellKnown: named },
      endpoint('http://a:b@127.0.0.1/token'),
    ],
    [
      'to something that is no issuer',
      /names no authorization server that can be called$/,
      { wellKnown: naming(() => 'javascript:alert(1)') },
    ],
    [
      'where the metadata is elsewhere',
      /redirects to another host/,
      { wellKnown: named },
      (issuer) => void Object.assign(issuer, { redirect: 'http://127.0.0.1:9/' }),
    ],
    [
      'where the metadata is a page',
      /says nowhere where tokens are given out; set "tokenUrl"$/,
      { wellKnown: named },
      asMetadata(() => '<html>'),
    ],
    ['where there is no metadata', /says nowhere where tokens are given out; set "tokenUrl"$/, {}],
    [
      'where the metadata is without end',
      /metadata answers with more than 64 KiB$/,
      { wellKnown: named },
      asMetadata(() => 'x'.repeat(70_000)),
    ],
    [
      'where many servers are named, to any but the first',
      /cannot be reached \(connection refused\)$/,
      {
        wellKnown: (server, { origin }) => ({
          [METADATA_PATH]: { resource: server.url, authorization_servers: ['http://127.0.0.1:9', origin] },
        }),
      },
    ],
  ];
  test.each(hostile)('%s', async (_name, says, options, spoil) => {
    const { issuer, check } = await startProtected({ ...options, auth, denyHosts: ['10.0.0.0/8'] });
    spoil?.(issuer);
    for (let round = 1; round <= 2; round++) {
      const { failure } = await check();
      expect(failure).toMatchObject({ stage: 'handshake', code: 'unauthorized' });
      expect(failure?.message).toMatch(says);
      expect(failure?.message).not.toMatch(/10\.9|example|127\.0/);
    }
    expect(issuer.forms).toEqual([]);
  });

  test('to another authorization server than before', async () => {
    const thief = await startAuthorizationServer();
    onTestFinished(() => thief.close());
    let current = '';
    const { issuer, check } = await startProtected({ auth, wellKnown: naming(({ origin }) => current || origin) });
    expect((await check()).failure).toBeNull();
    // What was found is forgotten once it gives no token.
    issuer.onToken = (visit) => visit.send(500, '');
    issuer.valid.clear();
    await check();
    current = thief.origin;
    const { failure } = await check();
    expect(failure?.message).toMatch(/names another authorization server than before/);
    expect(thief.forms).toEqual([]);
    current = '';
    issuer.onToken = null;
    expect((await check()).failure).toBeNull();
  });
});
