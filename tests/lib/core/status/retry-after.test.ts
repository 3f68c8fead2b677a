import { expect, test } from 'vitest';
import { retryAfterMs } from '@/lib/core/status/retry-after';
import { DAY_MS } from '@/lib/core/time';

const NOW = Date.UTC(2026, 10, 22, 13, 3, 23);

test.each([
  [null, null],
  ['', null],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['0', 0],
  [' 120 ', 120_000],
  ['999999999', DAY_MS],
  ['Sun, 22 Nov 2026 13:05:23 GMT', 120_000],
  ['Sun, 22 Nov 2026 12:00:00 GMT', 0],
  ['Sun, 22 Nov 2099 12:00:00 GMT', DAY_MS],
  ['Sun, 99 Nov 2026', null],
])('Retry-After: %s', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});
