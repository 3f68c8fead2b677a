// One argument: what a change of its own schema means to those who give it.
import { describe, expect, test } from 'vitest';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';

function taking(a: unknown): CatalogueTool[] {
  const inputSchema = { type: 'object', properties: { a } };
  return [{ name: 'query', title: null, description: null, inputSchema, outputSchema: null, annotations: null }];
}

/** "kind code: what follows the subject `a` of `query`" for every change. */
function valueDrift(before: unknown, after: unknown): string[] {
  const changes = compareCatalogues(taking(before), taking(after));
  return changes.map(({ kind, code, sentence }) => `${kind} ${code}: ${sentence.replace('`a` of `query` ', '')}`);
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const number = { type: 'number' };
const rewritten = 'wording schema_rewritten: the schema for the arguments of `query` is written in another way';

describe('values of an argument', () => {
  const cases: [name: string, before: unknown, after: unknown, changes: string[]][] = [
    ['number to integer', number, integer, ['breaking type_narrowed: takes only integers now']],
    ['integer to number', integer, number, ['additive type_widened: takes fractions too now']],
    ['integer to text', integer, text, ['breaking type_changed: takes text instead of integers now']],
    ['text or null to text', { type: ['string', 'null'] }, text, ['breaking type_narrowed: takes only text now']],
    ['text to text or null', text, { type: ['string', 'null'] }, ['additive type_widened: takes null too now']],
    ['anything to text', {}, text, ['breaking type_narrowed: takes only text now']],
    ['text to anything', text, {}, ['additive type_widened: takes any value now']],
    ['true to text', true, text, ['breaking type_narrowed: takes only text now']],
    ['a type nobody knows', text, { type: 'date' }, ['breaking type_changed: takes `date` instead of text now']],
    ['a value fewer', { enum: ['a', 'b'] }, { enum: ['a'] }, ['breaking enum_narrowed: no longer takes `b`']],
    ['a value more', { enum: ['a'] }, { enum: ['a', 'b'] }, ['additive enum_widened: takes `b` too now']],
    [
      'a value exchanged',
      { enum: ['a', 'b'] },
      { enum: ['a', 'c'] },
      ['breaking enum_changed: takes `c` instead of `b` now'],
    ],
    [
      'a value of another type',
      { enum: ['a'] },
      { enum: ['a', null] },
      ['additive enum_widened: takes `null` too now', 'additive type_widened: takes null too now'],
    ],
    ['values in another order', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }, [rewritten]],
    ['const to enum with it', { const: 'a' }, { enum: ['b', 'a'] }, ['additive enum_widened: takes `b` too now']],
    ['text to a list of values', text, { enum: ['b', 'a'] }, ['breaking enum_narrowed: takes only `a` and `b` now']],
    [
      'a list of values to text',
      { enum: ['a', 'b'] },
      text,
      ['additive enum_widened: takes other values than `a` and `b` too now'],
    ],
    [
      'a higher minimum',
      { ...number, minimum: 1 },
      { ...number, minimum: 2 },
      ['breaking constraint_tightened: must be at least 2 now (was 1)'],
    ],
    [
      'a lower minimum',
      { ...number, minimum: 2 },
      { ...number, minimum: 1 },
      ['additive constraint_loosened: need only be at least 1 now (was 2)'],
    ],
    ['a new maximum', integer, { ...integer, maximum: 50 }, ['breaking constraint_tightened: must be at most 50 now']],
    [
      'no maximum',
      { ...integer, maximum: 50 },
      integer,
      ['additive constraint_loosened: need no longer be at most 50'],
    ],
    [
      'the maximum itself shut out',
      { ...number, maximum: 5 },
      { ...number, exclusiveMaximum: 5 },
      ['breaking constraint_tightened: must be less than 5 now (was 5)'],
    ],
    [
      'the same in draft 4',
      { ...number, minimum: 5 },
      { ...number, minimum: 5, exclusiveMinimum: true },
      ['breaking constraint_tightened: must be more than 5 now (was 5)'],
    ],
    [
      'among integers, more than 0 is at least 1',
      { ...integer, exclusiveMinimum: 0 },
      { ...integer, minimum: 1 },
      [rewritten],
    ],
    [
      'a shorter text',
      text,
      { ...text, maxLength: 1 },
      ['breaking constraint_tightened: must have at most 1 character now'],
    ],
    ['at least no characters', text, { ...text, minLength: 0 }, [rewritten]],
    [
      'more entries wanted',
      { type: 'array', minItems: 1 },
      { type: 'array', minItems: 2 },
      ['breaking constraint_tightened: must have at least 2 entries now (was 1)'],
    ],
    ['a new pattern', text, { ...text, pattern: '^a' }, ['breaking constraint_tightened: must match `^a` now']],
    ['no pattern', { ...text, pattern: '^a' }, text, ['additive constraint_loosened: need no longer match `^a`']],
    [
      'another pattern',
      { ...text, pattern: '^a' },
      { ...text, pattern: '^b' },
      ['breaking constraint_changed: must match `^b` now, where it had to match `^a`'],
    ],
    [
      'patterns that differ far behind',
      { ...text, pattern: `${'x'.repeat(99)}a` },
      { ...text, pattern: `${'x'.repeat(99)}b` },
      [
        `breaking constraint_changed: must match \`${'x'.repeat(39)}…\` now, where it had to match \`${'x'.repeat(39)}…\``,
      ],
    ],
    [
      'a new format',
      text,
      { ...text, format: 'uri' },
      ['breaking constraint_tightened: must have the format `uri` now'],
    ],
    [
      'a coarser step',
      { ...integer, multipleOf: 5 },
      { ...integer, multipleOf: 10 },
      ['breaking constraint_tightened: must be a multiple of 10 now (was 5)'],
    ],
    [
      'a finer step',
      { ...integer, multipleOf: 10 },
      { ...integer, multipleOf: 5 },
      ['additive constraint_loosened: need only be a multiple of 5 now (was 10)'],
    ],
    [
      'another step',
      { ...integer, multipleOf: 10 },
      { ...integer, multipleOf: 4 },
      ['breaking constraint_changed: must be a multiple of 4 now, where it had to be a multiple of 10'],
    ],
    [
      'no entry twice',
      { type: 'array' },
      { type: 'array', uniqueItems: true },
      ['breaking constraint_tightened: must have no entry twice now'],
    ],
    [
      'something shut out',
      text,
      { ...text, not: { const: 'x' } },
      ['breaking constraint_tightened: must follow a stricter rule (`not`) now'],
    ],
    [
      'less shut out',
      { ...text, not: { enum: ['x', 'y'] } },
      { ...text, not: { const: 'x' } },
      ['additive constraint_loosened: must follow a looser rule (`not`) now'],
    ],
    [
      'a new condition',
      text,
      { ...text, if: { const: 'x' }, else: false },
      ['breaking constraint_tightened: must follow a rule (`if`) now'],
    ],
    [
      'another consequence',
      { if: text, else: { maxLength: 5 } },
      { if: text, else: { maxLength: 4 } },
      ['breaking constraint_tightened: must have at most 4 characters now (was 5)'],
    ],
    [
      'another rule',
      { dependentRequired: { x: ['y'] } },
      { dependentRequired: { x: ['z'] } },
      ['breaking constraint_changed: must follow another rule (`dependentRequired`) now'],
    ],
    ['limits that are none', { minimum: 'one' }, { minimum: [], pattern: 5 }, [rewritten]],
  ];
  test.each(cases)('%s', (_name, before, after, changes) => {
    expect(valueDrift(before, after)).toEqual(changes);
  });
});
