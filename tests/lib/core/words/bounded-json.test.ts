import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedJson } from '@/lib/core/words/bounded-json';

describe('boundedJson', () => {
  test.each([
    ['an empty object', {}, '{}'],
    ['nothing', undefined, 'null'],
    ['a list', [1, [], 'a"'], '[\n  1,\n  [],\n  "a\\""\n]'],
    ['members', { type: 'object', required: ['a'] }, '{\n  "type": "object",\n  "required": [\n    "a"\n  ]\n}'],
    ['a text that turns its neighbours around', 'a\u202eb', '"a b"'],
  ])('%s', (_name, value, text) => {
    expect(boundedJson(value, 1_000)).toEqual({ text, isCut: false });
  });

  test('a schema nested a hundred thousand times costs no more than its limit', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) nested = { properties: { a: nested } };
    const { text, isCut } = boundedJson(nested, 4_000);
    expect(text.length).toBeLessThan(4_200);
    expect(isCut).toBe(true);
  });

  test('whatever the value, the text is JSON of it or says that it was cut, and is not much longer than allowed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 1, max: 300 }), (value, limit) => {
        const { text, isCut } = boundedJson(value, limit);
        // What is cut may still close with an ellipsis.
        expect(text.length).toBeLessThanOrEqual(limit + 1);
        if (!isCut) expect(() => JSON.parse(text)).not.toThrow();
      }),
    );
  });
});
