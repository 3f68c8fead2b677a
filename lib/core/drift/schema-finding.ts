// What can be found between two versions of a JSON Schema, and which way it points: does the new one fit fewer values or
// more? Whether that is good or bad depends on who writes the values; drift-change.ts knows.

const SCHEMA_CODES = [
  'property_removed',
  'property_added_required',
  'property_added_optional',
  'property_now_required',
  'property_now_optional',
  'type_narrowed',
  'type_widened',
  'type_changed',
  'enum_narrowed',
  'enum_widened',
  'enum_changed',
  'constraint_tightened', // bounds, lengths, patterns, formats, conditions
  'constraint_loosened',
  'constraint_changed', // nobody can tell which way
  'additional_properties_closed', // names that are not listed were fine, and are no more
  'additional_properties_opened',
  'alternatives_narrowed', // anyOf, oneOf: a form of the value went
  'alternatives_widened',
  'alternatives_changed',
  'default_changed',
  'description_changed', // title or description
  'too_complex', // the work or depth limit was reached; it differs, nobody can tell how
] as const;
export type SchemaCode = (typeof SCHEMA_CODES)[number];

/** `note` leaves the values that fit as they are. */
export type Effect = 'narrower' | 'wider' | 'changed' | 'note';

const EFFECTS: Record<SchemaCode, Effect> = {
  // Nobody can tell: an object open to any name takes what it took, and means something else by it.
  property_removed: 'changed',
  property_added_required: 'narrower',
  // By the letter the new property narrows an object that was open to any name; to its callers it is an offer.
  property_added_optional: 'wider',
  property_now_required: 'narrower',
  property_now_optional: 'wider',
  type_narrowed: 'narrower',
  type_widened: 'wider',
  type_changed: 'changed',
  enum_narrowed: 'narrower',
  enum_widened: 'wider',
  enum_changed: 'changed',
  constraint_tightened: 'narrower',
  constraint_loosened: 'wider',
  constraint_changed: 'changed',
  additional_properties_closed: 'narrower',
  additional_properties_opened: 'wider',
  alternatives_narrowed: 'narrower',
  alternatives_widened: 'wider',
  alternatives_changed: 'changed',
  default_changed: 'note',
  description_changed: 'note',
  too_complex: 'changed',
};

/** What a sentence tells beside its code, in the words of JSON Schema and so in no language; shown names and values. */
export interface SchemaFacts {
  /** "maxLength". */
  keyword: string;
  /** Left out where there was, or is, none, and where it would not fit into a line. */
  was?: string;
  now?: string;
}

export interface SchemaFinding {
  code: SchemaCode;
  /** Where, from the root of the schema: "filter.limit", "tags[]", "" for the root. Shown names, so fit to be printed. */
  path: string;
  /** What follows the subject of the sentence: "takes only integers now"; empty where the code says it all. */
  said: string;
  facts?: SchemaFacts;
}

export function finding(code: SchemaCode, said = '', path = ''): SchemaFinding {
  return { code, path, said };
}

/** @param was `now`: as text, undefined where there is none */
export function changedKeyword(keyword: string, was?: string, now?: string): SchemaFacts {
  return { keyword, ...(was !== undefined && { was }), ...(now !== undefined && { now }) };
}

/** How the new schema stands to the old one: `wider` fits all that the old one fitted, and more. */
export type Relation = 'same' | 'wider' | 'narrower' | 'changed';

export function relationOf(findings: readonly SchemaFinding[]): Relation {
  const effects = new Set(findings.map(({ code }) => EFFECTS[code]));
  effects.delete('note');
  if (effects.size === 0) return 'same';
  const [only] = effects;
  return effects.size === 1 && (only === 'wider' || only === 'narrower') ? only : 'changed';
}

/** The same finding seen from one step further up: `[` begins the step into a list. */
export function under(step: string, found: SchemaFinding): SchemaFinding {
  const path = found.path === '' || found.path.startsWith('[') ? step + found.path : `${step}.${found.path}`;
  return { ...found, path };
}
