// Where a secret may go that a server called over TLS has pointed to.
import { describe, expect, test } from 'vitest';
import { findAuthorizationServer } from '@/lib/probe/oauth/authorization-server';
import type { AskForJson } from '@/lib/probe/oauth/json-line';
import { CLIENT } from '@/tests/fixtures/oauth/protected-server';

const SERVER = 'https://mcp.example/team/mcp?key=very-secret';
const ISSUER = 'https://login.example';

/** Answers by address; 404 for all others. */
function answering(documents: Record<string, unknown>, asked: string[] = []): AskForJson {
  return async (_subject, { url }) => {
    asked.push(url);
    return Object.hasOwn(documents, url) ? { status: 200, value: documents[url] } : { status: 404, value: undefined };
  };
}

const RESOURCE = 'https://mcp.example/.well-known/oauth-protected-resource/team/mcp';
const METADATA = `${ISSUER}/.well-known/oauth-authorization-server`;
const documents = (tokenUrl: unknown, resource?: unknown) => ({
  [RESOURCE]: { authorization_servers: [ISSUER], resource },
  [METADATA]: { issuer: `${ISSUER}/`, token_endpoint: tokenUrl, token_endpoint_auth_methods_supported: ['none'] },
});

const sought = { auth: CLIENT, serverUrl: SERVER, metadataUrl: null };

describe('findAuthorizationServer', () => {
  test('asks the server, then whom it names; a query of the address goes nowhere', async () => {
    const asked: string[] = [];
    const found = await findAuthorizationServer(sought, answering(documents(`${ISSUER}/token`), asked));
    expect(found).toEqual({
      tokenUrl: `${ISSUER}/token`,
      issuer: ISSUER,
      authentications: ['client_secret_basic', 'client_secret_post'],
      resource: 'https://mcp.example/team/mcp',
    });
    expect(asked).toEqual([RESOURCE, METADATA]);
  });

  test.each<[string, unknown, unknown, RegExp]>([
    ['plain http', 'http://login.example/token', undefined, /over plain http/],
    ['no address', 'token', undefined, /names no token URL that can be called/],
    ['another resource', `${ISSUER}/token`, 'https://bank.example/', /about another server/],
    ['a neighbour on the same host', `${ISSUER}/token`, 'https://mcp.example/team/other', /about another server/],
    ['a resource that is none', `${ISSUER}/token`, 'all of them', /about another server/],
  ])('refuses %s', async (_name, tokenUrl, resource, says) => {
    await expect(findAuthorizationServer(sought, answering(documents(tokenUrl, resource)))).rejects.toThrow(says);
  });

  test('asks nobody where the token URL is configured', async () => {
    const asked: string[] = [];
    const auth = { ...CLIENT, tokenUrl: 'http://keycloak:8080/token', resource: 'urn:tools' };
    const found = await findAuthorizationServer({ ...sought, auth }, answering({}, asked));
    expect(found).toMatchObject({ tokenUrl: auth.tokenUrl, issuer: null, resource: 'urn:tools' });
    expect(asked).toEqual([]);
  });
});
