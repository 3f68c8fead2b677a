// The comparison against a second opinion: where it says "wider", every value that the real validator took before is
// taken after; where it says "same", both take the same. Objects are closed, since to an open one a new optional name is
// by the letter a limit, and by our rule an offer.
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSchemas } from '@/lib/core/drift/schema-drift';
import { relationOf } from '@/lib/core/drift/schema-finding';

const VALUES = [
  ...[null, true, 0, 1, 2, 3, 5, 10, 0.5, 1.5, -1, '', 'a', 'ab', 'abc', 'b', 'x', 'y'],
  ...[[], [1], [1, 2], [1, 1], ['a'], [1, 'a'], [null], [{ a: 1 }]],
  ...[{}, { a: 1 }, { a: 'a' }, { b: 1 }, { a: 1, b: 2 }, { a: null }, { a: { a: 1 } }, { a: [1] }, { c: 1 }],
  ...[{ kind: 'x' }, { kind: 'y' }, { kind: 'x', a: 1 }, { kind: 'y', a: 'a' }, { kind: 'x', b: null }],
];

const type = fc.constantFrom('string', 'integer', 'number', 'object', 'array', 'null');
const name = fc.constantFrom('a', 'b', 'kind');
const value = fc.constantFrom(...VALUES);
const small = fc.constantFrom(0, 1, 2, 3);
const few = { minLength: 1, maxLength: 3 };

/** A handful of keywords, so that two schemas often have some in common. */
const { schema } = fc.letrec<{ schema: unknown; keywords: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, depthSize: 'xsmall' },
    fc.constantFrom(true, false, {}, { type: 'string' }, { type: 'integer' }, { type: 'null' }, { const: 'x' }),
    tie('keywords'),
  ),
  keywords: fc
    .record({
      type: fc.oneof(type, fc.uniqueArray(type, few)),
      properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
      required: fc.uniqueArray(name, { maxLength: 2 }),
      items: tie('schema'),
      enum: fc.uniqueArray(value, { ...few, selector: (each) => JSON.stringify(each) }),
      const: value,
      anyOf: fc.array(tie('schema'), few),
      oneOf: fc.array(tie('schema'), few),
      allOf: fc.array(tie('schema'), few),
      not: tie('schema'),
      if: tie('schema'),
      else: tie('schema'),
      minimum: small,
      exclusiveMinimum: small,
      maximum: small,
      multipleOf: fc.constantFrom(1, 2, 0.5),
      minLength: small,
      maxLength: small,
      pattern: fc.constantFrom('^a', 'b$'),
      minItems: small,
      uniqueItems: fc.boolean(),
      $ref: fc.constantFrom('#/$defs/one', '#/$defs/two'),
    })
    .chain((all) =>
      fc.subarray(Object.entries(all), { minLength: 1, maxLength: 4 }).map((entries) => {
        const chosen = Object.fromEntries(entries);
        return 'properties' in chosen ? { ...chosen, additionalProperties: false } : chosen;
      }),
    ),
}));
const $defs = fc.record({ one: schema, two: schema });

/** The same schema with some keywords dropped and some numbers moved: most changes of real schemas are small. */
function mutate(node: unknown, chance: () => number): unknown {
  if (typeof node === 'number') return chance() < 0.3 ? Math.max(0, node + Math.sign(chance() - 0.5)) : node;
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) {
    const entries = node.map((entry) => mutate(entry, chance));
    return chance() < 0.15 && entries.length > 1 ? entries.slice(1) : chance() < 0.2 ? entries.toReversed() : entries;
  }
  const kept = Object.entries(node).filter(() => chance() > 0.08);
  return Object.fromEntries(kept.map(([key, member]) => [key, mutate(member, chance)]));
}

const validator = new AjvJsonSchemaValidator();

/** Null for a schema that the validator refuses, as one whose references go in circles. */
function accepted(document: object): boolean[] | null {
  try {
    const validate = validator.getValidator(document);
    return VALUES.map((each) => validate(each).valid);
  } catch {
    return null;
  }
}

test('what is called wider or the same is so for a real validator', { timeout: 60_000 }, () => {
  const seen = { same: 0, wider: 0, narrower: 0, changed: 0 };
  const chances = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(schema, schema, $defs, chances, fc.boolean(), (root, other, defs, stream, isMutated) => {
      const before = { allOf: [root], $defs: defs };
      const after = isMutated ? mutate(before, () => stream.next().value) : { allOf: [other], $defs: defs };
      if (typeof after !== 'object' || after === null) return;
      const [old, now] = [accepted(before), accepted(after)];
      if (old === null || now === null) return;
      const found = compareSchemas({ before, after, takes: 'takes', budget: { left: 50_000 } });
      const relation = relationOf(found);
      seen[relation]++;
      const lost = VALUES.filter((_, index) => old[index] && !now[index]);
      const gained = VALUES.filter((_, index) => now[index] && !old[index]);
      if (relation === 'same' || relation === 'wider') expect(lost).toEqual([]);
      if (relation === 'same' || relation === 'narrower') expect(gained).toEqual([]);
    }),
    { numRuns: 400 },
  );
  // A comparison that calls everything changed would pass the above.
  expect(Math.min(seen.same, seen.wider, seen.narrower)).toBeGreaterThan(10);
});
