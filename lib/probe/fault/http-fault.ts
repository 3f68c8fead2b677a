// What an HTTP status that is no answer means, also when its body holds a JSON-RPC error. Pure.
import type { FailureCode } from '@/lib/core/failure';
import { ProbeFault } from './probe-fault';
import { parseRpcError, type RpcError, rpcFault, saysUnauthorized } from './rpc-fault';

export const SESSION_LOST = 'no longer knows the session it had just opened';

export interface RefusedAnswer {
  status: number;
  /** The start of the body; empty when there was none. */
  text: string;
  hasRetryAfter: boolean;
  /** The request carried a session that the server had given. */
  hadSession: boolean;
  /** The JSON-RPC method of the request; null where it had none. */
  rpcMethod: string | null;
}

/** @returns the fault for any status that is not 2xx */
export function httpFault(answer: RefusedAnswer): ProbeFault {
  const fault = faultOfStatus(answer);
  if (answer.rpcMethod !== 'notifications/initialized' || !SPEAKS_OF_THE_SERVER.has(fault.code)) return fault;
  const error = parseRpcError(answer.text);
  const said = `HTTP ${answer.status}${error === null ? '' : `, error ${error.code}`}`;
  const message = `answers initialize, but refuses the initialized notification (${said})`;
  return fault.worded(message);
}

/** Their sentences are about all that is asked of a server; this one has just answered `initialize`. */
const SPEAKS_OF_THE_SERVER: ReadonlySet<FailureCode> = new Set([
  'http_not_found',
  'http_client_error',
  'http_server_error',
  'rpc_error',
]);

function faultOfStatus(answer: RefusedAnswer): ProbeFault {
  const { status, text } = answer;
  const error = parseRpcError(text);
  const detail = `HTTP ${status}${text.trim() === '' ? '' : `: ${text}`}`;
  const facts = { httpStatus: status };
  if (status === 401) return new ProbeFault('unauthorized', 'asks for a credential (HTTP 401)', detail, facts);
  if (status === 403) return new ProbeFault('forbidden', 'refuses access (HTTP 403)', detail, facts);
  if (isThrottled(answer))
    return new ProbeFault('throttled', `asks to be called less often (HTTP ${status})`, detail, facts);
  if (error !== null && isDecidedByRpc(error)) return rpcFault(error, detail);
  if (answer.hadSession && isSessionRefusal(status, error)) {
    return new ProbeFault('session_lost', SESSION_LOST, detail);
  }
  if (status < 500 && error !== null) return rpcFault(error, detail);
  if (status === 404 || status === 410) {
    return new ProbeFault('http_not_found', `nothing is served at this address (HTTP ${status})`, detail, facts);
  }
  if (status >= 500) return new ProbeFault('http_server_error', `the server fails (HTTP ${status})`, detail, facts);
  if (status >= 400) return new ProbeFault('http_client_error', `refuses the request (HTTP ${status})`, detail, facts);
  return new ProbeFault('http_invalid', `answers with an unexpected status (HTTP ${status})`, detail, facts);
}

function isThrottled({ status, hasRetryAfter }: RefusedAnswer): boolean {
  return status === 429 || (status === 503 && hasRetryAfter);
}

/** The JSON-RPC error says more than the status around it. */
function isDecidedByRpc(error: RpcError): boolean {
  return error.code === -32022 || saysUnauthorized(error);
}

/** 404 by the spec (2025-11-25, transports, session management); servers also use 400 with words. */
function isSessionRefusal(status: number, error: RpcError | null): boolean {
  return status === 404 || (status === 400 && /session/i.test(error?.message ?? ''));
}
