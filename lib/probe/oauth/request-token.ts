// Asks an authorization server for a token in the client's own name (client credentials, RFC 6749, section 4.4).
import type { OAuthClientCredentials } from '@/lib/core/endpoint';
import type { UnixMs } from '@/lib/core/time';
import { textField } from '@/lib/probe/wire/field';
import type { AuthorizationServer, ClientAuthentication } from './authorization-server';
import type { AskForJson, JsonAnswer } from './json-line';
import { readToken } from './read-token';
import type { AccessToken } from './token-store';

export interface Granted {
  token: AccessToken;
  /** The one that the authorization server took. */
  authentication: ClientAuthentication;
}

/** @throws ProbeFault `unauthorized` with the sentence for people */
export async function requestToken(
  { tokenUrl, authentications, resource }: AuthorizationServer,
  auth: OAuthClientCredentials,
  ask: AskForJson,
  nowMs: () => UnixMs,
): Promise<Granted> {
  const wanted = { scope: auth.scope, resource, audience: auth.audience };
  const [first, second] = authentications;
  let authentication = first ?? 'client_secret_basic';
  let answer = await ask('the authorization server', tokenRequest(tokenUrl, wanted, shown(auth, authentication)));
  if (second !== undefined && isClientRefused(answer)) {
    // Not every one says which way it wants, and some know but one.
    authentication = second;
    answer = await ask('the authorization server', tokenRequest(tokenUrl, wanted, shown(auth, authentication)));
  }
  return { token: readToken(answer, nowMs()), authentication };
}

/** What shows that the client is the client. */
interface Shown {
  headers: Record<string, string>;
  parameters: Record<string, string>;
}

function tokenRequest(url: string, wanted: Record<string, string | null>, { headers, parameters }: Shown) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...parameters });
  for (const [name, value] of Object.entries(wanted)) if (value !== null) body.set(name, value);
  return {
    method: 'POST' as const,
    url,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: body.toString(),
  };
}

function shown({ clientId, clientSecret }: OAuthClientCredentials, authentication: ClientAuthentication): Shown {
  switch (authentication) {
    case 'client_secret_basic': {
      const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
      return { headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }, parameters: {} };
    }
    case 'client_secret_post':
      return { headers: {}, parameters: { client_id: clientId, client_secret: clientSecret } };
    default:
      return authentication satisfies never;
  }
}

/**
 * Both are form-encoded before they are joined (RFC 6749, 2.3.1), or a colon in the id would end it. No more than must
 * be, since not every authorization server decodes them.
 */
function formEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');
}

function isClientRefused({ status, value }: JsonAnswer): boolean {
  return status === 401 || (status === 400 && textField(value, 'error') === 'invalid_client');
}
