import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Canary, type CanaryExpectation, judgeCanaryAnswer, refusesCanary } from '@/lib/core/catalogue/canary';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';

const canary: Canary = { tool: 'count_rows', arguments: { table: 'orders' } };

function listed(annotations: unknown): CatalogueTool {
  return {
    name: 'count_rows',
    title: null,
    description: null,
    inputSchema: { type: 'object' },
    outputSchema: null,
    annotations,
  };
}

describe('refusesCanary', () => {
  const unmarked = '`count_rows` is not marked readOnlyHint; set "iKnowItIsSafe": true to call it all the same';
  test.each<[string, CatalogueTool | undefined, boolean | undefined, string | null]>([
    ['a tool that only reads', listed({ readOnlyHint: true }), undefined, null],
    ['a tool that is not listed', undefined, undefined, '`count_rows` is not listed'],
    ['a tool that is not listed, however safe', undefined, true, '`count_rows` is not listed'],
    ['a tool without annotations', listed(null), undefined, unmarked],
    ['a tool that writes', listed({ readOnlyHint: false }), undefined, unmarked],
    ['a hint that is not true but like it', listed({ readOnlyHint: 'true' }), undefined, unmarked],
    ['a hint that is inherited', listed(Object.create({ readOnlyHint: true })), undefined, unmarked],
    ['a tool that writes, known to be safe', listed({ readOnlyHint: false }), true, null],
    ['a tool that writes, known to be unsafe', listed({ readOnlyHint: false }), false, unmarked],
  ])('%s', (_name, tool, iKnowItIsSafe, reason) => {
    expect(refusesCanary(tool, iKnowItIsSafe === undefined ? canary : { ...canary, iKnowItIsSafe })).toBe(reason);
  });
});

/** Of each failed call, whatever it says. */
const FAILED = { stage: 'tools', code: 'canary_failed', facts: { names: ['count_rows'] } };

/** Stands in for a JSON Schema validator: it knows `type` alone. */
function typeOnly(schema: object, value: unknown): string | null {
  const wanted: unknown = Reflect.get(schema, 'type');
  return wanted === typeof value ? null : `must be ${String(wanted)}`;
}

function text(...lines: string[]) {
  return lines.map((line) => ({ type: 'text', text: line }));
}

const rows = { content: text('3 rows'), structuredContent: { rows: [{ id: 7, name: 'a' }], total: 3 } };

describe('judgeCanaryAnswer', () => {
  const cases: [string, unknown, CanaryExpectation | undefined, string | null, string | null][] = [
    ['an answer of text', { content: text('ok') }, undefined, null, null],
    ['an answer without a block', { content: [] }, undefined, null, null],
    ['structured content alone', { structuredContent: { a: 1 } }, undefined, null, null],
    [
      'an error with its words',
      { content: text('pool exhausted', 'try later'), isError: true },
      undefined,
      '`count_rows` answered that the call failed',
      'pool exhausted try later',
    ],
    [
      'an error without words',
      { content: [], isError: true },
      undefined,
      '`count_rows` answered that the call failed',
      null,
    ],
    [
      'an error that would fit what is expected',
      { ...rows, isError: true },
      { contains: '3 rows' },
      '`count_rows` answered that the call failed',
      '3 rows',
    ],
    ['isError that is not true', { content: [], isError: 'no' }, undefined, null, null],
    ['an empty result', {}, undefined, '`count_rows` answered without any content', '{}'],
    ['a result that is null', null, undefined, '`count_rows` answered without any content', 'null'],
    ['a result that is a list', [1], undefined, '`count_rows` answered without any content', '[1]'],
    [
      'content that is no list',
      { content: 'ok' },
      undefined,
      '`count_rows` answered without any content',
      '{"content":"ok"}',
    ],
    [
      'a question back',
      { resultType: 'input_required', inputRequests: {} },
      undefined,
      '`count_rows` asks for more input instead of answering',
      null,
    ],
    ['the expected text', rows, { contains: '3 row' }, null, null],
    ['the expected text across blocks', { content: text('a', 'b') }, { contains: 'a\nb' }, null, null],
    [
      'another text',
      rows,
      { contains: '4 rows' },
      'the answer of `count_rows` lacks the expected text',
      'expected `4 rows` in: 3 rows',
    ],
    [
      'text in an image',
      { content: [{ type: 'image', text: '4 rows' }] },
      { contains: '4 rows' },
      'the answer of `count_rows` lacks the expected text',
      'expected `4 rows` in:',
    ],
    ['the expected value', rows, { pointer: '/rows/0/id', equals: 7 }, null, null],
    [
      'the expected value, keys in another order',
      rows,
      { pointer: '/rows/0', equals: { name: 'a', id: 7 } },
      null,
      null,
    ],
    ['the expected whole', { structuredContent: [1, null] }, { equals: [1, null] }, null, null],
    ['null, expected', { structuredContent: { a: null } }, { pointer: '/a', equals: null }, null, null],
    [
      'another value',
      rows,
      { pointer: '/total', equals: 4 },
      '`/total` in the answer of `count_rows` is not what is expected',
      'expected 4, got 3',
    ],
    [
      'the same value of another type',
      rows,
      { pointer: '/total', equals: '3' },
      '`/total` in the answer of `count_rows` is not what is expected',
      'expected "3", got 3',
    ],
    ['a place that exists', rows, { pointer: '/rows' }, null, null],
    [
      'a place that does not exist',
      rows,
      { pointer: '/rows/1' },
      '`/rows/1` in the answer of `count_rows` is missing',
      '{"rows":[{"id":7,"name":"a"}],"total":3}',
    ],
    [
      'no structured content',
      { content: text('3') },
      { equals: 3 },
      'the answer of `count_rows` has no structured content',
      null,
    ],
    ['a value that fits the schema', rows, { pointer: '/total', schema: { type: 'number' } }, null, null],
    [
      'a value that does not',
      rows,
      { pointer: '/total', schema: { type: 'string' } },
      '`/total` in the answer of `count_rows` does not fit the expected schema',
      'must be string',
    ],
    [
      'a whole that does not',
      rows,
      { schema: { type: 'string' } },
      'the answer of `count_rows` does not fit the expected schema',
      'must be string',
    ],
    [
      'text as expected, value not',
      rows,
      { contains: '3', pointer: '/total', equals: 4 },
      '`/total` in the answer of `count_rows` is not what is expected',
      'expected 4, got 3',
    ],
  ];

  test.each(cases)('%s', (_name, result, expected, message, detail) => {
    const failure = judgeCanaryAnswer(result, expected ? { ...canary, expect: expected } : canary, typeOnly);
    const wanted = message === null ? null : { ...FAILED, message, detail };
    expect(failure).toEqual(wanted);
  });

  test('any answer gives null or one bounded line that repeats nothing of it', () => {
    const secret = 'swordfish';
    const answer = fc.record(
      {
        content: fc.oneof(fc.jsonValue(), fc.constant(text(secret, `${secret}\n`.repeat(1_000)))),
        structuredContent: fc.oneof(fc.jsonValue(), fc.constant({ a: secret })),
        isError: fc.oneof(fc.boolean(), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    const expected = fc.record(
      { contains: fc.string(), pointer: fc.string({ unit: 'binary' }), equals: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const tool = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(fc.oneof(answer, fc.jsonValue()), expected, tool, (result, expect_, name) => {
        const failure = judgeCanaryAnswer(result, { tool: name, arguments: {}, expect: expect_ }, typeOnly);
        if (failure === null) return;
        expect(failure.message.length).toBeLessThanOrEqual(300);
        expect(failure.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(failure.message).not.toContain(secret);
        expect([...(failure.detail ?? '')].length).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
