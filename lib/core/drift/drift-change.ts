// One change of a catalogue, and how much it matters to those who call the tools (design, rule 9). Holds the closed codes
// and the tables that judge them; how a change is found or worded is not known here.
import type { SchemaCode, SchemaFacts } from './schema-finding';

/**
 * `breaking`: calls that worked may fail, or answers may be misread. `additive`: nothing that worked fails, more is
 * possible. `wording`: only what people and models read. Worst first.
 */
export const DRIFT_KINDS = ['breaking', 'additive', 'wording'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** Stored and served by the API: add to them, never rename one. A renamed tool or argument is a removal and an addition. */
export const DRIFT_CODES = [
  'tool_removed',
  'tool_added',
  'title_changed',
  'description_changed',
  'annotations_changed',
  'hint_weakened', // a promise on which clients skip the question "may I?" is gone
  'hint_strengthened',
  // Arguments.
  'argument_removed',
  'argument_added_required',
  'argument_added_optional',
  'argument_now_required',
  'argument_now_optional',
  'argument_description_changed',
  'type_narrowed',
  'type_widened',
  'type_changed',
  'enum_narrowed',
  'enum_widened',
  'enum_changed',
  'constraint_tightened',
  'constraint_loosened',
  'constraint_changed',
  'additional_properties_closed',
  'additional_properties_opened',
  'alternatives_narrowed',
  'alternatives_widened',
  'alternatives_changed',
  'default_changed',
  // Answers.
  'output_schema_added',
  'output_schema_removed',
  'output_removed',
  'output_added',
  'output_now_optional',
  'output_now_required',
  'output_narrowed',
  'output_widened',
  'output_changed',
  'output_description_changed',
  // Either.
  'schema_too_complex', // differs, and cannot be compared within the limits
  'schema_rewritten', // differs, and fits the same values as far as can be told
  'more_changes', // stands for those beyond the limit
] as const;
export type DriftCode = (typeof DRIFT_CODES)[number];

export interface DriftChange {
  /** The shown name of the tool (shown-name.ts); empty for `more_changes`. */
  tool: string;
  kind: DriftKind;
  code: DriftCode;
  /** The argument or part of the answer, "filter.limit"; empty when the whole is meant. */
  path: string;
  /** What changed in the schema, for pages in another language; left out where the code says it all, and in old rows. */
  facts?: SchemaFacts;
  /** One line without a stop, English, remote names in backticks, at most 500 characters: "`run_query` now requires `database`". */
  sentence: string;
}

/** A change before it is put in words: only those that are told are worth the words. */
export interface FoundChange extends Omit<DriftChange, 'sentence'> {
  /** Tells changes of one code and path apart. */
  said: string;
  write: () => string;
}

/** What a schema is of: callers write the arguments and read the answer. */
export type SchemaSide = 'input' | 'output';

export interface Judged {
  code: DriftCode;
  kind: DriftKind;
}

export function judgeSchemaCode(side: SchemaSide, code: SchemaCode): Judged {
  return side === 'input' ? INPUT[code] : OUTPUT[code];
}

/** Null for no changes. */
export function worstKind(changes: readonly Pick<DriftChange, 'kind'>[]): DriftKind | null {
  return DRIFT_KINDS.find((kind) => changes.some((change) => change.kind === kind)) ?? null;
}

function breaking(code: DriftCode): Judged {
  return { code, kind: 'breaking' };
}

function additive(code: DriftCode): Judged {
  return { code, kind: 'additive' };
}

function wording(code: DriftCode): Judged {
  return { code, kind: 'wording' };
}

/** A server that takes less breaks its callers; one that takes more does not. */
const INPUT: Record<SchemaCode, Judged> = {
  property_removed: breaking('argument_removed'),
  property_added_required: breaking('argument_added_required'),
  property_added_optional: additive('argument_added_optional'),
  property_now_required: breaking('argument_now_required'),
  property_now_optional: additive('argument_now_optional'),
  type_narrowed: breaking('type_narrowed'),
  type_widened: additive('type_widened'),
  type_changed: breaking('type_changed'),
  enum_narrowed: breaking('enum_narrowed'),
  enum_widened: additive('enum_widened'),
  enum_changed: breaking('enum_changed'),
  constraint_tightened: breaking('constraint_tightened'),
  constraint_loosened: additive('constraint_loosened'),
  constraint_changed: breaking('constraint_changed'),
  additional_properties_closed: breaking('additional_properties_closed'),
  additional_properties_opened: additive('additional_properties_opened'),
  alternatives_narrowed: breaking('alternatives_narrowed'),
  alternatives_widened: additive('alternatives_widened'),
  alternatives_changed: breaking('alternatives_changed'),
  // To JSON Schema a default is a remark: every call that was valid still is.
  default_changed: wording('default_changed'),
  description_changed: wording('argument_description_changed'),
  too_complex: breaking('schema_too_complex'),
};

/**
 * The reverse: a reader is broken by values it has not seen before, not by fewer of them. Names are the exception, since
 * readers look for the ones they know and pass over the others: one that went breaks, one that came does not.
 */
const OUTPUT: Record<SchemaCode, Judged> = {
  property_removed: breaking('output_removed'),
  property_added_required: additive('output_added'),
  property_added_optional: additive('output_added'),
  property_now_required: additive('output_now_required'),
  property_now_optional: breaking('output_now_optional'),
  type_narrowed: additive('output_narrowed'),
  type_widened: breaking('output_widened'),
  type_changed: breaking('output_changed'),
  enum_narrowed: additive('output_narrowed'),
  enum_widened: breaking('output_widened'),
  enum_changed: breaking('output_changed'),
  constraint_tightened: additive('output_narrowed'),
  constraint_loosened: breaking('output_widened'),
  constraint_changed: breaking('output_changed'),
  additional_properties_closed: additive('output_narrowed'),
  additional_properties_opened: additive('output_added'),
  alternatives_narrowed: additive('output_narrowed'),
  alternatives_widened: breaking('output_widened'),
  alternatives_changed: breaking('output_changed'),
  default_changed: wording('output_description_changed'),
  description_changed: wording('output_description_changed'),
  too_complex: breaking('schema_too_complex'),
};
