import { describe, expect, test } from 'vitest';
import { percentile, punctuality } from '@/bench/punctuality';
import { firstTurn, nextTurn } from '@/lib/core/status/schedule';
import { MINUTE_MS } from '@/lib/core/time';

const ADOPTED = Date.UTC(2026, 10, 22, 13, 0);
const FIRST = firstTurn('a', ADOPTED);
/** The regular turns of `a` after its first check. */
const TURNS = Array.from({ length: 4 }, (_, index) => nextTurn('a', MINUTE_MS, FIRST + 2_000) + index * MINUTE_MS);
const ROLL = { intervalMs: MINUTE_MS, adoptedAt: ADOPTED, judgedUntil: (TURNS[3] ?? 0) + 1 };

const judge = (begun: number[], roll = ROLL) => punctuality(new Map([['a', begun]]), roll);

describe('punctuality', () => {
  test('counts each turn, with how late it began', () => {
    const judged = judge([FIRST + 300, ...TURNS.map((at, index) => at + index * 100)]);
    expect(judged).toEqual({ turns: 5, missed: 0, latenessMs: [0, 100, 200, 300, 300] });
  });

  test.each([
    ['one in the middle', [FIRST, ...TURNS.filter((_, index) => index !== 1)], 1],
    ['the last one', [FIRST, ...TURNS.slice(0, -1)], 1],
    ['all', [], 5],
  ])('misses %s', (_name, begun, missed) => {
    expect(judge(begun)).toMatchObject({ turns: 5, missed });
  });

  test('a check that comes with the next turn does not make up for a missed one', () => {
    expect(judge([FIRST, ...TURNS.slice(1)]).missed).toBe(1);
  });

  test('turns that may be under way are not judged', () => {
    expect(judge([FIRST], { ...ROLL, judgedUntil: (TURNS[0] ?? 0) - 1 })).toEqual({
      turns: 1,
      missed: 0,
      latenessMs: [0],
    });
  });
});

test('percentile takes from ascending values, and 0 from none', () => {
  expect([0.5, 0.99, 1].map((share) => percentile([1, 2, 3, 4], share))).toEqual([3, 4, 4]);
  expect(percentile([], 0.5)).toBe(0);
});
