import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dependencyDays, MOST_DEPENDENCIES, toStatusMs } from '@/lib/core/history/dependency-day';
import { addMs } from '@/lib/core/history/rollup';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';

const MIDNIGHT = Date.UTC(2026, 10, 22);
const time = { now: MIDNIGHT + 1_000, intervalMs: MINUTE_MS, windows: [], restUntil: null };
const heard = (checkedAt: number, state: 'ok' | 'degraded' | 'failed' | 'unknown' = 'ok') => ({
  name: 'aws',
  state,
  checkedAt,
});
const NOTHING = { ok: 0, degraded: 0, failed: 0, unknown: 0, maintenance: 0 };

describe('dependencyDays', () => {
  test('a state holds until the next call, cut at midnight', () => {
    expect(dependencyDays([heard(MIDNIGHT - 2_000, 'failed')], time)).toEqual([
      { name: 'aws', dayAt: MIDNIGHT - DAY_MS, ms: { ...NOTHING, failed: 2_000 } },
      { name: 'aws', dayAt: MIDNIGHT, ms: { ...NOTHING, failed: 1_000 } },
    ]);
  });

  test.each([
    ['is believed for two intervals only', MIDNIGHT - DAY_MS / 2, 2 * MINUTE_MS],
    ['heard at this very instant has no time yet', time.now, 0],
    ['heard in the future, after a clock was set back, has none', time.now + MINUTE_MS, 0],
  ])('a state that %s', (_name, checkedAt, okMs) => {
    const days = dependencyDays([heard(checkedAt)], time);
    expect(days.reduce((sum, { ms }) => sum + ms.ok, 0)).toBe(okMs);
  });

  test('a wait that the server asked for stands for its interval', () => {
    const days = dependencyDays([heard(MIDNIGHT)], {
      ...time,
      now: MIDNIGHT + 40 * MINUTE_MS,
      restUntil: MIDNIGHT + 30 * MINUTE_MS,
    });
    expect(days.map(({ ms }) => ms.ok)).toEqual([31 * MINUTE_MS]);
  });

  test('announced work lies over what was said', () => {
    const windows = [{ startAt: MIDNIGHT - 500, endAt: MIDNIGHT + 500 }];
    const days = dependencyDays([heard(MIDNIGHT - 1_000, 'failed')], { ...time, windows });
    expect(days.map(({ ms }) => ms)).toEqual([
      { ...NOTHING, failed: 500, maintenance: 500 },
      { ...NOTHING, failed: 500, maintenance: 500 },
    ]);
  });

  test('a server that names thousands is counted for 50', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ ...heard(MIDNIGHT), name: `n${index}` }));
    expect(dependencyDays(many, time)).toHaveLength(MOST_DEPENDENCIES);
  });

  test('no time is lost and none is made, whatever the state, the interval and the windows', () => {
    const span = fc.tuple(fc.nat(DAY_MS), fc.nat(DAY_MS)).map(([startAt, lasts]) => ({
      startAt: MIDNIGHT - startAt,
      endAt: MIDNIGHT - startAt + lasts,
    }));
    fc.assert(
      fc.property(
        fc.nat(3 * DAY_MS),
        fc.constantFrom('ok', 'degraded', 'failed', 'unknown' as const),
        fc.array(span, { maxLength: 4 }),
        (agoMs, state, windows) => {
          const days = dependencyDays([heard(MIDNIGHT - agoMs, state)], {
            now: MIDNIGHT,
            intervalMs: DAY_MS,
            windows,
            restUntil: null,
          });
          const booked = addMs(days.map(({ ms }) => toStatusMs(ms)));
          const sum = Object.values(booked).reduce((total, ms) => total + ms, 0);
          expect(sum).toBe(Math.min(agoMs, 2 * DAY_MS));
        },
      ),
    );
  });
});
