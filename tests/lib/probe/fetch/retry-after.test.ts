import { expect, test } from 'vitest';
import { readRetryAfter } from '@/lib/probe/fetch/retry-after';

const NOW = Date.parse('2026-11-22T12:00:00Z');

test.each([
  [null, null],
  ['', null],
  ['soon', null],
  ['-5', null],
  ['0', 0],
  ['120', 120_000],
  [' 7 ', 7_000],
  ['999999999', 86_400_000],
  ['99999999999999999999', null],
  ['Sun, 22 Nov 2026 12:01:30 GMT', 90_000],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['Sun, 22 Nov 2099 11:00:00 GMT', 86_400_000],
])('%s: %s', (header, expected) => expect(readRetryAfter(header, NOW)).toBe(expected));
