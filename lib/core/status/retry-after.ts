// Reads Retry-After (RFC 9110, 10.2.3): seconds, or a date. Pure.
import { DAY_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';

/** Milliseconds to stay away, at most a day; null when the header is missing or says nothing. */
export function retryAfterMs(header: string | null, now: UnixMs): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return bounded(Number(text) * SECOND_MS);
  // Date.parse takes "-5" for a year; a date of HTTP begins with its day of the week.
  const at = /^[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : bounded(at - now);
}

function bounded(ms: number): number {
  return Math.min(Math.max(ms, 0), DAY_MS);
}
