// JSON whose shape would cost more than its size.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { BODY_JSON, LINE_JSON, parseJson } from '@/lib/probe/wire/parse-json';

const SMALL = { parts: 3, levels: 2, does: 'answers with' };

function outcomeOf(text: string, limits = SMALL): unknown {
  try {
    return parseJson(text, limits);
  } catch (error) {
    if (error instanceof ProbeFault) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('parseJson', () => {
  const tooMany = 'too_large: answers with more than 3 parts';
  const tooDeep = 'too_large: answers with more than 2 levels of JSON';
  const broken = 'bad_json: answers with broken JSON';
  test.each<[string, string, unknown]>([
    ['as many parts as allowed', '[[],{}]', [[], {}]],
    ['one part more', '[[],{},[]]', tooMany],
    ['as deep as allowed', '{"a":[1]}', { a: [1] }],
    ['one level more', '[[[]]]', tooDeep],
    ['brackets inside a text', '["[[[[{{{{"]', ['[[[[{{{{']],
    ['a quote inside a text', '["\\"[[[["]', ['"[[[[']],
    ['a text that ends in a backslash', '["\\\\",[]]', ['\\', []]],
    ['a text without end', '"[[[[[[', broken],
    ['few brackets that are no JSON', '[[[ ###', broken],
    ['many brackets that are no JSON', '[[[[[[', tooMany],
    ['closing brackets alone', ']]]]]', broken],
    ['nothing', '', broken],
  ])('%s', (_name, text, expected) => {
    expect(outcomeOf(text)).toEqual(expected);
  });

  test('says what the wire had sent', () => {
    expect(outcomeOf('['.repeat(500_001), LINE_JSON)).toBe('too_large: sends a line of more than 500000 parts');
    expect(outcomeOf('['.repeat(200_001), BODY_JSON)).toBe('too_large: answers with more than 200000 parts');
  });

  test('agrees with JSON.parse on all that is small', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(outcomeOf(text, BODY_JSON)).toEqual(JSON.parse(text));
      }),
    );
  });
});
