// One node of a JSON Schema as the comparison reads it: local references followed, allOf folded in, everything typed. The
// schema is hostile: any JSON may stand anywhere, references may go in circles. What is not understood is left out.
import { canonicalJson } from '@/lib/core/catalogue/canonical-json';
import { pointerOfFragment, valueAt } from '@/lib/core/catalogue/json-pointer';
import { isSameJson } from './same-json';

/** The schemas `true` and `false`, as objects so that they can be told apart and remembered by identity. */
export const ANYTHING: object = Object.freeze({});
export const NOTHING: object = Object.freeze({ not: ANYTHING });

export interface SchemaShape {
  /** No value fits. */
  isNothing: boolean;
  /** All keywords but those below; of two that contradict, the first. */
  keywords: ReadonlyMap<string, unknown>;
  /** Canonical JSON of the keywords that are compared letter by letter. */
  literals: ReadonlyMap<string, string>;
  /** Of `enum` or `const`, by canonical JSON; null when any value will do. */
  values: ReadonlyMap<string, unknown> | null;
  properties: ReadonlyMap<string, object>;
  required: ReadonlySet<string>;
  /** Schemas that must fit as well and could not be folded in. */
  rest: readonly object[];
  /** What comparing it costs: names and values in it. */
  size: number;
}

export interface SchemaDocument {
  root: object;
  /** Looked up once for each node; the same object for the same node. */
  shapeOf: (schema: object) => SchemaShape;
}

/** Real schemas have a few; what lies beyond is left in `rest` and read when it is its turn. */
const PARTS_LIMIT = 200;

/** Keywords whose meaning is not analysed: equal or not is all that is asked. */
export const LITERAL_RULES = [
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'dependentRequired',
  'dependencies',
  'minContains',
  'maxContains',
] as const;
const LITERALS: ReadonlySet<string> = new Set([...LITERAL_RULES, 'default']);

/** They say something about a value and do not limit it. */
const NOTES: ReadonlySet<string> = new Set(['title', 'description', 'default', 'examples', 'deprecated', '$comment']);

export function openSchema(value: unknown): SchemaDocument {
  const root = asSchema(value);
  const shapes = new WeakMap<object, SchemaShape>();
  const write = rememberTexts();
  const shapeOf = (schema: object): SchemaShape => {
    const known = shapes.get(schema) ?? readShape(schema, root, write);
    shapes.set(schema, known);
    return known;
  };
  return { root, shapeOf };
}

/** Whatever is no schema limits nothing, and neither does an empty one. */
export function asSchema(value: unknown): object {
  if (value === false) return NOTHING;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ANYTHING;
  return Object.keys(value).length === 0 ? ANYTHING : value;
}

/** A schema of the same meaning, without some keywords. */
export function schemaWithout(shape: SchemaShape, ...omitted: string[]): object {
  return {
    ...Object.fromEntries([...shape.keywords].filter(([keyword]) => !omitted.includes(keyword))),
    properties: Object.fromEntries(shape.properties),
    required: [...shape.required],
    allOf: shape.rest,
  };
}

function readShape(schema: object, root: object, write: Write): SchemaShape {
  const keywords = new Map<string, unknown>();
  const properties = new Map<string, object>();
  const required = new Set<string>();
  const { parts, rest } = partsOf(schema, root);
  for (const part of parts) {
    // In one order, so that what cannot be folded in stands at the same place in both versions.
    for (const [keyword, value] of Object.entries(part).sort(byKey)) {
      if (keyword === 'properties') addProperties(properties, value);
      else if (keyword === 'required') addNames(required, value);
      else if (keyword === 'allOf' || (keyword === '$ref' && resolve(value, root) !== null)) continue;
      else if (!keywords.has(keyword)) keywords.set(keyword, value);
      else if (!NOTES.has(keyword) && !isSameJson(keywords.get(keyword), value)) {
        rest.push({ [keyword]: value });
      }
    }
  }
  const values = valuesOf(keywords, write);
  return {
    isNothing: parts.includes(NOTHING) || isAnything(keywords.get('not')) || values?.size === 0,
    keywords,
    literals: literalsOf(keywords, write),
    values,
    properties,
    required,
    rest,
    size: 1 + keywords.size + properties.size + required.size + rest.length + (values?.size ?? 0),
  };
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The schema, what it refers to and the members of its allOf; outermost first, each once, so that circles end. */
function partsOf(schema: object, root: object): { parts: object[]; rest: object[] } {
  const parts = new Set([schema]);
  const rest: object[] = [];
  for (const part of parts) {
    const target = Object.hasOwn(part, '$ref') ? resolve(Reflect.get(part, '$ref'), root) : null;
    const members: unknown = Object.hasOwn(part, 'allOf') ? Reflect.get(part, 'allOf') : null;
    const more = [...(target ? [target] : []), ...(Array.isArray(members) ? members.map(asSchema) : [])];
    for (const each of more) {
      if (parts.size < PARTS_LIMIT) parts.add(each);
      else if (!parts.has(each)) rest.push(each);
    }
  }
  return { parts: [...parts], rest };
}

/** Null for what lies outside the document, or nowhere. */
function resolve(reference: unknown, root: object): object | null {
  const pointer = typeof reference === 'string' ? pointerOfFragment(reference) : null;
  const target = pointer === null ? undefined : valueAt(root, pointer);
  return typeof target === 'boolean' || (typeof target === 'object' && target !== null) ? asSchema(target) : null;
}

function addProperties(properties: Map<string, object>, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, schema] of Object.entries(value)) {
    const known = properties.get(name);
    properties.set(name, known ? { allOf: [known, asSchema(schema)] } : asSchema(schema));
  }
}

function addNames(names: Set<string>, value: unknown): void {
  if (!Array.isArray(value)) return;
  for (const name of value) if (typeof name === 'string') names.add(name);
}

function valuesOf(keywords: ReadonlyMap<string, unknown>, write: Write): Map<string, unknown> | null {
  const listed = keywords.get('enum');
  const isListed = Array.isArray(listed) && listed.length > 0;
  const values: unknown[] = isListed ? listed : keywords.has('const') ? [keywords.get('const')] : [];
  if (values.length === 0) return null;
  const texts = new Map(values.map((value) => [write(value), value]));
  if (!isListed || !keywords.has('const')) return texts;
  const only = write(keywords.get('const'));
  return new Map([...texts].filter(([text]) => text === only));
}

function literalsOf(keywords: ReadonlyMap<string, unknown>, write: Write): Map<string, string> {
  const literal = [...keywords].filter(([keyword]) => LITERALS.has(keyword));
  return new Map(literal.map(([keyword, value]) => [keyword, write(value)]));
}

type Write = (value: unknown) => string;

/** One value stands in many shapes when references and unions multiply its schema; it is written once. */
function rememberTexts(): Write {
  const texts = new WeakMap<object, string>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return canonicalJson(value);
    const text = texts.get(value) ?? canonicalJson(value);
    texts.set(value, text);
    return text;
  };
}

function isAnything(value: unknown): boolean {
  return value === true || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
