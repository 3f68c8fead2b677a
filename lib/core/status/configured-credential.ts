// What the configuration gives us to be let in with, as far as it may be remembered: whether there is anything, and when
// it runs out. It looks at secrets and lets none of them out.
import type { Endpoint } from '@/lib/core/endpoint';
import type { UnixMs } from '@/lib/core/time';
import { bearerTokens, jwtExpiresAt } from './token-expiry';

type CredentialHolder = Pick<Endpoint, 'target' | 'health' | 'auth'>;

export interface ConfiguredCredential {
  isGiven: boolean;
  /** The first end of all its bearer tokens; null when none of them says. */
  expiresAt: UnixMs | null;
}

/** Names of headers and variables that carry credentials, in every spelling seen: Authorization, X-Api-Key, GITHUB_TOKEN. */
const CREDENTIAL_NAME = /auth|token|key|secret|passw|credential|cookie|session/i;

export function configuredCredential(endpoint: CredentialHolder): ConfiguredCredential {
  const { isSpoken, values } = carriersOf(endpoint);
  const isCarried = Object.entries(values).some(([name, value]) => CREDENTIAL_NAME.test(name) && value !== '');
  const ends = isSpoken ? bearerTokens(values).map(jwtExpiresAt) : [];
  const known = ends.filter((at) => at !== null);
  return { isGiven: isCarried || endpoint.auth !== null, expiresAt: known.length === 0 ? null : Math.min(...known) };
}

/** `isSpoken`: the values are headers, which say themselves that they are bearer tokens. */
function carriersOf({ target, health }: CredentialHolder) {
  switch (target.kind) {
    case 'http':
      return { isSpoken: true, values: target.headers };
    case 'stdio':
      return { isSpoken: false, values: target.env };
    case 'health':
      return { isSpoken: true, values: health?.headers ?? {} };
    default:
      return target satisfies never;
  }
}
