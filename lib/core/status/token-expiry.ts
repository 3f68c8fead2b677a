// When a bearer token runs out, read from the token itself (JWT, RFC 7519), and when to say so. Nothing is verified: the
// token is ours, and only its server decides whether it is good. A token is a secret and never leaves this file.
import { DAY_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';

/** Header lines end around 8 KB with most servers; a longer token would not arrive anyway. */
const TOKEN_LIMIT = 16_384;

/** The last instant a Date can hold. */
const LAST_INSTANT: UnixMs = 8.64e15;

/** `exp` of a JWT. Null for a token that is opaque, encrypted (JWE), broken or without an end. */
export function jwtExpiresAt(token: string): UnixMs | null {
  if (token.length > TOKEN_LIMIT) return null;
  const parts = token.split('.');
  const payload = parts.length === 3 ? decodeBase64Url(parts[1] ?? '') : null;
  const claims = payload === null ? null : parseObject(payload);
  if (claims === null || !Object.hasOwn(claims, 'exp')) return null;
  const seconds: unknown = Reflect.get(claims, 'exp');
  if (typeof seconds !== 'number' || !(seconds > 0)) return null;
  // NumericDate may have a fraction (RFC 7519, section 2).
  const expiresAt = Math.floor(seconds * SECOND_MS);
  return expiresAt <= LAST_INSTANT ? expiresAt : null;
}

/** The tokens of every header that carries one ("Authorization: Bearer …"), each once. */
export function bearerTokens(headers: Record<string, string>): string[] {
  const tokens = Object.values(headers).flatMap((value) => {
    const [, token] = /^\s*bearer\s+(\S+)\s*$/i.exec(value) ?? [];
    return token === undefined ? [] : [token];
  });
  return [...new Set(tokens)];
}

/** How long before the end of a token people are told. */
export const TOKEN_STEPS_MS = [7 * DAY_MS, 3 * DAY_MS, DAY_MS] as const;
/** A certificate takes longer to renew than a token. */
export const CERTIFICATE_STEPS_MS = [30 * DAY_MS, 14 * DAY_MS, 7 * DAY_MS, DAY_MS] as const;

/** Milliseconds before the end, one of the steps; `expired` once it has passed. */
export type CountdownStep = number | 'expired';

export interface Countdown {
  expiresAt: UnixMs;
  now: UnixMs;
  /** In any order. */
  stepsMs: readonly number[];
  /** What was said last, and of which end; null when nothing was. */
  alreadyTold: { expiresAt: UnixMs; step: CountdownStep } | null;
}

/**
 * What is to be said now, null when nothing is. Each step is said once for each end: a renewed token counts down anew. A
 * step that passed while nobody looked is skipped, since the later one says more.
 */
export function dueCountdown({ expiresAt, now, stepsMs, alreadyTold }: Countdown): CountdownStep | null {
  const leftMs = expiresAt - now;
  const reached = stepsMs.filter((stepMs) => leftMs <= stepMs);
  if (leftMs > 0 && reached.length === 0) return null;
  const step = leftMs <= 0 ? 'expired' : Math.min(...reached);
  const toldMs = alreadyTold?.expiresAt === expiresAt ? urgencyMs(alreadyTold.step) : Number.POSITIVE_INFINITY;
  return urgencyMs(step) < toldMs ? step : null;
}

/** The smaller, the more urgent. */
function urgencyMs(step: CountdownStep): number {
  return step === 'expired' ? 0 : step;
}

/** By the alphabet of RFC 4648, section 5; null when it is something else. */
function decodeBase64Url(text: string): string | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return null;
  }
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
