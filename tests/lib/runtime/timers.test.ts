// What happens by the clock, also when somebody turns the clock.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { createLogger } from '@/lib/log/logger';
import { startTimers, type Timer } from '@/lib/runtime/timers';

const NOON = Date.UTC(2026, 10, 22, 12, 0, 0, 400);
const lines: string[] = [];
const log = createLogger('test', { write: (line) => void lines.push(line) });
let stop = (): void => {};

function start(...timers: Omit<Timer, 'name'>[]): void {
  ({ stop } = startTimers(
    timers.map((timer, index) => ({ name: `timer ${index}`, ...timer })),
    log,
  ));
}

beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers({ now: NOON });
});

afterEach(() => {
  stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('each runs in its own seconds, not at the start', async () => {
  const seconds: number[] = [];
  const minutes: string[] = [];
  start(
    { at: '* * * * * *', run: () => void seconds.push(Date.now() - NOON) },
    { at: '20 * * * * *', run: () => void minutes.push(new Date().toISOString()) },
  );
  expect(seconds).toEqual([]);
  await vi.advanceTimersByTimeAsync(3 * SECOND_MS);
  expect(seconds).toEqual([600, 1_600, 2_600]);
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
  expect(minutes).toEqual(['2026-11-22T12:00:20.000Z', '2026-11-22T12:01:20.000Z']);
});

test('those of one second run in their order, whatever becomes of the first; one that fails runs again, one that takes long is not started beside itself', async () => {
  const order: string[] = [];
  let begun = 0;
  start(
    {
      at: '* * * * * *',
      run: () => {
        order.push('first');
        throw new Error('no such table');
      },
    },
    { at: '* * * * * *', run: () => void order.push('second') },
    {
      at: '* * * * * *',
      run: async () => {
        begun++;
        await new Promise((resolve) => setTimeout(resolve, 2_500));
      },
    },
  );
  await vi.advanceTimersByTimeAsync(5 * SECOND_MS);
  expect(lines.filter((line) => line.includes('no such table'))).toHaveLength(5);
  expect(order.join(' ')).toBe('first second '.repeat(5).trim());
  expect(begun).toBe(2);
  stop();
  await vi.advanceTimersByTimeAsync(5 * SECOND_MS);
  expect(begun).toBe(2);
});

describe('a clock that', () => {
  test.each([
    ['is set back by an hour', -HOUR_MS],
    ['is set back by a year', -365 * DAY_MS],
    ['is set forward by an hour', HOUR_MS],
    // Second by second it would keep the thread for hours.
    ['starts in 1970 and is set right', NOON],
  ])('%s stops nothing and repeats nothing', async (_name, byMs) => {
    if (byMs === NOON) vi.setSystemTime(400);
    let runs = 0;
    let minutes = 0;
    start({ at: '* * * * * *', run: () => void runs++ }, { at: '30 * * * * *', run: () => void minutes++ });
    await vi.advanceTimersByTimeAsync(10 * SECOND_MS);
    expect(runs).toBe(10);
    vi.setSystemTime(Date.now() + byMs);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(runs).toBeGreaterThanOrEqual(69);
    expect(runs).toBeLessThanOrEqual(71);
    // What fell due in the time that was passed over runs once, late.
    expect(minutes).toBe(byMs > 0 ? 2 : 1);
  });
});
