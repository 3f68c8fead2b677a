// Reads what the SDK's transports are about to send, so that the wires can account for it.
import type { GuardedRequest } from '@/lib/probe/fetch/http-exchanger';
import { readMessage } from './json-rpc';

export interface Outgoing {
  request: GuardedRequest;
  /** Of the JSON-RPC request in the body, as text; null for notifications, answers and empty bodies. */
  id: string | null;
  rpcMethod: string | null;
}

/** `signal` stands in for the transport's own: the wire that gives it is closed together with the transport. */
export function readOutgoing(url: string | URL, init: RequestInit | undefined, signal: AbortSignal): Outgoing {
  const body = typeof init?.body === 'string' ? init.body : undefined;
  const message = body === undefined ? null : readMessage(JSON.parse(body));
  const rpcMethod = message === null || message.kind === 'answer' ? null : message.method;
  return {
    id: message?.kind === 'request' ? message.id : null,
    rpcMethod,
    request: {
      method: methodOf(init?.method),
      url: String(url),
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(body === undefined ? {} : { body }),
      rpcMethod,
      isOnce: rpcMethod === 'tools/call',
      signal,
    },
  };
}

function methodOf(method = 'GET'): GuardedRequest['method'] {
  const upper = method.toUpperCase();
  if (upper === 'GET' || upper === 'POST' || upper === 'DELETE') return upper;
  throw new TypeError(`the transports send no ${upper}`);
}

/** The media type alone: lower case, without parameters; empty when none is given. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
