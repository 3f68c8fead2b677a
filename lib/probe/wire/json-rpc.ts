// Tells apart what may stand in a JSON-RPC message. Pure; says nothing about whether the message is wanted.

import { type RpcError, toRpcError } from '@/lib/probe/fault/rpc-fault';
import { field, isObject, textField } from './field';

export type Message =
  | { kind: 'request'; id: string; method: string }
  | { kind: 'notification'; method: string }
  /** `id` is null where the server did not say which request failed. */
  | { kind: 'answer'; id: string | null; error: RpcError | null };

/** Null for what is no message at all. Ids are compared as text, since "1" comes back for 1 from some servers. */
export function readMessage(value: unknown): Message | null {
  if (!isObject(value)) return null;
  const id = idOf(value);
  const method = textField(value, 'method');
  if (method !== null) return id === null ? { kind: 'notification', method } : { kind: 'request', id, method };
  const error = toRpcError(value);
  if (error !== null) return { kind: 'answer', id, error };
  return Object.hasOwn(value, 'result') ? { kind: 'answer', id, error: null } : null;
}

function idOf(value: object): string | null {
  const id = field(value, 'id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
