// Instants and spans. All instants are integers of milliseconds since 1970 in UTC; nothing in core reads a clock.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type UnixMs = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A half-open span of time: `startAt` is in it, `endAt` is not. */
export interface Span {
  startAt: UnixMs;
  endAt: UnixMs;
}

export function startOfHour(at: UnixMs): UnixMs {
  return at - modulo(at, HOUR_MS);
}

/** Midnight UTC; rollups use UTC days so that a change of the page's time zone never rewrites history. */
export function startOfDay(at: UnixMs): UnixMs {
  return at - modulo(at, DAY_MS);
}

/** Remainder that is never negative, so that instants before 1970 land in the right bucket too. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** Cuts a span at every multiple of `stepMs`, for booking into hour or day buckets. */
export function splitAt(span: Span, stepMs: number): Span[] {
  const parts: Span[] = [];
  let startAt = span.startAt;
  while (startAt < span.endAt) {
    const endAt = Math.min(startAt - modulo(startAt, stepMs) + stepMs, span.endAt);
    parts.push({ startAt, endAt });
    startAt = endAt;
  }
  return parts;
}
