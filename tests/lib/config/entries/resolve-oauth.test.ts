// The OAuth client of an entry.
import { describe, expect, it } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();
const env = { ID: 'roll-call', SECRET: 'very-s3cret', TENANT: 'acme' };
const client = { tokenUrl: 'https://login.test/token', clientId: '${ID}', clientSecret: '${SECRET}' };
const none = { tokenUrl: null, issuer: null, scope: null, resource: null, audience: null };

function load(oauth: unknown, entry: object = { url: 'https://a.test/mcp' }) {
  folder.write('mcp.json', { mcpServers: { a: entry } });
  folder.write('rollcall.json', { endpoints: { a: { oauth } } });
  const { endpoints, problems, secrets } = folder.load({ env });
  return { endpoint: endpoints[0], problems, secrets: secrets.get('a') };
}

describe('oauth', () => {
  it('is resolved with its variables, and its secret is told as one', () => {
    const rest = { scope: 'read list', resource: 'urn:${TENANT}', audience: 'tools' };
    const { endpoint, problems, secrets } = load({
      ...client,
      tokenUrl: 'https://login.test/${TENANT}/token',
      ...rest,
    });
    expect(problems).toEqual([]);
    expect(endpoint?.problem).toBeNull();
    expect(endpoint?.auth).toEqual({
      ...none,
      ...rest,
      resource: 'urn:acme',
      tokenUrl: 'https://login.test/acme/token',
      clientId: 'roll-call',
      clientSecret: 'very-s3cret',
    });
    expect(secrets).toContain('very-s3cret');
    expect(secrets).not.toContain('roll-call');
  });

  it('may name an issuer instead', () => {
    const { endpoint, problems } = load({ ...client, tokenUrl: undefined, issuer: 'https://login.test/realms/a' });
    expect(problems).toEqual([]);
    expect(endpoint?.auth).toMatchObject({ tokenUrl: null, issuer: 'https://login.test/realms/a' });
  });

  it.each<[string, object, string, RegExp]>([
    [
      'a secret in the file',
      { ...client, clientSecret: 'plain' },
      'clientSecret',
      /"oauth.clientSecret" is written into/,
    ],
    [
      'a secret that is only a default',
      { ...client, clientSecret: '${NONE:-plain}' },
      'clientSecret',
      /is written into/,
    ],
    ['nobody who is named', { ...client, tokenUrl: undefined }, '', /the server itself says who gets to see/],
  ])('warns of %s, and works', (_case, oauth, key, message) => {
    const { endpoint, problems } = load(oauth);
    const path = ['endpoints.a.oauth', key].filter((part) => part !== '').join('.');
    expect(problems).toMatchObject([{ severity: 'warning', file: 'rollcall.json', path }]);
    expect(problems[0]?.message).toMatch(message);
    expect(JSON.stringify(problems)).not.toContain('plain');
    expect(endpoint).toMatchObject({ problem: null, auth: { clientId: 'roll-call' } });
  });

  it('warns of a header that it replaces', () => {
    const { problems } = load(client, { url: 'https://a.test', headers: { authorization: 'Bearer ${SECRET}' } });
    expect(problems).toMatchObject([
      { message: 'the header "Authorization" is left out, since oauth gives the token for it' },
    ]);
  });

  it.each<[string, object]>([
    ['a program', { command: 'x' }],
    ['a health URL', { rollcall: { type: 'health', health: 'https://a.test/health' } }],
  ])('is ignored for %s', (_case, entry) => {
    const { endpoint, problems } = load(client, entry);
    expect(endpoint).toMatchObject({ problem: null, auth: null });
    expect(problems).toMatchObject([{ severity: 'warning', message: expect.stringMatching(/^oauth is ignored/) }]);
  });

  it.each<[string, object, string]>([
    ['a variable that is not set', { ...client, clientSecret: '${UNSET}' }, 'UNSET is not set'],
    [
      'a token URL that is none',
      { ...client, tokenUrl: 'login' },
      'the oauth tokenUrl is no web address (write it as https://host/path)',
    ],
    [
      'an issuer of another kind',
      { ...client, issuer: 'ftp://x' },
      'the oauth issuer begins with ftp: which is not called (write it as https://host/path)',
    ],
  ])('keeps the server from being called for %s', (_case, oauth, problem) => {
    expect(load(oauth).endpoint?.problem).toBe(problem);
  });

  it('is an error in rollcall.json when it is no client', () => {
    const { problems } = load({ clientId: 'a', secret: 'b' });
    expect(problems.map(({ severity, path }) => [severity, path])).toContainEqual([
      'error',
      'endpoints.a.oauth.clientSecret',
    ]);
    expect(JSON.stringify(problems)).not.toContain('"b"');
  });

  it('of MCP clients is for people who log in, and means nothing here', () => {
    const entry = {
      url: 'https://a.test',
      oauth: { redirectUri: 'http://127.0.0.1/', oauthScopes: ['a'] },
      auth: { CLIENT_ID: 'x', CLIENT_SECRET: 'y', scopes: [] },
      oauthScopes: ['a'],
    };
    expect(load(undefined, entry)).toMatchObject({ problems: [], endpoint: { problem: null, auth: null } });
  });
});
