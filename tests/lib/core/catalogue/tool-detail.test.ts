import { describe, expect, test } from 'vitest';
import { toolDetail } from '@/lib/core/catalogue/tool-detail';

const bare = { name: 'a', title: null, description: null, inputSchema: {}, outputSchema: null, annotations: null };

describe('toolDetail', () => {
  test.each([
    ['nothing said', null, []],
    ['no object', 'readOnlyHint', []],
    ['reads', { readOnlyHint: true }, ['reads_only']],
    ['a reader cannot destroy', { readOnlyHint: true, destructiveHint: true, idempotentHint: true }, ['reads_only']],
    ['destroys', { readOnlyHint: false, destructiveHint: true }, ['destructive']],
    ['only adds, again and again', { destructiveHint: false, idempotentHint: true }, ['additive', 'idempotent']],
    ['reaches outside', { openWorldHint: true }, ['open_world']],
    ['stays inside', { openWorldHint: false }, ['closed_world']],
    ['no booleans', { readOnlyHint: 'true', destructiveHint: 1 }, []],
  ])('effects: %s', (_name, annotations, traits) => {
    expect(toolDetail({ ...bare, annotations }, 100).traits).toEqual(traits);
  });

  test('required arguments come first, also those that no property describes', () => {
    const inputSchema = {
      type: 'object',
      properties: { limit: { type: ['integer', 'null'] }, table: { type: 'string' }, mode: { enum: ['a'] }, any: true },
      required: ['table', 'ghost', 7],
    };
    expect(toolDetail({ ...bare, inputSchema }, 100).arguments).toEqual([
      { name: 'table', type: 'string', isRequired: true },
      { name: 'ghost', type: '', isRequired: true },
      { name: 'limit', type: 'integer | null', isRequired: false },
      { name: 'mode', type: 'enum', isRequired: false },
      { name: 'any', type: '', isRequired: false },
    ]);
  });

  test('names of the language itself are names like others', () => {
    const inputSchema = JSON.parse(
      '{"properties":{"__proto__":{"type":"string"},"constructor":{}},"required":["toString"]}',
    );
    const named = toolDetail({ ...bare, inputSchema }, 1_000).arguments;
    expect(named.map(({ name, type }) => `${name}:${type}`)).toEqual(['toString:', '__proto__:string', 'constructor:']);
  });

  test('a server that sends megabytes is shown in part', () => {
    const long = 'x'.repeat(1_000_000);
    const properties = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`${index}${long.slice(0, 900)}`, {}]),
    );
    const detail = toolDetail(
      { ...bare, name: long, title: long, description: long, inputSchema: { properties }, outputSchema: { a: long } },
      500,
    );
    expect(JSON.stringify(detail).length).toBeLessThan(5_000);
    expect(detail).toMatchObject({ argumentsLeft: 988, isCut: true });
  });

  test('a title among the annotations is a title', () => {
    expect(toolDetail({ ...bare, annotations: { title: 'Query' } }, 10).title).toBe('Query');
    expect(toolDetail({ ...bare, title: 'A', annotations: { title: 'B' } }, 10).title).toBe('A');
  });
});
