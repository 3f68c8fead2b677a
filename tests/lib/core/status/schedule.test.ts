import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstTurn, nextCheckAt, nextTurn, restUntilOf } from '@/lib/core/status/schedule';

const minute = 60_000;
const turn = { slug: 'warehouse', intervalMs: minute, endedAt: 10 * minute, pending: null, restUntil: null };

describe('nextCheckAt', () => {
  test('keeps its own place in the minute, whenever the last check ended', () => {
    const place = nextTurn('warehouse', minute, 0) % minute;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 41 }), (endedAt) => {
        const next = nextCheckAt({ ...turn, endedAt });
        expect(next % minute).toBe(place);
        expect(next - endedAt).toBeGreaterThanOrEqual(1_000);
        expect(next - endedAt).toBeLessThan(minute + 1_000);
      }),
    );
  });

  test.each([
    ['first unexpected answer: 5 s after it began', 1, 500, 5_000],
    ['second: 15 s after the first', 2, 6_000, 15_000],
    ['second, when the last one ended late: a second of rest', 2, 16_000, 17_000],
  ])('%s', (_name, count, endedAfterMs, expectedAfterMs) => {
    const place = nextTurn('warehouse', minute, 0) % minute;
    const firstAt = 100 * minute + place;
    const next = nextCheckAt({ ...turn, endedAt: firstAt + endedAfterMs, pending: { firstAt, count } });
    expect(next - firstAt).toBe(expectedAfterMs);
  });

  test('a third and later unexpected answer waits for the regular turn', () => {
    const pending = { firstAt: turn.endedAt - 16_000, count: 3 };
    expect(nextCheckAt({ ...turn, pending })).toBe(nextCheckAt(turn));
  });

  test.each([
    ['obeys Retry-After', 90_000, 90_000],
    ['but for an hour at most', 86_400_000, 3_600_000],
  ])('%s', (_name, retryAfterMs, afterMs) => {
    const restUntil = restUntilOf(turn.endedAt, retryAfterMs);
    expect(nextCheckAt({ ...turn, restUntil })).toBe(turn.endedAt + afterMs);
  });
});

describe('spread', () => {
  test('a thousand servers are not called in the same second', () => {
    const perSecond = new Map<number, number>();
    for (let index = 0; index < 1_000; index++) {
      const second = Math.floor((nextTurn(`server-${index}`, minute, 0) % minute) / 1_000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(perSecond.size).toBe(60);
    expect(Math.max(...perSecond.values())).toBeLessThan(40);
  });

  test('a newcomer is called within eight seconds', () => {
    for (const slug of ['a', 'b', 'warehouse', 'github-tools']) {
      expect(firstTurn(slug, 1_000) - 1_000).toBeGreaterThanOrEqual(0);
      expect(firstTurn(slug, 1_000) - 1_000).toBeLessThan(8_000);
    }
  });
});
