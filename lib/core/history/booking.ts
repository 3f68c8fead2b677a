// How time becomes history (design rule 7): which stretch is booked as which status. The same bookings make the
// rollups, and outages are cut at the same instants, so uptime from either is the same number.
import type { Pending } from '@/lib/core/status/hysteresis';
import type { BookedStatus, Status } from '@/lib/core/status/status';
import type { Span, UnixMs } from '@/lib/core/time';

export interface Booking extends Span {
  status: BookedStatus;
}

/** What was known before a check and has become known by it. */
export interface Elapsed {
  /** All time before it is booked or held; null before the first check. */
  bookedUntil: UnixMs | null;
  now: UnixMs;
  intervalMs: number;
  /** Status confirmed before this check. */
  status: Status;
  /** The run under way before this check; while there is one, time is held back until the table decides. */
  pending: Pending | null;
  /** Until when the server asked us at the last check to leave it alone; null when it did not. */
  restUntil: UnixMs | null;
}

/** A status is believed for at most this many intervals after the check that saw it; the rest is blind. */
export const BELIEVED_INTERVALS = 2;

/**
 * The stretch between the last check and this one. A status holds from the check that found it to the next one.
 * @returns what can be booked at once, and what is held until the pending run is decided.
 */
export function elapse(elapsed: Elapsed): { booked: Booking[]; held: Span[] } {
  const { bookedUntil, now } = elapsed;
  if (bookedUntil === null || now <= bookedUntil) return { booked: [], held: [] };
  const knownUntil = Math.min(now, believedUntil(bookedUntil, BELIEVED_INTERVALS, elapsed));
  const known = { startAt: bookedUntil, endAt: knownUntil };
  const blind: Booking[] = knownUntil < now ? [{ startAt: knownUntil, endAt: now, status: 'blind' }] : [];
  if (elapsed.pending) return { booked: blind, held: [known] };
  return { booked: [{ ...known, status: elapsed.status }, ...blind], held: [] };
}

/**
 * How long the last look at a server counts. A server that asked to be left alone is left alone, not lost from sight: the
 * wait takes the place of the first interval.
 */
export function believedUntil(
  seenAt: UnixMs,
  intervals: number,
  { intervalMs, restUntil }: { intervalMs: number; restUntil: UnixMs | null },
): UnixMs {
  const usualUntil = seenAt + intervals * intervalMs;
  return restUntil === null ? usualUntil : Math.max(usualUntil, restUntil + (intervals - 1) * intervalMs);
}

/** Adds a stretch to those held, joined where they touch, so that the stored list stays a handful long. */
export function hold(held: readonly Span[], more: readonly Span[]): Span[] {
  const joined = [...held];
  for (const span of more) {
    const last = joined.at(-1);
    if (last && last.endAt === span.startAt) joined[joined.length - 1] = { startAt: last.startAt, endAt: span.endAt };
    else joined.push(span);
  }
  return joined;
}

/** Held time, once the table has decided what it was. */
export function release(held: readonly Span[], status: BookedStatus): Booking[] {
  return held.map((span) => ({ ...span, status }));
}

/** The part of each span that lies before an instant, and the part from it on. */
export function cutAt(spans: readonly Span[], at: UnixMs): { before: Span[]; after: Span[] } {
  const before = spans.map((span) => ({ ...span, endAt: Math.min(span.endAt, at) }));
  const after = spans.map((span) => ({ ...span, startAt: Math.max(span.startAt, at) }));
  const isSome = ({ startAt, endAt }: Span) => endAt > startAt;
  return { before: before.filter(isSome), after: after.filter(isSome) };
}

/** Announced work lies over whatever was seen, blind time aside: nobody saw that. */
export function overlayMaintenance(bookings: readonly Booking[], windows: readonly Span[]): Booking[] {
  return bookings.flatMap((booking) => {
    if (booking.status === 'blind') return [booking];
    const edges = windows
      .flatMap((window) => [window.startAt, window.endAt])
      .filter((at) => at > booking.startAt && at < booking.endAt)
      .sort((a, b) => a - b);
    const cuts = [booking.startAt, ...edges, booking.endAt];
    return cuts.slice(0, -1).flatMap((startAt, index): Booking[] => {
      const endAt = cuts[index + 1] ?? startAt;
      if (endAt <= startAt) return [];
      const isCovered = windows.some((window) => window.startAt <= startAt && window.endAt >= endAt);
      return [{ startAt, endAt, status: isCovered ? 'maintenance' : booking.status }];
    });
  });
}
