// What holds for any two catalogues, however hostile: equal ones do not differ, order does not matter, nothing throws,
// nothing grows without end.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '@/lib/core/catalogue/canonical-json';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';
import type { DriftChange } from '@/lib/core/drift/drift-change';
import { compareSchemas } from '@/lib/core/drift/schema-drift';
import { relationOf } from '@/lib/core/drift/schema-finding';
import { expectSound } from './expect-sound';

const typeName = fc.constantFrom('string', 'integer', 'number', 'boolean', 'object', 'array', 'null', 'odd');
const propertyName = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'), fc.string({ maxLength: 3 }));
const anyValue = fc.jsonValue({ maxDepth: 1, depthSize: 'xsmall' });

/** Schemas as a server might write them, with a shot of anything in any place. */
const { schema } = fc.letrec<{ schema: unknown; keywords: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, depthSize: 'xsmall', depthIdentifier: 'schema' },
    { weight: 1, arbitrary: fc.oneof(fc.boolean(), anyValue) },
    { weight: 8, arbitrary: tie('keywords') },
  ),
  keywords: fc.record(
    {
      type: fc.oneof(typeName, fc.array(typeName, { maxLength: 3 }), anyValue),
      properties: fc.oneof(fc.dictionary(propertyName, tie('schema'), { maxKeys: 3 }), anyValue),
      required: fc.oneof(fc.array(propertyName, { maxLength: 3 }), anyValue),
      additionalProperties: tie('schema'),
      items: fc.oneof(tie('schema'), fc.array(tie('schema'), { maxLength: 2 })),
      enum: fc.oneof(fc.array(anyValue, { maxLength: 3 }), anyValue),
      const: anyValue,
      anyOf: fc.oneof(fc.array(tie('schema'), { maxLength: 3 }), anyValue),
      oneOf: fc.array(tie('schema'), { maxLength: 3 }),
      allOf: fc.array(tie('schema'), { maxLength: 3 }),
      not: tie('schema'),
      if: tie('schema'),
      minimum: fc.oneof(fc.double({ noNaN: true }), anyValue),
      exclusiveMaximum: fc.oneof(fc.double({ noNaN: true }), fc.boolean()),
      maxLength: fc.integer(),
      multipleOf: fc.integer(),
      pattern: fc.string({ unit: 'binary' }),
      description: fc.oneof(fc.string(), anyValue),
      default: anyValue,
      $ref: fc.constantFrom('#', '#/$defs/a', '#/$defs/b', '#/properties/a', '#/anyOf/0', '#nowhere', 'https://x'),
      $defs: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema')),
    },
    { requiredKeys: [] },
  ),
}));

const tool: fc.Arbitrary<CatalogueTool> = fc.record({
  name: fc.oneof(fc.constantFrom('x', 'y', 'z'), fc.string({ unit: 'binary' })),
  title: fc.option(fc.string({ unit: 'binary' })),
  description: fc.option(fc.string()),
  inputSchema: schema,
  outputSchema: fc.option(schema),
  annotations: fc.oneof(fc.record({ readOnlyHint: fc.boolean(), destructiveHint: fc.boolean() }), fc.jsonValue()),
});
const catalogue = fc.array(tool, { maxLength: 4 });

/** The same value with the keys of every object turned round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

function turned(tools: CatalogueTool[]): CatalogueTool[] {
  return tools.toReversed().map((each) => ({
    ...each,
    inputSchema: reversed(each.inputSchema),
    outputSchema: reversed(each.outputSchema),
    annotations: reversed(each.annotations),
  }));
}

describe('any two catalogues', () => {
  test('equal ones do not differ', () => {
    fc.assert(
      fc.property(catalogue, (tools) => {
        expect(compareCatalogues(tools, structuredClone(tools))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('walked to the end, a schema is the same as itself', () => {
    fc.assert(
      fc.property(schema, (value) => {
        const found = compareSchemas({
          before: value,
          after: structuredClone(value),
          takes: 'takes',
          budget: { left: 5_000 },
        });
        expect(relationOf(found.filter(({ code }) => code !== 'too_complex'))).toBe('same');
      }),
      { numRuns: 300 },
    );
  });

  test('neither the order of tools nor that of keys matters', () => {
    fc.assert(
      fc.property(catalogue, catalogue, (before, after) => {
        const changes = compareCatalogues(before, after);
        expect(compareCatalogues(turned(before), turned(after))).toEqual(changes);
      }),
    );
  });

  test('different ones differ, in bounded and printable words', () => {
    fc.assert(
      fc.property(tool, tool, (before, other) => {
        const after = { ...other, name: before.name };
        const changes = compareCatalogues([before], [after]);
        expect(changes.length > 0).toBe(canonicalJson(before) !== canonicalJson(after));
        expectSound(changes);
      }),
      { numRuns: 300 },
    );
  });

  test('what was added and goes again breaks', () => {
    fc.assert(
      fc.property(catalogue, catalogue, (before, after) => {
        const names = (changes: DriftChange[], code: string) =>
          changes.filter((change) => change.code === code).map((change) => change.tool);
        const there = compareCatalogues(before, after);
        const back = compareCatalogues(after, before);
        expect(names(back, 'tool_removed')).toEqual(names(there, 'tool_added'));
        expect(back.filter(({ code }) => code === 'tool_removed').every(({ kind }) => kind === 'breaking')).toBe(true);
      }),
    );
  });
});
