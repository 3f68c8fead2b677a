// Schemas of our own against values of strangers.
import { describe, expect, test } from 'vitest';
import { validateSchema } from '@/lib/probe/walk/schema-validator';

describe('validateSchema', () => {
  const cases: [name: string, schema: object, value: unknown, problem: RegExp | null][] = [
    ['a value that fits', { type: 'object', required: ['a'] }, { a: 1 }, null],
    ['a value that does not', { type: 'object', required: ['a'] }, {}, /must have required property 'a'/],
    ['words of 2020-12', { prefixItems: [{ type: 'string' }], items: false }, ['a', 'b'], /must NOT have more than 1/],
    ['a format', { format: 'date' }, '2026-13-01', /must match format "date"/],
    ['a type that is none', { type: 'no such type' }, 1, /the schema cannot be used/],
    ['a draft that nobody knows', { $schema: 'https://example.com/none' }, 1, /the schema cannot be used/],
    ['a reference that leads nowhere', { $ref: '#/$defs/none' }, 1, /the schema cannot be used/],
    [
      'a reference to elsewhere, which is not fetched',
      { $ref: 'http://127.0.0.1:9/x' },
      1,
      /the schema cannot be used/,
    ],
    ['a value without end', { type: 'string' }, 'x'.repeat(70_000), /longer than 64 KiB/],
  ];
  test.each(cases)('%s', (_name, schema, value, problem) => {
    for (let round = 1; round <= 2; round++) {
      if (problem === null) expect(validateSchema(schema, value)).toBeNull();
      else expect(validateSchema(schema, value)).toMatch(problem);
    }
  });

  test('two schemas of one name are two', () => {
    const named = (type: string) => ({ $id: 'https://example.com/answer', type });
    expect(validateSchema(named('string'), 'a')).toBeNull();
    expect(validateSchema(named('number'), 'a')).toMatch(/must be number/);
  });

  test('a value made to be slow is not', () => {
    const distinct = Array.from({ length: 5_000 }, (_, index) => ({ n: index }));
    expect(validateSchema({ uniqueItems: true }, distinct)).toBeNull();
  });
});
