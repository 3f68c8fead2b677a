// Any sequence of checks, pauses and gaps: time is booked once, without hole or overlap, and rollups and outages
// tell the same uptime.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Booking } from '@/lib/core/history/booking';
import { type Account, goIdle, openAccount, resume, settleCheck } from '@/lib/core/history/ledger';
import { outageSpans } from '@/lib/core/history/outage-time';
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import { VERDICTS } from '@/lib/core/status/verdict';
import type { Span } from '@/lib/core/time';
import { type BookedOutage, createOutageBook } from '@/tests/fixtures/outage-book';

const policy = { intervalMs: 60_000, confirm: 3, recover: 2 };

const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('check' as const),
      verdict: fc.constantFrom(...VERDICTS),
      restMs: fc.option(fc.nat(600_000), { freq: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'unfit' as const, 'resume' as const) }) },
);
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 300_000 }), event), { maxLength: 60 });

function play(
  steps: [
    number,
    { kind: 'check' | 'pause' | 'unfit' | 'resume'; verdict?: (typeof VERDICTS)[number]; restMs?: number | null },
  ][],
) {
  let now = 1_000_000;
  let account: Account = openAccount(now);
  const bookings: Booking[] = [];
  const changes: StatusChange[] = [];
  const book = createOutageBook();
  let firstAt: number | null = null;
  for (const [waitMs, { kind, verdict, restMs = null }] of steps) {
    now += waitMs;
    const settled =
      kind === 'check' && verdict
        ? settleCheck(account, { at: now, verdict, policy, restUntil: restMs === null ? null : now + restMs })
        : kind === 'resume'
          ? resume(account, now)
          : goIdle(account, kind === 'pause' ? 'paused' : 'unknown', now, policy.intervalMs);
    firstAt ??= settled.account.bookedUntil;
    book.follow(account, {
      at: now,
      change: settled.change,
      isSettled: settled.account.pending === null,
      isWatched: settled.account.idle === null,
      reason: null,
      confirm: policy.confirm,
    });
    account = settled.account;
    bookings.push(...settled.bookings);
    if (settled.change) changes.push(settled.change);
  }
  return { account, bookings, changes, firstAt, outages: book.outages };
}

function sum(bookings: { startAt: number; endAt: number }[]): number {
  return bookings.reduce((total, booking) => total + booking.endAt - booking.startAt, 0);
}

function overlapMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.endAt, b.endAt) - Math.max(a.startAt, b.startAt));
}

/** One is open when the status is bad, and in a good stretch of an unstable one. */
function isInTrouble({ status, idle }: Account, outages: readonly BookedOutage[]): boolean {
  if (status === 'unknown' || idle) return false;
  return status !== 'up' || outages.at(-1)?.steps.at(-1)?.status === 'up';
}

describe('ledger', () => {
  test('books or holds every millisecond once', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { account, bookings, firstAt } = play(steps);
        const all = [...bookings, ...account.held].sort((a, b) => a.startAt - b.startAt);
        for (const [index, span] of all.entries()) {
          expect(span.endAt).toBeGreaterThan(span.startAt);
          const next = all[index + 1];
          if (next) expect(next.startAt).toBe(span.endAt);
        }
        expect(sum(all)).toBe(account.bookedUntil === null ? 0 : account.bookedUntil - (firstAt ?? 0));
      }),
    );
  });

  test('changes follow one another: each begins with the status the last one ended with, and never earlier', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let status: Status = 'unknown';
        let at = 0;
        for (const change of play(steps).changes) {
          expect(change.from).toBe(status);
          expect(change.to).not.toBe(status);
          expect(change.at).toBeGreaterThanOrEqual(at);
          expect(change.confirmedAt).toBeGreaterThanOrEqual(change.at);
          status = change.to;
          at = change.at;
        }
      }),
    );
  });

  test.each(['down', 'degraded', 'locked'] as const)(
    'time booked as %s is the time of such steps of outages, blind and idle time aside',
    (status) => {
      fc.assert(
        fc.property(history, (steps) => {
          const { account, bookings, outages } = play(steps);
          const end = account.held[0]?.startAt ?? account.bookedUntil ?? 0;
          const spans = outages
            .flatMap((outage) => outageSpans(outage.steps, outage.endedAt ?? Math.max(end, outage.startedAt)))
            .filter((span) => span.status === status);
          const aside = bookings.filter((booking) => ['blind', 'paused', 'unknown'].includes(booking.status));
          const hidden = spans.flatMap((span) => aside.map((booking) => overlapMs(span, booking)));
          const booked = sum(bookings.filter((booking) => booking.status === status));
          expect(booked).toBe(sum(spans) - hidden.reduce((total, ms) => total + ms, 0));
        }),
        { numRuns: 300 },
      );
    },
  );

  test('outages of any history follow one another, without overlap, their steps inside and in order', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { account, outages } = play(steps);
        expect(outages.filter(({ endedAt }) => endedAt === null).length).toBe(isInTrouble(account, outages) ? 1 : 0);
        for (const [index, outage] of outages.entries()) {
          const endAt = outage.endedAt ?? Number.POSITIVE_INFINITY;
          expect(endAt).toBeGreaterThanOrEqual(outage.startedAt);
          expect(outage.confirmedAt).toBeGreaterThanOrEqual(outage.startedAt);
          expect(outage.steps[0]?.at).toBe(outage.startedAt);
          for (const [place, step] of outage.steps.entries()) {
            expect(step.at).toBeLessThanOrEqual(endAt);
            const following = outage.steps[place + 1];
            if (!following) continue;
            expect(following.at).toBeGreaterThan(step.at);
            expect(following.status).not.toBe(step.status);
          }
          const next = outages[index + 1];
          if (next) expect(next.startedAt).toBeGreaterThanOrEqual(endAt);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a single lost probe is no downtime', () => {
    const at = [0, 60_000, 65_000, 125_000];
    const verdicts = ['up', 'down', 'up', 'up'] as const;
    let account = openAccount(0);
    const bookings: Booking[] = [];
    for (const [index, verdict] of verdicts.entries()) {
      const settled = settleCheck(account, { at: at[index] ?? 0, verdict, policy });
      account = settled.account;
      bookings.push(...settled.bookings);
      if (index > 0) expect(settled.change).toBeNull();
    }
    expect(bookings.every(({ status }) => status === 'up')).toBe(true);
    expect(sum(bookings)).toBe(125_000);
  });
});
