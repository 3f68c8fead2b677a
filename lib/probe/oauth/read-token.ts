// Reads the answer of a token endpoint (RFC 6749, sections 5.1 and 5.2). Pure; whoever wrote the answer may be hostile.

import { jwtExpiresAt } from '@/lib/core/status/token-expiry';
import { DAY_MS, HOUR_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';
import type { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { field, textField } from '@/lib/probe/wire/field';
import type { JsonAnswer } from './json-line';
import { tokenFault } from './token-fault';
import type { AccessToken } from './token-store';

/** A server that refuses it earlier gets another one in any case. */
const UNKNOWN_LIFETIME_MS = HOUR_MS;
/** What a header can carry (RFC 6750, 2.1), and no more than servers take. */
const TOKEN = /^[\x21-\x7e]{1,8000}$/;

/** Codes of RFC 6749 and RFC 8707; any other is the server's own word and goes into the detail. */
const REFUSALS: Readonly<Record<string, string>> = {
  invalid_client: 'refused the client',
  unauthorized_client: 'refused the client',
  invalid_scope: 'refused the scope',
  invalid_target: 'refused the resource',
  unsupported_grant_type: 'gives no tokens to clients in their own name',
  invalid_request: 'refused the request',
  invalid_grant: 'refused the request',
  access_denied: 'refused the request',
};

/** @throws ProbeFault `unauthorized` with the sentence for people */
export function readToken(answer: JsonAnswer, nowMs: UnixMs): AccessToken {
  const { status, value } = answer;
  const code = textField(value, 'error');
  // Some refuse with 200.
  if (status < 200 || status > 299 || code !== null) throw refusal(answer, code);
  if (value === undefined) throw tokenFault('the authorization server answers with something that is not JSON');
  const token = textField(value, 'access_token');
  if (token === null) throw tokenFault('the authorization server answers without a token');
  if (!TOKEN.test(token)) throw tokenFault('the authorization server gives out a token that no header can carry');
  const type = textField(value, 'token_type') ?? 'bearer';
  if (type.toLowerCase() !== 'bearer') {
    throw tokenFault('the authorization server gives out tokens of a kind that Rollcall cannot use', type);
  }
  return { value: token, expiresAt: expiryOf(field(value, 'expires_in'), token, nowMs) };
}

function refusal({ status, value }: JsonAnswer, code: string | null): ProbeFault {
  const description = textField(value, 'error_description');
  const detail = [`HTTP ${status}`, code, description].filter((part) => part !== null).join(': ');
  return tokenFault(`the authorization server ${refusalWords(status, code)}`, detail);
}

function refusalWords(status: number, code: string | null): string {
  if (status === 429) return 'asks to be called less often (HTTP 429)';
  const known = code !== null && Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (known !== undefined) return `${known} (${code})`;
  if (status >= 500) return `fails (HTTP ${status})`;
  const what = status === 401 || status === 403 ? 'refused the client' : 'refused the request';
  return `${what} (HTTP ${status})`;
}

/** Seconds by the RFC; some send them as text, some leave them out. */
function expiryOf(expiresIn: unknown, token: string, nowMs: UnixMs): UnixMs {
  const seconds = typeof expiresIn === 'string' && expiresIn.trim() !== '' ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== 'number' || Number.isNaN(seconds)) return jwtExpiresAt(token) ?? nowMs + UNKNOWN_LIFETIME_MS;
  return nowMs + Math.min(Math.max(seconds * SECOND_MS, 0), DAY_MS);
}
