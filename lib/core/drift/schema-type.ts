// The types that a schema allows, and how they differ between two versions. A number is an integer or a fraction, so that
// "number to integer" is seen as what it is: narrower.
import { listText } from '@/lib/core/words/format';
import { changedKeyword, finding, type SchemaFacts, type SchemaFinding } from './schema-finding';
import type { SchemaShape } from './schema-shape';
import { quotedValue, shownName } from './shown-name';

/** In the order in which they are named. */
const PLURALS: Record<string, string> = {
  string: 'text',
  integer: 'integers',
  fraction: 'fractions',
  boolean: 'booleans',
  object: 'objects',
  array: 'lists',
  null: 'null',
};
const ALL_TYPES: ReadonlySet<string> = new Set(Object.keys(PLURALS));

/** Names of types; one that JSON Schema does not know ("date") stands for itself. */
export type TypeSet = ReadonlySet<string>;

export function typesOf({ keywords, values }: SchemaShape): TypeSet {
  const declared = keywords.get('type');
  const names = (Array.isArray(declared) ? declared : [declared]).filter((name) => typeof name === 'string');
  if (names.length > 0) return new Set(names.flatMap((name) => (name === 'number' ? ['integer', 'fraction'] : [name])));
  return values === null ? ALL_TYPES : new Set([...values.values()].map(typeOfValue));
}

export function areDisjoint(some: TypeSet, others: TypeSet): boolean {
  return some.isDisjointFrom(others);
}

/** @param takes the verb of the side: arguments "take" values, answers "hold" them */
export function compareTypes(before: SchemaShape, after: SchemaShape, takes: string): SchemaFinding[] {
  const [old, now] = [typesOf(before), typesOf(after)];
  const isNarrower = !old.isSubsetOf(now);
  const isWider = !now.isSubsetOf(old);
  const facts = typeFacts(old, now);
  if (isNarrower && isWider) {
    return [{ ...finding('type_changed', `${takes} ${typeWords(now)} instead of ${typeWords(old)} now`), facts }];
  }
  if (isNarrower) return [{ ...finding('type_narrowed', `${takes} only ${typeWords(now)} now`), facts }];
  if (isWider) return [{ ...finding('type_widened', wideningWords(old, now, takes)), facts }];
  return [];
}

export function typeFacts(old: TypeSet | null, now: TypeSet | null): SchemaFacts {
  return changedKeyword('type', typeNames(old), typeNames(now));
}

/** In JSON Schema's own words: "string, null". Undefined for all of them, which nobody lists. */
function typeNames(types: TypeSet | null): string | undefined {
  if (types === null || ALL_TYPES.isSubsetOf(types)) return undefined;
  const names = new Set([...types].sort().map((type) => (type === 'fraction' ? 'number' : type)));
  if (types.has('fraction')) names.delete('integer');
  return [...names]
    .slice(0, ALL_TYPES.size)
    .map((name) => shownName(name, 40))
    .join(', ');
}

/** "text and null", "any value". */
export function typeWords(types: TypeSet): string {
  if (ALL_TYPES.isSubsetOf(types)) return 'any value';
  const isNumber = types.has('integer') && types.has('fraction');
  const known = Object.entries(PLURALS).flatMap(([type, plural]) => {
    if (!types.has(type) || (isNumber && type === 'fraction')) return [];
    return isNumber && type === 'integer' ? ['numbers'] : [plural];
  });
  const unknown = [...types].filter((type) => !ALL_TYPES.has(type)).sort();
  const words = [...known, ...unknown.map(quotedValue)];
  return listText(words, 7);
}

function wideningWords(old: TypeSet, now: TypeSet, takes: string): string {
  if (ALL_TYPES.isSubsetOf(now)) return `${takes} any value now`;
  return `${takes} ${typeWords(now.difference(old))} too now`;
}

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'fraction') : typeof value;
}
