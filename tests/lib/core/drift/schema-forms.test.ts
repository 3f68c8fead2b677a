// References, allOf and unions: the same schema written in another way is the same, and only what is provably wider is.
import { describe, expect, test } from 'vitest';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { compareCatalogues } from '@/lib/core/drift/drift';

function tool(inputSchema: unknown): CatalogueTool[] {
  return [{ name: 'query', title: null, description: null, inputSchema, outputSchema: null, annotations: null }];
}

function drift(before: unknown, after: unknown): string[] {
  return compareCatalogues(tool(before), tool(after)).map(({ kind, code, sentence }) => `${kind} ${code}: ${sentence}`);
}

function taking(a: unknown, $defs: object = {}) {
  return { type: 'object', properties: { a }, $defs };
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const nothing = { type: 'null' };
const rewritten = ['wording schema_rewritten: the schema for the arguments of `query` is written in another way'];

function object(properties: object, required: string[] = []) {
  return { type: 'object', properties, required };
}

function kind(name: string, more: object = {}) {
  return object({ kind: { const: name }, ...more }, ['kind']);
}

type Case = [name: string, before: unknown, after: unknown, changes: string[]];

describe('references and allOf', () => {
  const tree = { $ref: '#/$defs/Node' };
  const node = (more: object) => ({ Node: object({ children: { type: 'array', items: tree }, ...more }) });
  const cases: Case[] = [
    ['written out', taking({ $ref: '#/$defs/A' }, { A: text }), taking(text), rewritten],
    [
      'by another name',
      taking({ $ref: '#/$defs/A' }, { A: text }),
      taking({ $ref: '#/$defs/B' }, { B: text }),
      rewritten,
    ],
    [
      'what is referred to',
      taking({ $ref: '#/$defs/A' }, { A: text }),
      taking({ $ref: '#/$defs/A' }, { A: integer }),
      ['breaking type_changed: `a` of `query` takes integers instead of text now'],
    ],
    [
      'with a word of its own',
      taking({ $ref: '#/$defs/A' }, { A: text }),
      taking({ $ref: '#/$defs/A', description: 'x' }, { A: text }),
      ['wording argument_description_changed: the description of `a` of `query` changed'],
    ],
    [
      'escaped in the pointer',
      taking({ $ref: '#/$defs/A~1%20B' }, { 'A/ B': text }),
      taking({ $ref: '#/$defs/A~1%20B' }, { 'A/ B': integer }),
      ['breaking type_changed: `a` of `query` takes integers instead of text now'],
    ],
    [
      'a tree that refers to itself',
      taking(tree, node({ name: text })),
      taking(tree, node({ name: integer })),
      ['breaking type_changed: `a.name` of `query` takes integers instead of text now'],
    ],
    [
      'a tree, unrolled once',
      taking(tree, node({ name: text })),
      taking(node({ name: text }).Node, node({ name: text })),
      rewritten,
    ],
    [
      'the whole document',
      taking({ $ref: '#' }),
      { type: 'object', properties: { a: { $ref: '#' }, b: text } },
      [
        'additive argument_added_optional: `query` takes `a.b` too now',
        'additive argument_added_optional: `query` takes `b` too now',
      ],
    ],
    [
      'two that only refer to each other',
      taking({ $ref: '#/$defs/A' }, { A: { $ref: '#/$defs/B' }, B: { $ref: '#/$defs/A' } }),
      taking({}),
      rewritten,
    ],
    [
      'to nowhere',
      taking({ $ref: '#/$defs/Gone' }),
      taking({ $ref: '#/$defs/Lost' }),
      ['breaking constraint_changed: `a` of `query` must follow another rule (`$ref`) now'],
    ],
    [
      'to another document',
      taking(text),
      taking({ ...text, $ref: 'https://example.com/a' }),
      ['breaking constraint_tightened: `a` of `query` must follow a rule (`$ref`) now'],
    ],
    ['allOf of one', taking({ allOf: [text] }), taking(text), rewritten],
    [
      'allOf folded',
      taking({ allOf: [object({ x: text }, ['x']), object({ y: text })] }),
      taking(object({ x: text, y: text }, ['x'])),
      rewritten,
    ],
    [
      'allOf that says more',
      taking({ ...integer, minimum: 1 }),
      taking({ ...integer, minimum: 1, allOf: [{ minimum: 5 }] }),
      ['breaking constraint_tightened: `a` of `query` must be at least 5 now'],
    ],
    [
      'allOf that says no more',
      taking({ ...integer, minimum: 1, allOf: [{ minimum: 5 }] }),
      taking({ ...integer, minimum: 1 }),
      ['additive constraint_loosened: `a` of `query` need no longer be at least 5'],
    ],
    [
      'both parts of a property changed',
      taking({ allOf: [object({ x: { minimum: 1 } }), object({ x: integer })] }),
      taking({ allOf: [object({ x: { minimum: 2 } }), object({ x: integer })] }),
      ['breaking constraint_tightened: `a.x` of `query` must be at least 2 now (was 1)'],
    ],
  ];
  test.each(cases)('%s', (_name, before, after, changes) => {
    expect(drift(before, after)).toEqual(changes);
  });
});

describe('unions', () => {
  const forms = (...members: unknown[]) => taking({ anyOf: members });
  const exactly = (...members: unknown[]) => taking({ oneOf: members });
  const cases: Case[] = [
    [
      'null is welcome',
      taking(text),
      forms(text, nothing),
      ['additive type_widened: `a` of `query` takes null too now'],
    ],
    [
      'null is not welcome',
      forms(text, nothing),
      taking(text),
      ['breaking type_narrowed: `a` of `query` no longer takes null'],
    ],
    [
      'a list of types, as forms',
      taking({ type: ['string', 'null'], maxLength: 5 }),
      forms({ ...text, maxLength: 5 }, nothing),
      rewritten,
    ],
    ['forms in another order', forms(text, integer, nothing), forms(nothing, text, integer), rewritten],
    ['a form that another one covers', forms(text, { ...text, maxLength: 5 }), forms(text), rewritten],
    [
      'a type exchanged',
      forms(text, nothing),
      forms(integer, nothing),
      [
        'breaking type_narrowed: `a` of `query` no longer takes text',
        'additive type_widened: `a` of `query` takes integers too now',
      ],
    ],
    [
      'a limit in one form',
      forms(integer, nothing),
      forms({ ...integer, maximum: 5 }, nothing),
      ['breaking constraint_tightened: `a` of `query` must be at most 5 now'],
    ],
    [
      'a new argument in one form',
      forms(object({ x: text }), nothing),
      forms(object({ x: text, y: text }, ['y']), nothing),
      ['breaking argument_added_required: `query` now requires `a.y`'],
    ],
    [
      'an offer in one form',
      forms(object({ x: text }), nothing),
      forms(object({ x: text, y: text }), nothing),
      ['additive argument_added_optional: `query` takes `a.y` too now'],
    ],
    [
      'one form more of a type that was there',
      forms(kind('a'), kind('b')),
      forms(kind('a'), kind('b'), kind('c')),
      ['additive alternatives_widened: `a` of `query` takes one form more now'],
    ],
    [
      'two forms fewer',
      forms(kind('a'), kind('b'), kind('c')),
      forms(kind('b')),
      ['breaking alternatives_narrowed: `a` of `query` takes 2 forms fewer now'],
    ],
    [
      'one form changed, told by its kind',
      forms(kind('a'), kind('b', { x: text })),
      forms(kind('b', { x: integer }), kind('a')),
      ['breaking type_changed: `a.x` of `query` takes integers instead of text now'],
    ],
    [
      'what all forms share',
      taking({ ...object({ x: text }), anyOf: [{ required: ['x'] }, { required: ['y'] }] }),
      taking({ ...object({ x: integer }), anyOf: [{ required: ['x'] }, { required: ['y'] }] }),
      ['breaking type_changed: `a.x` of `query` takes integers instead of text now'],
    ],
    [
      'one form or the other now',
      taking(object({ x: text })),
      taking({ ...object({ x: text }), anyOf: [{ required: ['x'] }, { required: ['y'] }] }),
      ['breaking alternatives_narrowed: `a` of `query` must have one of 2 forms now'],
    ],
    [
      'oneOf of distinct kinds grows',
      exactly(kind('a'), kind('b')),
      exactly(kind('a'), kind('b'), kind('c')),
      ['additive alternatives_widened: `a` of `query` takes one form more now'],
    ],
    ['oneOf of distinct types, as anyOf', exactly(text, integer), forms(integer, text), rewritten],
    [
      'oneOf whose forms overlap grows: may fit less',
      exactly(object({ x: text })),
      exactly(object({ x: text }), object({ y: text })),
      ['breaking alternatives_changed: `a` of `query` must have one of other forms (`oneOf`) now'],
    ],
    [
      'more forms than are told apart',
      forms(...Array.from({ length: 60 }, (_, i) => kind(`k${i}`))),
      forms(...Array.from({ length: 61 }, (_, i) => kind(`k${i}`))),
      ['breaking alternatives_changed: `a` of `query` must have one of other forms (`anyOf`) now'],
    ],
    [
      'as many forms as are not told apart',
      forms(...Array.from({ length: 60 }, (_, i) => kind(`k${i}`))),
      forms(...Array.from({ length: 60 }, (_, i) => ({ title: 't', ...kind(`k${i}`) }))),
      rewritten,
    ],
    ['a list that is empty', forms(), taking({}), rewritten],
  ];
  test.each(cases)('%s', (_name, before, after, changes) => {
    expect(drift(before, after)).toEqual(changes);
  });
});
