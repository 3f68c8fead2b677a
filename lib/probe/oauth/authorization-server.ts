// Finds out who gives tokens for a server: as configured, or by the server's protected-resource metadata (RFC 9728) and
// the authorization server's own (RFC 8414, or OpenID Connect). The secret must only go where the configuration, or the
// first answer, has pointed: a server that could send it elsewhere would get to know it.
import { buildDiscoveryUrls, checkResourceAllowed } from '@modelcontextprotocol/client';
import type { OAuthClientCredentials } from '@/lib/core/endpoint';
import { field, textField } from '@/lib/probe/wire/field';
import type { AskForJson } from './json-line';
import { tokenFault } from './token-fault';

/** How a client shows its secret (RFC 6749, 2.3.1): in a header, or in the body. */
export type ClientAuthentication = 'client_secret_basic' | 'client_secret_post';
const AUTHENTICATIONS: readonly ClientAuthentication[] = ['client_secret_basic', 'client_secret_post'];

export interface AuthorizationServer {
  tokenUrl: string;
  /** Null where the configuration names the token URL itself. */
  issuer: string | null;
  /** In the order in which to try them. */
  authentications: readonly ClientAuthentication[];
  /** For which resource to ask (RFC 8707); null to leave it out. */
  resource: string | null;
}

export interface Sought {
  auth: OAuthClientCredentials;
  serverUrl: string;
  /** Where the server says that its metadata is; null when it did not say. */
  metadataUrl: string | null;
}

/** It can be found without a word from the server. */
export function isConfigured({ tokenUrl, issuer }: OAuthClientCredentials): boolean {
  return tokenUrl !== null || issuer !== null;
}

/** @throws ProbeFault `unauthorized` with the sentence for people */
export async function findAuthorizationServer(sought: Sought, ask: AskForJson): Promise<AuthorizationServer> {
  const { auth, serverUrl } = sought;
  if (auth.tokenUrl !== null) {
    return { tokenUrl: auth.tokenUrl, issuer: null, authentications: AUTHENTICATIONS, resource: auth.resource };
  }
  const named = auth.issuer === null ? await askServer(sought, ask) : { issuer: auth.issuer, resource: null };
  const metadata = await readMetadata(named.issuer, ask);
  return {
    tokenUrl: tokenEndpointOf(metadata, serverUrl),
    issuer: named.issuer,
    authentications: authenticationsOf(metadata),
    resource: auth.resource ?? named.resource,
  };
}

async function askServer({ serverUrl, metadataUrl }: Sought, ask: AskForJson) {
  const { origin, pathname } = new URL(serverUrl);
  const wellKnown = `${origin}/.well-known/oauth-protected-resource`;
  // Behind the path first, where there is one (RFC 9728, section 3.1).
  const places =
    metadataUrl === null ? [...new Set([`${wellKnown}${pathname.replace(/\/$/, '')}`, wellKnown])] : [metadataUrl];
  for (const url of places) {
    const { status, value } = await ask("the server's metadata", { method: 'GET', url, headers: JSON_WANTED });
    const [issuer] = texts(field(value, 'authorization_servers'));
    if (status !== 200 || issuer === undefined) continue;
    const resource = textField(value, 'resource') ?? `${origin}${pathname}`;
    if (!isFor(resource, serverUrl)) throw tokenFault("the server's metadata is about another server", resource);
    return { issuer, resource };
  }
  // MCP 2025-03-26 took the server for its own authorization server.
  return { issuer: origin, resource: null };
}

const JSON_WANTED = { accept: 'application/json' };

async function readMetadata(issuer: string, ask: AskForJson): Promise<unknown> {
  const subject = "the authorization server's metadata";
  if (!isWebAddress(issuer)) throw tokenFault('the server names no authorization server that can be called', issuer);
  for (const { url } of buildDiscoveryUrls(issuer)) {
    const { status, value } = await ask(subject, { method: 'GET', url: url.href, headers: JSON_WANTED });
    if (status !== 200 || textField(value, 'token_endpoint') === null) continue;
    const named = textField(value, 'issuer');
    if (named !== null && withoutSlash(named) === withoutSlash(issuer)) return value;
    throw tokenFault(`${subject} names another issuer`, `expected ${issuer}, got ${named}`);
  }
  throw tokenFault(`${subject} says nowhere where tokens are given out; set "tokenUrl"`, issuer);
}

/** A server called over TLS may not have the secret sent in the clear. */
function tokenEndpointOf(metadata: unknown, serverUrl: string): string {
  const endpoint = textField(metadata, 'token_endpoint') ?? '';
  const subject = "the authorization server's metadata";
  if (!isWebAddress(endpoint)) throw tokenFault(`${subject} names no token URL that can be called`, endpoint);
  const isPlain = new URL(endpoint).protocol === 'http:' && new URL(serverUrl).protocol === 'https:';
  if (isPlain) throw tokenFault(`${subject} wants the secret over plain http`, endpoint);
  return endpoint;
}

function authenticationsOf(metadata: unknown): readonly ClientAuthentication[] {
  const offered = texts(field(metadata, 'token_endpoint_auth_methods_supported'));
  const known = AUTHENTICATIONS.filter((method) => offered.includes(method));
  return known.length === 0 ? AUTHENTICATIONS : known;
}

function isFor(resource: string, serverUrl: string): boolean {
  return URL.canParse(resource) && checkResourceAllowed({ requestedResource: serverUrl, configuredResource: resource });
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}
