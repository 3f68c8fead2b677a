import { describe, expect, test } from 'vitest';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';
import { DRIFT_CODES, type DriftChange } from '@/lib/core/drift/drift-change';
import { changeText } from '@/lib/core/words/change-text';
import { ADDED } from '@/tests/fixtures/drift-views';

function tool(properties: object, given: Partial<CatalogueTool> = {}): CatalogueTool {
  const inputSchema = { type: 'object', properties };
  return {
    name: 'query',
    title: null,
    description: null,
    inputSchema,
    outputSchema: null,
    annotations: null,
    ...given,
  };
}

/** What is told in German of one property that was `before` and is `after`. */
function german(before: object, after: object): string[] {
  return compareCatalogues([tool({ x: before })], [tool({ x: after })]).map((change) => changeText(change, 'de'));
}

describe('changeText', () => {
  test('in English is the sentence that was stored', () => {
    expect(changeText(ADDED, 'en')).toBe(ADDED.sentence);
  });

  test.each<[string, object, object, string[]]>([
    [
      'types',
      { type: 'number' },
      { type: ['integer', 'null'] },
      ['`x` in `query`: anderer Typ verlangt (`type`: vorher `number`, jetzt `integer, null`)'],
    ],
    [
      'values',
      { enum: ['a', 'b'] },
      { enum: ['a'] },
      ['`x` in `query`: weniger Werte erlaubt (`enum`: vorher `a, b`, jetzt `a`)'],
    ],
    [
      'values that were free before',
      { type: 'string' },
      { type: 'string', enum: ['a'] },
      ['`x` in `query`: weniger Werte erlaubt (`enum`: jetzt `a`)'],
    ],
    [
      'more values than fit into a line',
      { enum: [1, 2, 3, 4, 5, 6, 7, 8] },
      { enum: [1, 2, 3, 4, 5, 6, 7] },
      ['`x` in `query`: weniger Werte erlaubt (`enum`)'],
    ],
    [
      'a limit',
      { type: 'string', maxLength: 100 },
      { type: 'string', maxLength: 50 },
      ['`x` in `query`: strengere Regel (`maxLength`: vorher `100`, jetzt `50`)'],
    ],
    [
      'a limit that went',
      { type: 'number', exclusiveMinimum: 0 },
      { type: 'number' },
      ['`x` in `query`: weniger strenge Regel (`exclusiveMinimum`: vorher `0`)'],
    ],
    [
      'a default',
      { type: 'string', default: 'a' },
      { type: 'string', default: 'b' },
      ['der Standardwert von `x` in `query` ist anders (`default`: vorher `a`, jetzt `b`)'],
    ],
    [
      'what has no value',
      { type: 'string' },
      { type: 'string', description: 'x' },
      ['die Beschreibung von `x` in `query` ist anders'],
    ],
  ])('in German tells %s', (_, before, after, lines) => {
    expect(german(before, after)).toEqual(lines);
  });

  test('in German tells what an answer may hold now', () => {
    const answer = (additionalProperties: boolean) =>
      tool({}, { outputSchema: { type: 'object', additionalProperties } });
    expect(compareCatalogues([answer(false)], [answer(true)]).map((change) => changeText(change, 'de'))).toEqual([
      'die Antwort von `query` kann jetzt auch nicht aufgeführte Namen enthalten (`additionalProperties`)',
    ]);
  });

  test('has German words for every code, of old rows as well, and none of the English', () => {
    for (const code of DRIFT_CODES)
      for (const path of ['', 'filter.limit'])
        for (const facts of [undefined, { keyword: 'enum', was: 'a', now: 'b' }]) {
          const change: DriftChange = {
            ...{ tool: 'query', kind: 'breaking', code, path, sentence: 'said in English' },
            ...(facts && { facts }),
          };
          const text = changeText(change, 'de');
          expect(text).toMatch(/^[`a-zäöü].*[^.:,\s]$/);
          expect(text).not.toMatch(/said in English|undefined|null/);
          // Names stand in backticks, and all of them are closed.
          expect(text.split('`').length % 2).toBe(1);
        }
  });
});
