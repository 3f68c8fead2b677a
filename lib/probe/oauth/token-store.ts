// Remembers the access tokens of endpoints and who gave them out. In memory only: a token is a secret, and another one is
// a request away.
import type { OAuthClientCredentials } from '@/lib/core/endpoint';
import type { UnixMs } from '@/lib/core/time';
import type { AuthorizationServer } from './authorization-server';

export interface AccessToken {
  value: string;
  expiresAt: UnixMs;
}

/** What is known of one endpoint; whoever asks for tokens writes it. */
export interface Grant {
  token: AccessToken | null;
  /** Null as long as it is not found, and after it gave no token. */
  server: AuthorizationServer | null;
  /** When the server refused a token that had just been given out; null while it takes them. */
  refusedAt: UnixMs | null;
  /** The first authorization server that was found: no other one gets to see the secret. */
  issuer: string | null;
}

export interface OAuthClient {
  slug: string;
  auth: OAuthClientCredentials;
  /** The MCP server that the token is for. */
  serverUrl: string;
}

export interface TokenStore {
  /** An empty grant for a client that is new or was configured anew. */
  grantOf(client: OAuthClient): Grant;
}

/** One entry an endpoint. */
export function createTokenStore(): TokenStore {
  const entries = new Map<string, { identity: string; grant: Grant }>();
  return {
    grantOf({ slug, auth, serverUrl }) {
      const identity = JSON.stringify([auth, serverUrl]);
      const known = entries.get(slug);
      if (known?.identity === identity) return known.grant;
      const grant: Grant = { token: null, server: null, refusedAt: null, issuer: null };
      entries.set(slug, { identity, grant });
      return grant;
    },
  };
}
