import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '@/lib/config/settings/duration';

describe('parseDuration', () => {
  it.each<[string | number, number | null]>([
    ['500ms', 500],
    ['30s', 30_000],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['1d', 86_400_000],
    ['1.5s', 1_500],
    [' 30s ', 30_000],
    [60, 60_000],
    [0.5, 500],
    [0, 0],
    ['60', null],
    ['-5s', null],
    [-5, null],
    [Number.NaN, null],
    ['1h30m', null],
    ['5 s', null],
    ['5w', null],
    ['soon', null],
    ['', null],
  ])('%j is %j ms', (value, ms) => {
    expect(parseDuration(value)).toBe(ms);
  });

  it('reads back what formatDuration writes', () => {
    fc.assert(fc.property(fc.nat(), (ms) => void expect(parseDuration(formatDuration(ms))).toBe(ms)));
  });
});
