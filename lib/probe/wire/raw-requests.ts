// Requests of our own on a connected client's transport. The SDK's request() rejects a whole page of tools for one bad
// entry on 2026-07-28, whatever schema is given to it; here the result comes back as it was received.
import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type Client,
  type Implementation,
  type JSONRPCMessage,
  PROTOCOL_VERSION_META_KEY,
  ProtocolError,
  SdkError,
  SdkErrorCode,
  type Transport,
} from '@modelcontextprotocol/client';
import { readMessage } from './json-rpc';

/** From this revision on every request carries its version and capabilities (SEP-2575). */
export const FIRST_MODERN_VERSION = '2026-07-28';
/** Far above the SDK's own counter, which starts at 0; numbers, because not every server takes text ids. */
const FIRST_ID = 1_000;

/**
 * `headers` go along where the server speaks 2026-07-28 over HTTP, and are dropped elsewhere.
 * @returns the result as received
 * @throws ProtocolError, what the transport throws, or the reason of the signal
 */
export type Ask = (
  method: string,
  params: Record<string, unknown>,
  headers?: Record<string, string>,
) => Promise<unknown>;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** `client` is connected. Takes the answers to its own requests off the transport and leaves all else to the client. */
export function createRawRequests(client: Client, clientInfo: Implementation, signal: AbortSignal): Ask {
  const transport = client.transport;
  if (transport === undefined) throw new SdkError(SdkErrorCode.NotConnected, 'the client is not connected');
  const waiting = new Map<string, Waiting>();
  listen(transport, waiting);
  const rejectAll = (error: unknown): void => {
    for (const request of waiting.values()) request.reject(error);
    waiting.clear();
  };
  signal.addEventListener('abort', () => rejectAll(signal.reason), { once: true });
  const closed = client.onclose;
  client.onclose = () => {
    closed?.();
    rejectAll(new SdkError(SdkErrorCode.ConnectionClosed, 'Connection closed'));
  };

  const envelope = envelopeFor(client.getNegotiatedProtocolVersion(), clientInfo);
  let nextId = FIRST_ID;
  return async (method, params, headers = {}) => {
    signal.throwIfAborted();
    const id = nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(String(id), { resolve, reject });
    const message = { jsonrpc: '2.0' as const, id, method, params: { ...params, ...envelope } };
    transport.send(message, envelope._meta === undefined ? {} : { headers }).catch((error: unknown) => {
      waiting.delete(String(id));
      reject(error);
    });
    return promise;
  };
}

function envelopeFor(version: string | undefined, clientInfo: Implementation): { _meta?: Record<string, unknown> } {
  if (version === undefined || version < FIRST_MODERN_VERSION) return {};
  return {
    _meta: {
      [PROTOCOL_VERSION_META_KEY]: version,
      [CLIENT_INFO_META_KEY]: clientInfo,
      [CLIENT_CAPABILITIES_META_KEY]: {},
    },
  };
}

function listen(transport: Transport, waiting: Map<string, Waiting>): void {
  const forward = transport.onmessage;
  transport.onmessage = (message, extra) => {
    const read = readMessage(message);
    const request = read?.kind === 'answer' && read.id !== null ? waiting.get(read.id) : undefined;
    if (read?.kind !== 'answer' || read.id === null || request === undefined) {
      forward?.(message, extra);
      return;
    }
    waiting.delete(read.id);
    if (read.error !== null) request.reject(new ProtocolError(read.error.code, read.error.message, read.error.data));
    else request.resolve(resultOf(message));
  };
}

function resultOf(message: JSONRPCMessage): unknown {
  return 'result' in message ? message.result : undefined;
}
