import { describe, expect, test } from 'vitest';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';
import { type DriftKind, worstKind } from '@/lib/core/drift/drift-change';

function tool(name: string, part: Partial<CatalogueTool> = {}): CatalogueTool {
  return {
    name,
    title: null,
    description: null,
    inputSchema: { type: 'object' },
    outputSchema: null,
    annotations: null,
    ...part,
  };
}

function drift(before: CatalogueTool[], after: CatalogueTool[]): string[] {
  return compareCatalogues(before, after).map(({ kind, code, sentence }) => `${kind} ${code}: ${sentence}`);
}

describe('tools', () => {
  const [a, b] = [tool('run_query'), tool('export_csv')];
  test.each<[string, CatalogueTool[], CatalogueTool[], string[]]>([
    ['none, and still none', [], [], []],
    ['the same in another order', [a, b], [b, a], []],
    ['added', [a], [a, b], ['additive tool_added: `export_csv` was added']],
    ['removed', [a, b], [a], ['breaking tool_removed: `export_csv` was removed']],
    [
      'renamed: a removal and an addition',
      [a],
      [b],
      ['breaking tool_removed: `run_query` was removed', 'additive tool_added: `export_csv` was added'],
    ],
    ['listed twice, as before', [a, b, a], [a, a, b], []],
    [
      'listed twice, in two versions, in another order',
      [a, tool('run_query', { title: 'x' })],
      [tool('run_query', { title: 'x' }), a],
      [],
    ],
    [
      'with another title',
      [a],
      [tool('run_query', { title: 'Query' })],
      ['wording title_changed: the title of `run_query` changed'],
    ],
    [
      'with another description',
      [tool('run_query', { description: 'Runs.' })],
      [tool('run_query', { description: 'Runs it.' })],
      ['wording description_changed: the description of `run_query` changed'],
    ],
    [
      'with a name that hides something',
      [],
      [tool('pay\u202e`\n')],
      ["additive tool_added: `pay\\u202e'\\u000a` was added"],
    ],
  ])('%s', (_name, before, after, changes) => {
    expect(drift(before, after)).toEqual(changes);
  });

  test('are told worst first, then by name', () => {
    const before = [tool('a', { title: 'x' }), tool('c'), tool('b')];
    const after = [tool('a'), tool('e'), tool('d')];
    expect(compareCatalogues(before, after).map(({ kind, tool: name }) => `${kind} ${name}`)).toEqual([
      'breaking b',
      'breaking c',
      'additive d',
      'additive e',
      'wording a',
    ]);
  });
});

describe('hints', () => {
  const weakened = (words: string) => [`breaking hint_weakened: \`x\` no longer says that it ${words}`];
  const strengthened = (words: string) => [`additive hint_strengthened: \`x\` says now that it ${words}`];
  test.each<[string, unknown, unknown, string[]]>([
    ['it no longer only reads', { readOnlyHint: true }, { readOnlyHint: false }, weakened('only reads')],
    ['it says nothing any more', { readOnlyHint: true }, null, weakened('only reads')],
    [
      'it writes, but destroys nothing',
      { readOnlyHint: true },
      { readOnlyHint: false, destructiveHint: false },
      weakened('only reads'),
    ],
    ['it may destroy', { destructiveHint: false }, { destructiveHint: true }, weakened('destroys nothing')],
    ['silence means that it may destroy', { destructiveHint: false }, {}, weakened('destroys nothing')],
    ['it only reads', null, { readOnlyHint: true }, strengthened('only reads')],
    ['it destroys nothing', {}, { destructiveHint: false }, strengthened('destroys nothing')],
    [
      'to a tool that only reads, destruction does not apply',
      { readOnlyHint: true },
      { readOnlyHint: true, destructiveHint: true },
      ['wording annotations_changed: the hints of `x` changed (`destructiveHint`)'],
    ],
    [
      'the silence that was implied is spelt out',
      null,
      { readOnlyHint: false, destructiveHint: true },
      ['wording annotations_changed: the hints of `x` changed (`destructiveHint` and `readOnlyHint`)'],
    ],
    [
      'any other',
      { title: 'A', idempotentHint: true },
      { title: 'B', openWorldHint: false },
      ['wording annotations_changed: the hints of `x` changed (`idempotentHint`, `openWorldHint` and `title`)'],
    ],
    ['in another order', { title: 'A', readOnlyHint: true }, { readOnlyHint: true, title: 'A' }, []],
    ['not an object any more', {}, 'none', ['wording annotations_changed: the hints of `x` changed']],
    ['a hint that is not true but like it', { readOnlyHint: true }, { readOnlyHint: 'true' }, weakened('only reads')],
  ])('%s', (_name, before, after, changes) => {
    expect(drift([tool('x', { annotations: before })], [tool('x', { annotations: after })])).toEqual(changes);
  });
});

describe('answers: the reverse of arguments, since callers read them', () => {
  const rows = { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } };
  const answer = (properties: object, required: string[] = [], more: object = {}) => ({
    type: 'object',
    properties,
    required,
    ...more,
  });
  test.each<[string, unknown, unknown, string[]]>([
    ['described now', null, answer({}), ['additive output_schema_added: `x` says now what its answer looks like']],
    [
      'no longer described',
      answer({}),
      null,
      ['breaking output_schema_removed: `x` no longer says what its answer looks like'],
    ],
    [
      'a part removed',
      answer({ rows }),
      answer({}),
      ['breaking output_removed: the answer of `x` no longer has `rows`'],
    ],
    ['a part added', answer({}), answer({ rows }), ['additive output_added: the answer of `x` has `rows` too now']],
    [
      'a part added for certain',
      answer({}),
      answer({ rows }, ['rows']),
      ['additive output_added: the answer of `x` has `rows` too now'],
    ],
    [
      'a part that may be lacking',
      answer({ rows }, ['rows']),
      answer({ rows }),
      ['breaking output_now_optional: the answer of `x` may lack `rows` now'],
    ],
    [
      'a part that is always there',
      answer({ rows }),
      answer({ rows }, ['rows']),
      ['additive output_now_required: the answer of `x` always has `rows` now'],
    ],
    [
      'a part of another type',
      answer({ rows }),
      answer({ rows: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } } }),
      ['breaking output_changed: `rows[].id` in the answer of `x` holds text instead of integers now'],
    ],
    [
      'a part that may be null',
      answer({ total: { type: 'integer' } }),
      answer({ total: { type: ['integer', 'null'] } }),
      ['breaking output_widened: `total` in the answer of `x` holds null too now'],
    ],
    [
      'a part that is never null',
      answer({ total: { anyOf: [{ type: 'integer' }, { type: 'null' }] } }),
      answer({ total: { type: 'integer' } }),
      ['additive output_narrowed: `total` in the answer of `x` no longer holds null'],
    ],
    [
      'a value nobody has seen',
      answer({ state: { enum: ['on', 'off'] } }),
      answer({ state: { enum: ['on', 'off', 'broken'] } }),
      ['breaking output_widened: `state` in the answer of `x` holds `broken` too now'],
    ],
    [
      'more names than listed',
      answer({}, [], { additionalProperties: false }),
      answer({}),
      ['additive output_added: the answer of `x` holds names that are not listed too now'],
    ],
    [
      'other words',
      answer({}),
      answer({}, [], { title: 'Rows' }),
      ['wording output_description_changed: the description of the answer of `x` changed'],
    ],
    [
      'the same, written in another way',
      answer({}),
      { type: ['object'] },
      ['wording schema_rewritten: the schema for the answer of `x` is written in another way'],
    ],
  ])('%s', (_name, before, after, changes) => {
    expect(drift([tool('x', { outputSchema: before })], [tool('x', { outputSchema: after })])).toEqual(changes);
  });
});

test.each<[string, DriftKind[], DriftKind | null]>([
  ['no changes', [], null],
  ['words alone', ['wording', 'wording'], 'wording'],
  ['an addition among words', ['wording', 'additive'], 'additive'],
  ['one that breaks', ['additive', 'wording', 'breaking'], 'breaking'],
])('worstKind: %s', (_name, kinds, worst) => {
  expect(worstKind(kinds.map((kind) => ({ kind })))).toBe(worst);
});
