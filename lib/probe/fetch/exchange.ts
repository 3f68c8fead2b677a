// What one HTTP request and its answer looked like on the wire; the evidence that timings and verdicts are read from.

/** All times are milliseconds since the check began. */
export interface Exchange {
  method: string;
  /** Without query and credentials. */
  address: string;
  /** The JSON-RPC method of the body; null for other requests. */
  rpcMethod: string | null;
  startedMs: number;
  /** When a new connection stood (TCP, and TLS where asked for); null when one was reused or none came about. */
  connectedMs: number | null;
  /** When the status line and headers had arrived. */
  answeredMs: number | null;
  /** When the body had ended or was given up. */
  endedMs: number | null;
  status: number | null;
  contentType: string | null;
  wwwAuthenticate: string | null;
  retryAfter: string | null;
  /** The request carried a session id that the server had given. */
  hadSession: boolean;
  /** Decoded bytes read so far. */
  bytes: number;
  /** The code of a network error (ECONNREFUSED, CERT_HAS_EXPIRED, …); null when there was none. */
  errorCode: string | null;
}

interface Asked {
  method: string;
  rpcMethod?: string | null;
  headers: Record<string, string>;
}

export function startExchange(asked: Asked, url: URL, startedMs: number): Exchange {
  return {
    method: asked.method,
    address: `${url.origin}${url.pathname}`,
    rpcMethod: asked.rpcMethod ?? null,
    startedMs,
    connectedMs: null,
    answeredMs: null,
    endedMs: null,
    status: null,
    contentType: null,
    wwwAuthenticate: null,
    retryAfter: null,
    hadSession: asked.headers['mcp-session-id'] !== undefined,
    bytes: 0,
    errorCode: null,
  };
}
