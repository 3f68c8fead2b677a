import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIVERY_SPAN_MS, retryDelayMs } from '@/lib/core/alert/backoff';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';

const failed = { attempt: 1, elapsedMs: 0, retryAfterMs: null, random: 0.5 };

describe('retryDelayMs', () => {
  test.each([
    ['the first retry comes within seconds', { random: 0.999 }, 9_990],
    ['but never at once', { random: 0 }, 1_000],
    ['the span doubles', { attempt: 4 }, 40_000],
    ['up to an hour', { attempt: 99 }, HOUR_MS / 2],
    ['what the receiver asks for is a minimum', { retryAfterMs: 60_000, random: 0 }, 60_000],
    ['spread a little, lest all come back at once', { retryAfterMs: 60_000 }, 63_000],
    ['our own span counts when it is longer', { attempt: 5, retryAfterMs: 1_000 }, 80_000],
    ['Retry-After: 0 is no leave to hammer', { retryAfterMs: 0, random: 0 }, 1_000],
    ['nothing is tried after a day', { elapsedMs: DAY_MS - 4_999 }, null],
    ['the last moment counts', { elapsedMs: DAY_MS - 5_000 }, 5_000],
    ['who asks for more than the day that is left is given up', { retryAfterMs: DAY_MS, elapsedMs: 1 }, null],
  ])('%s', (_, given, delayMs) => {
    expect(retryDelayMs({ ...failed, ...given })).toBe(delayMs);
  });

  test('whatever the dice: a day of attempts, a few dozen of them, none in a burst', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999_999, noNaN: true })), (dice) => {
        let [attempt, elapsedMs] = [1, 0];
        for (const random of dice) {
          const delayMs = retryDelayMs({ attempt, elapsedMs, retryAfterMs: null, random });
          if (delayMs === null) break;
          expect(delayMs).toBeGreaterThanOrEqual(1_000);
          expect(delayMs).toBeLessThanOrEqual(HOUR_MS);
          elapsedMs += delayMs;
          // Dice that always fall on nought would try each second; time passes in tests without them too.
          if (++attempt > 500) break;
        }
        expect(elapsedMs).toBeLessThanOrEqual(DELIVERY_SPAN_MS);
        if (attempt <= 500) expect(elapsedMs).toBeGreaterThan(DELIVERY_SPAN_MS - HOUR_MS);
      }),
      { numRuns: 50 },
    );
  });

  test('with fair dice about fifty attempts fill the day', () => {
    let [attempt, elapsedMs] = [1, 0];
    for (;;) {
      const delayMs = retryDelayMs({ attempt, elapsedMs, retryAfterMs: null, random: 0.5 });
      if (delayMs === null) break;
      elapsedMs += delayMs;
      attempt++;
    }
    expect(attempt).toBe(56);
  });
});
