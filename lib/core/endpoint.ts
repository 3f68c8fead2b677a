// One monitored thing: an MCP server or a health URL, with the policy that judges it. Holds expanded secrets in
// memory (headers, env, a client's secret), so an Endpoint is never stored, logged or sent to a page.
import type { Canary } from '@/lib/core/catalogue/canary';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';

export const ENDPOINT_TYPES = ['http', 'sse', 'stdio', 'health'] as const;
export type EndpointType = (typeof ENDPOINT_TYPES)[number];

export interface Policy {
  /** Time between two checks, 10 s to 1 day. */
  intervalMs: number;
  /** The outer deadline of one check, 1 s to 60 s. */
  timeoutMs: number;
  /** Bad checks in a row that confirm a worse status, 1 to 10. */
  confirm: number;
  /** Better checks in a row that end it, 1 to 10. */
  recover: number;
  /** A slower handshake and tool list is degraded. */
  slowAfterMs: number;
}

export const DEFAULT_POLICY: Policy = {
  intervalMs: MINUTE_MS,
  timeoutMs: 10 * SECOND_MS,
  confirm: 3,
  recover: 2,
  slowAfterMs: 2 * SECOND_MS,
};

export const TIMEOUT_LIMIT_MS = 60 * SECOND_MS;

/** How to call an MCP server. `auto` tries Streamable HTTP and falls back to HTTP+SSE when the POST is refused. */
export type Target =
  | { kind: 'http'; url: string; headers: Record<string, string>; dialect: 'auto' | 'http' | 'sse' }
  | { kind: 'stdio'; command: string; args: string[]; env: Record<string, string>; cwd: string | null }
  | { kind: 'health' };

export interface HealthTarget {
  url: string;
  headers: Record<string, string>;
  /** A failing /health makes the endpoint down instead of degraded. */
  required: boolean;
  /** Dependency error texts may be shown to visitors. */
  public: boolean;
}

/** OAuth 2.1 for machines: the client credentials grant (RFC 6749, section 4.4). */
export interface OAuthClientCredentials {
  /** Where tokens are given out; null when it is to be found by way of the issuer or of the server itself. */
  tokenUrl: string | null;
  /** The only authorization server that may see the secret; null when the server may name it. */
  issuer: string | null;
  clientId: string;
  clientSecret: string;
  /** Separated by spaces; null leaves it to the authorization server. */
  scope: string | null;
  /** RFC 8707; null sends the one the server names, where it was asked. */
  resource: string | null;
  /** A parameter that some authorization servers want; null for most. */
  audience: string | null;
}

/** Whom to trust over TLS, besides the authorities that Node trusts. */
export interface TlsTrust {
  /** Certificates in PEM that are trusted too; null for none. */
  ca: string | null;
  /** Accepts any certificate: who answers is not known then. */
  insecure: boolean;
}

export const DEFAULT_TLS: TlsTrust = { ca: null, insecure: false };

export interface Endpoint {
  slug: string;
  /** The name in the mcp.json. */
  name: string;
  /** What visitors read; the name when none is given. */
  title: string;
  description: string | null;
  group: string | null;
  /** The address visitors may read; null unless the configuration names one for them. */
  publicUrl: string | null;
  type: EndpointType;
  target: Target;
  health: HealthTarget | null;
  policy: Policy;
  /** Names or globs (`list_*`) of tools that must be listed. */
  expectTools: string[];
  /** A tool that is called after each list; null for none. */
  canary: Canary | null;
  /** Null for servers that want no token, or a fixed one in a header. */
  auth: OAuthClientCredentials | null;
  /** For the server, its /health and its authorization server. */
  tls: TlsTrust;
  hidden: boolean;
  paused: boolean;
  /** File that names it, relative to the configuration folder; null for one made in the panel. */
  source: string | null;
  /** Why it is never contacted ("MY_TOKEN is not set"); null when it is fit to be called. */
  problem: string | null;
  /** The variables that are not set, when that is all of the problem. */
  unsetVariables?: string[];
}
