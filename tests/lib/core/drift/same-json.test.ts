import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '@/lib/core/catalogue/canonical-json';
import { isSameJson } from '@/lib/core/drift/same-json';

test.each<[string, unknown, unknown, boolean]>([
  ['keys in another order', { a: 1, b: [null] }, { b: [null], a: 1 }, true],
  ['entries in another order', [1, 2], [2, 1], false],
  ['a member that is undefined', { a: 1, b: undefined }, { a: 1 }, true],
  ['a member more', { a: 1 }, { a: 1, b: 1 }, false],
  ['as many members by other names', { a: 1 }, { b: 1 }, false],
  ['an own member like the prototype', JSON.parse('{"__proto__":1}'), {}, false],
  ['a list and an object', [], {}, false],
  ['null and an object', null, {}, false],
  ['a number and its text', 1, '1', false],
  ['zero of either sign', 0, -0, true],
  ['a number too large, and null', JSON.parse('1e999'), null, true],
  ['two numbers too large', JSON.parse('[1e999]'), JSON.parse('[-1e999]'), true],
])('%s', (_name, a, b, isSame) => {
  expect(isSameJson(a, b)).toBe(isSame);
  expect(isSameJson(b, a)).toBe(isSame);
});

test('tells what the canonical texts tell', () => {
  const small = fc.jsonValue({ maxDepth: 2, noUnicodeString: true });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.tuple(small, small),
        small.map((value) => [value, structuredClone(value)] as const),
      ),
      ([a, b]) => {
        expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      },
    ),
  );
});

test('ends in values nested beyond sense, or in themselves', () => {
  const nest = (leaf: unknown) => {
    let inner = leaf;
    for (let i = 0; i < 50_000; i++) inner = [inner];
    return inner;
  };
  expect(isSameJson(nest(1), nest(2))).toBe(true);
});
