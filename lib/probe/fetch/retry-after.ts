// Reads Retry-After (RFC 9110, 10.2.3): seconds, or a date. Pure.
import { DAY_MS, type UnixMs } from '@/lib/core/time';

/** Milliseconds to stay away, at most a day; null when the header is missing or says nothing. */
export function readRetryAfter(header: string | null, nowMs: UnixMs): number | null {
  if (header === null) return null;
  const text = header.trim();
  // Date.parse takes "-5" for a year; a date of HTTP begins with its day of the week.
  const dateMs = /^[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : dateMs - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), DAY_MS);
}
