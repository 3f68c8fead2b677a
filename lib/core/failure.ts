// What can go wrong in a check, as a closed set. Codes are stored, served by the API and matched by alert
// routes: add to them, never rename one.
import type { UnixMs } from '@/lib/core/time';

/** Where a check can fail, in the order in which a client walks. */
export const STAGES = ['reach', 'handshake', 'tools', 'dependencies'] as const;
export type Stage = (typeof STAGES)[number];

export const FAILURE_CODES = [
  // The network on the way to the server.
  'dns_not_found', // no such host
  'dns_failed', // the resolver did not answer
  'refused', // nothing listens on the port
  'unreachable', // no route to the host or network
  'reset', // connection closed before an answer
  'connect_timeout', // no TCP or TLS connection in time
  'blocked', // our own address policy forbids the target
  // TLS.
  'tls_expired',
  'tls_not_yet_valid',
  'tls_untrusted', // self-signed or unknown issuer
  'tls_wrong_host',
  'tls_failed', // any other TLS fault
  // HTTP.
  'http_not_found', // 404, 410
  'http_client_error', // any other 4xx but 401, 403, 404, 410, 429
  'http_server_error', // 5xx
  'throttled', // 429, or 503 with Retry-After
  'redirected', // a redirect that may not be followed
  'http_invalid', // not HTTP, or headers over the limit
  // stdio.
  'command_not_found',
  'command_failed', // could not be started for another reason
  'exited', // the process ended before it answered
  // Anywhere.
  'timeout', // the check's deadline passed in this stage
  'too_large', // more bytes, lines, pages or entries than a client would take
  'stream_ended', // the stream closed without the awaited answer
  'flooded', // the server sent requests without end
  // Credentials.
  'unauthorized', // 401, an OAuth challenge, or a JSON-RPC error that says so
  'forbidden', // 403
  // MCP.
  'not_mcp', // answers HTTP, but not MCP: HTML, wrong content type, no JSON-RPC
  'bad_json',
  'bad_answer', // JSON, but not what the protocol asks for
  'rpc_error', // a well-formed JSON-RPC error
  'version_unsupported', // no protocol version in common
  'session_lost', // the session was refused right after it was opened
  // The catalogue.
  'tools_invalid',
  'tools_duplicate',
  'tools_missing', // expectTools names one that is not listed
  'tools_incomplete', // paging broke off or went in circles
  'tools_empty', // the tools capability is advertised, and the list is empty
  // Health.
  'dependency_failed', // a dependency named in /health is bad
  'health_failed', // /health itself says it is bad, naming no dependency
  // Canary call (opt-in).
  'canary_failed',
  // Speed.
  'slow',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Of all that a failure is about: more are counted, not named. */
export const NAMES_KEPT = 6;

/**
 * What a message tells beside its code, in no language: with it the pages of another language word the failure themselves
 * (lib/core/words/cause-text.ts). Redacted and public, as the message is; each is left out where it is not known.
 */
export interface FailureFacts {
  httpStatus?: number;
  /** Of a JSON-RPC error. */
  rpcCode?: number;
  exitCode?: number;
  /** What ended the process: "SIGKILL". */
  signal?: string;
  /** How long it took. */
  tookMs?: number;
  /** How long it may take. */
  limitMs?: number;
  /** How much it may send. */
  limitBytes?: number;
  /** What it is about: tools, dependencies, protocol versions or a command. The first `NAMES_KEPT`. */
  names?: string[];
  /** How many there are of what `names` begins to list, or of entries with this fault. */
  count?: number;
  /** It is the authorization server that does not do its part. */
  isOfAuthorization?: boolean;
}

export interface Failure {
  stage: Stage;
  code: FailureCode;
  /** One line for people, English, at most 300 characters, redacted, no trailing stop: "connection refused on port 4100". */
  message: string;
  /** Left out where the code says it all. */
  facts?: FailureFacts;
  /** What only administrators may read (stderr, raw status text); redacted too. Null when there is nothing more. */
  detail: string | null;
}

/** What a server said when it refused us; for administrators, never public. */
export interface Challenge {
  scheme: string | null;
  realm: string | null;
  scopes: string[];
  resourceMetadataUrl: string | null;
  authorizationServers: string[];
  error: string | null;
  seenAt?: UnixMs;
}
