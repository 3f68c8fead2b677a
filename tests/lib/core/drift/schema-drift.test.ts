// Arguments: what a change of the input schema means to those who call the tool.
import { describe, expect, test } from 'vitest';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';

function tool(inputSchema: unknown): CatalogueTool {
  return { name: 'query', title: null, description: null, inputSchema, outputSchema: null, annotations: null };
}

function taking(properties: Record<string, unknown>, required: string[] = [], more: object = {}) {
  return { type: 'object', properties, required, ...more };
}

/** "kind code path: sentence" for every change. */
function drift(before: unknown, after: unknown): string[] {
  const changes = compareCatalogues([tool(before)], [tool(after)]);
  return changes.map(({ kind, code, path, sentence }) => `${kind} ${code} ${path}: ${sentence}`);
}

const text = { type: 'string' };
const integer = { type: 'integer' };

type Case = [name: string, before: unknown, after: unknown, changes: string[]];

describe('arguments', () => {
  const cases: Case[] = [
    [
      'removed',
      taking({ a: text, b: text }),
      taking({ a: text }),
      ['breaking argument_removed b: `query` no longer takes `b`'],
    ],
    [
      'removed, though it was required',
      taking({ a: text }, ['a']),
      taking({}),
      ['breaking argument_removed a: `query` no longer takes `a`'],
    ],
    [
      'added, required',
      taking({}),
      taking({ database: text }, ['database']),
      ['breaking argument_added_required database: `query` now requires `database`'],
    ],
    [
      'added, optional',
      taking({}),
      taking({ limit: integer }),
      ['additive argument_added_optional limit: `query` takes `limit` too now'],
    ],
    [
      'now required',
      taking({ a: text }),
      taking({ a: text }, ['a']),
      ['breaking argument_now_required a: `query` now requires `a`'],
    ],
    [
      'now optional',
      taking({ a: text }, ['a']),
      taking({ a: text }),
      ['additive argument_now_optional a: `query` no longer requires `a`'],
    ],
    [
      'required without being listed',
      taking({}),
      taking({}, ['a']),
      ['breaking argument_now_required a: `query` now requires `a`'],
    ],
    [
      'renamed: a removal and an addition',
      taking({ db: text }, ['db']),
      taking({ database: text }, ['database']),
      [
        'breaking argument_added_required database: `query` now requires `database`',
        'breaking argument_removed db: `query` no longer takes `db`',
      ],
    ],
    [
      'inside an argument',
      taking({ filter: taking({ limit: integer }) }),
      taking({ filter: taking({ limit: integer, from: text }, ['from']) }),
      ['breaking argument_added_required filter.from: `query` now requires `filter.from`'],
    ],
    [
      'inside a list',
      taking({ rows: { type: 'array', items: taking({ id: integer }) } }),
      taking({ rows: { type: 'array', items: taking({ id: text }) } }),
      ['breaking type_changed rows[].id: `rows[].id` of `query` takes text instead of integers now'],
    ],
    [
      'with another description, and another default',
      taking({ a: { ...text, description: 'one', default: 'x' } }),
      taking({ a: { ...text, description: 'two', default: 'y' } }),
      [
        'wording argument_description_changed a: the description of `a` of `query` changed',
        'wording default_changed a: `a` of `query` has the default `y` now (was `x`)',
      ],
    ],
    [
      'with a new default',
      taking({ a: text }),
      taking({ a: { ...text, default: '' } }),
      ['wording default_changed a: `a` of `query` has the default `""` now'],
    ],
    [
      'without a default',
      taking({ a: { ...text, default: 1 } }),
      taking({ a: text }),
      ['wording default_changed a: `a` of `query` has no default any more (was `1`)'],
    ],
    [
      'in another order',
      taking({ a: text, b: integer }, ['a', 'b']),
      { required: ['b', 'a'], type: 'object', properties: { b: integer, a: text } },
      ['wording schema_rewritten : the schema for the arguments of `query` is written in another way'],
    ],
    [
      'closed to other names',
      taking({}),
      taking({}, [], { additionalProperties: false }),
      ['breaking additional_properties_closed : `query` no longer takes names that are not listed'],
    ],
    [
      'opened to other names',
      taking({}, [], { additionalProperties: false }),
      taking({}),
      ['additive additional_properties_opened : `query` takes names that are not listed too now'],
    ],
    [
      'other names limited',
      taking({}, [], { additionalProperties: {} }),
      taking({}, [], { additionalProperties: text }),
      ['breaking type_narrowed *: `*` of `query` takes only text now'],
    ],
    [
      'forbidden by name',
      taking({ a: text }),
      taking({ a: false }),
      ['breaking constraint_tightened a: `a` of `query` takes no value now'],
    ],
    [
      'allowed by name',
      taking({ a: false }),
      taking({ a: text }),
      ['additive constraint_loosened a: `a` of `query` takes values now'],
    ],
    [
      'called like members of every object',
      taking({}),
      taking(JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"string"}}')),
      [
        'additive argument_added_optional __proto__: `query` takes `__proto__` too now',
        'additive argument_added_optional constructor: `query` takes `constructor` too now',
      ],
    ],
  ];
  test.each(cases)('%s', (_name, before, after, changes) => {
    expect(drift(before, after)).toEqual(changes);
  });
});
