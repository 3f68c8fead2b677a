// Catalogues that a server builds to make the comparison endless, huge or misleading.
import { describe, expect, test } from 'vitest';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';
import { expectSound } from './expect-sound';

function one(inputSchema: unknown): CatalogueTool[] {
  return [{ name: 'x', title: null, description: null, inputSchema, outputSchema: null, annotations: null }];
}

describe('catalogues built to hurt', () => {
  /** Two properties that both refer to the next level: 2^60 paths to the last. */
  function doubling(leaf: unknown) {
    const levels = Array.from({ length: 60 }, (_, i) => {
      const next = { $ref: `#/$defs/d${i + 1}` };
      return [`d${i}`, { type: 'object', properties: { l: next, r: { ...next } } }];
    });
    return {
      type: 'object',
      properties: { a: { $ref: '#/$defs/d0' } },
      $defs: Object.fromEntries([...levels, ['d60', leaf]]),
    };
  }

  /** Every level is a union of twenty forms that lead to the next. */
  function unions(leaf: unknown) {
    const levels = Array.from({ length: 30 }, (_, i) => [
      `d${i}`,
      {
        anyOf: Array.from({ length: 20 }, (__, k) => ({
          type: 'object',
          properties: { [`p${k}`]: { $ref: `#/$defs/d${i + 1}` } },
        })),
      },
    ]);
    return {
      type: 'object',
      properties: { a: { $ref: '#/$defs/d0' } },
      $defs: Object.fromEntries([...levels, ['d30', leaf]]),
    };
  }

  function nested(depth: number, leaf: unknown): unknown {
    let inner = leaf;
    for (let i = 0; i < depth; i++) inner = { type: 'object', properties: { p: inner } };
    return inner;
  }

  function chained(length: number, leaf: unknown): unknown {
    const links = Array.from({ length }, (_, i) => [`d${i}`, { properties: { p: { $ref: `#/$defs/d${i + 1}` } } }]);
    return { $ref: '#/$defs/d0', $defs: Object.fromEntries([...links, [`d${length}`, leaf]]) };
  }

  function wide(count: number, type: string) {
    return {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, { type }])),
    };
  }

  const text = { type: 'string' };
  const integer = { type: 'integer' };
  test.each<[string, unknown, unknown]>([
    ['exponentially many paths', doubling(text), doubling(integer)],
    ['unions of unions', unions(text), unions(integer)],
    ['ten thousand levels', nested(10_000, text), nested(10_000, integer)],
    ['ninety levels', nested(45, text), nested(45, integer)],
    ['a chain of ten thousand references', chained(10_000, text), chained(10_000, integer)],
    ['a hundred thousand arguments', wide(100_000, 'string'), wide(100_000, 'integer')],
    ['a name of a megabyte', {}, { properties: { ['x\n`'.repeat(400_000)]: text } }],
    ['a list of a hundred thousand values', { enum: Array.from({ length: 100_000 }, (_, i) => i) }, { enum: [1] }],
    [
      'a thousand distinct forms',
      { oneOf: Array.from({ length: 1_000 }, (_, i) => ({ const: i })) },
      { oneOf: [text] },
    ],
    ['allOf of a hundred thousand', { allOf: Array.from({ length: 100_000 }, () => ({ ...text })) }, text],
    ['allOf that holds itself', { allOf: [{ $ref: '#' }] }, { anyOf: [{ $ref: '#' }] }],
    ['unions that hold themselves', { anyOf: [{ $ref: '#' }, text] }, { anyOf: [{ $ref: '#' }, integer] }],
    [
      'properties that hold themselves twice',
      { allOf: [{ properties: { a: { $ref: '#' } } }, { properties: { a: { $ref: '#' } } }] },
      { properties: { a: { $ref: '#' } }, required: ['a'] },
    ],
  ])('%s', (_name, before, after) => {
    const there = compareCatalogues(one(before), one(after));
    expectSound(there);
    expectSound(compareCatalogues(one(after), one(before)));
  });

  test('ten thousand tools that all changed beyond measure', () => {
    const tools = (type: string) =>
      Array.from({ length: 10_000 }, (_, i) => ({ ...one(wide(20, type))[0], name: `t${i}` }) as CatalogueTool);
    const changes = compareCatalogues(tools('string'), tools('integer'));
    expectSound(changes);
    expect(changes.at(-1)).toMatchObject({ kind: 'breaking', code: 'more_changes', tool: '', path: '' });
  });

  test('beyond two hundred, the last says how many more, as bad as the worst of them', () => {
    const after = Array.from({ length: 300 }, (_, i) => ({ ...one({})[0], name: `t${i}` }) as CatalogueTool);
    const changes = compareCatalogues([], after);
    expect(changes.length).toBe(200);
    expect(changes.at(-1)).toEqual({
      tool: '',
      kind: 'additive',
      code: 'more_changes',
      path: '',
      sentence: 'and 101 more changes',
    });
    expect(compareCatalogues([], after.slice(0, 200)).at(-1)?.code).toBe('tool_added');
  });

  test('a change below the depth that is looked at is told as too complex', () => {
    const changes = compareCatalogues(one(chained(200, text)), one(chained(200, integer)));
    expect(changes).toEqual([
      {
        tool: 'x',
        kind: 'breaking',
        code: 'schema_too_complex',
        path: '',
        sentence: 'the arguments of `x` changed in a way too complex to compare',
      },
    ]);
  });
});
