import { describe, expect, test } from 'vitest';
import type { DriftChange } from '@/lib/core/drift/drift-change';
import {
  boundChanges,
  type CatalogueStep,
  CHANGES_LIMIT_CHARACTERS,
  type KnownDrift,
  mergeDrift,
} from '@/lib/core/drift/drift-record';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { ADDED, REQUIRED } from '@/tests/fixtures/drift-views';

const NOW = Date.UTC(2026, 10, 22, 13, 0);
const [A, B, C, D] = [1, 2, 3, 4];

function known(
  id: number,
  [from, to]: [number | null, number | null],
  agoMs: number,
  given: Partial<KnownDrift> = {},
): KnownDrift {
  const at = NOW - agoMs;
  return { id, fromCatalogueId: from, toCatalogueId: to, at, lastSeenAt: at, approvedAt: null, ...given };
}

const step = (from: number, to: number | null): CatalogueStep => ({
  fromCatalogueId: from,
  toCatalogueId: to,
  at: NOW,
});
/** A day in which one list after the other came, the last of them `C`. */
const busy = (given: Partial<KnownDrift> = {}) =>
  Array.from({ length: 20 }, (_, index) =>
    known(
      100 - index,
      index === 0 ? [B, C] : [70 + index, 71 + index],
      (index + 1) * HOUR_MS,
      index === 0 ? given : {},
    ),
  );

describe('mergeDrift', () => {
  test.each<[string, CatalogueStep, KnownDrift[], string | null]>([
    ['the first change', step(A, null), [], null],
    ['another change', step(B, null), [known(7, [A, B], HOUR_MS)], null],
    ['back again: a change of its own', step(B, A), [known(7, [A, B], HOUR_MS)], null],
    ['there again', step(A, B), [known(8, [B, A], MINUTE_MS), known(7, [A, B], HOUR_MS)], 'repeat 7'],
    ['there again after a day', step(A, B), [known(8, [B, A], MINUTE_MS), known(7, [A, B], DAY_MS)], null],
    [
      'there again, begun long ago and seen since',
      step(A, B),
      [known(7, [A, B], 9 * DAY_MS, { lastSeenAt: NOW - HOUR_MS })],
      'repeat 7',
    ],
    ['there again after an approval', step(A, B), [known(7, [A, B], HOUR_MS, { approvedAt: NOW - 1 })], null],
    ['between lists that are no longer kept', step(A, null), [known(7, [null, null], HOUR_MS)], null],
    ['one too many for a day', step(C, null), busy(), 'extend 100'],
    ['one too many, to a list that was seen', step(C, D), busy(), 'extend 100'],
    [
      'one too many, but there before',
      step(C, D),
      [known(101, [B, C], 1), known(99, [C, D], HOUR_MS), ...busy()],
      'repeat 99',
    ],
    ['one too many, after an approval', step(C, null), busy({ approvedAt: NOW - 1 }), null],
    ['one too many, from a list that is no longer kept', step(C, null), busy({ fromCatalogueId: null }), null],
    ['the twentieth', step(C, null), busy().slice(0, 19), null],
    ['one too many with those of yesterday', step(C, null), [...busy().slice(0, 19), known(1, [A, B], DAY_MS)], null],
  ])('%s', (_case, change, recent, expected) => {
    const merge = mergeDrift(change, recent);
    expect(merge && `${merge.how} ${merge.drift.id}`).toBe(expected);
  });
});

describe('boundChanges', () => {
  test('keeps what fits', () => {
    expect(boundChanges([REQUIRED, ADDED])).toEqual([REQUIRED, ADDED]);
    expect(boundChanges([])).toEqual([]);
  });

  test('cuts the end of what does not, and says so', () => {
    const long: DriftChange = { ...ADDED, sentence: 'x'.repeat(500) };
    const bound = boundChanges([REQUIRED, ...Array.from({ length: 199 }, () => long)]);
    expect(bound[0]).toEqual(REQUIRED);
    expect(bound.at(-1)).toMatchObject({ code: 'more_changes', kind: 'additive', sentence: 'and more changes' });
    const characters = JSON.stringify(bound).length;
    expect(characters).toBeGreaterThan(CHANGES_LIMIT_CHARACTERS - 1_000);
    expect(characters).toBeLessThan(CHANGES_LIMIT_CHARACTERS + 200);
  });
});
