// Any sequence of checks, pauses and gaps: time is booked once, without hole or overlap, and rollups and outages
// tell the same uptime.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Booking } from '@/lib/core/history/booking';
import { type Account, goIdle, openAccount, resume, settleCheck } from '@/lib/core/history/ledger';
import { outageChange } from '@/lib/core/history/outage';
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import { VERDICTS } from '@/lib/core/status/verdict';

const policy = { intervalMs: 60_000, confirm: 3, recover: 2 };

const event = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('check' as const), verdict: fc.constantFrom(...VERDICTS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'unfit' as const, 'resume' as const) }) },
);
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 300_000 }), event), { maxLength: 60 });

function play(
  steps: [number, { kind: 'check' | 'pause' | 'unfit' | 'resume'; verdict?: (typeof VERDICTS)[number] }][],
) {
  let now = 1_000_000;
  let account: Account = openAccount(now);
  const bookings: Booking[] = [];
  const changes: StatusChange[] = [];
  let firstAt: number | null = null;
  for (const [waitMs, { kind, verdict }] of steps) {
    now += waitMs;
    const settled =
      kind === 'check' && verdict
        ? settleCheck(account, { at: now, verdict, policy })
        : kind === 'resume'
          ? resume(account, now)
          : goIdle(account, kind === 'pause' ? 'paused' : 'unknown', now, policy.intervalMs);
    firstAt ??= settled.account.bookedUntil;
    account = settled.account;
    bookings.push(...settled.bookings);
    if (settled.change) changes.push(settled.change);
  }
  return { account, bookings, changes, firstAt };
}

function sum(bookings: { startAt: number; endAt: number }[]): number {
  return bookings.reduce((total, booking) => total + booking.endAt - booking.startAt, 0);
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

  test('downtime in the bookings is the length of the down outages, blind and idle time aside', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { account, bookings, changes } = play(steps);
        const end = account.held[0]?.startAt ?? account.bookedUntil ?? 0;
        const outages: { startAt: number; endAt: number }[] = [];
        let openAt: number | null = null;
        for (const change of changes) {
          const { closeAt, open } = outageChange(change);
          if (closeAt !== null && openAt !== null && change.from === 'down') {
            outages.push({ startAt: openAt, endAt: closeAt });
          }
          openAt = open?.startedAt ?? null;
        }
        if (account.status === 'down' && openAt !== null) outages.push({ startAt: openAt, endAt: end });
        const aside = bookings.filter(
          ({ status }) => status === 'blind' || status === 'paused' || status === 'unknown',
        );
        const down = sum(bookings.filter(({ status }) => status === 'down'));
        const hidden = outages.reduce(
          (total, outage) =>
            total +
            aside.reduce(
              (overlap, span) =>
                overlap + Math.max(0, Math.min(span.endAt, outage.endAt) - Math.max(span.startAt, outage.startAt)),
              0,
            ),
          0,
        );
        expect(down).toBe(sum(outages) - hidden);
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
