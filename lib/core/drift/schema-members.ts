// What a schema says of the parts of a value (properties, entries, conditions), and how it differs between two versions.
// It knows which keyword leads to which part; going there is handed in.
import { finding, relationOf, type SchemaFinding } from './schema-finding';
import { ANYTHING, asSchema, NOTHING, type SchemaShape } from './schema-shape';
import { type TypeSet, typesOf } from './schema-type';
import { shownName } from './shown-name';

/** Compares two schemas of a part; `step` is how to get there, "" for a part that is the value itself. */
export type Descend = (before: object, after: object, step: string) => SchemaFinding[];

export interface MemberPair {
  before: SchemaShape;
  after: SchemaShape;
  descend: Descend;
  /** The verb of the side: arguments "take" values, answers "hold" them. */
  takes: string;
}

export function compareMembers(pair: MemberPair): SchemaFinding[] {
  const common: TypeSet = typesOf(pair.before).intersection(typesOf(pair.after));
  return [
    ...(common.has('object') ? [...compareProperties(pair), ...compareOtherNames(pair)] : []),
    ...(common.has('array') ? [...compareEntries(pair), ...compareContains(pair)] : []),
    ...compareNot(pair),
    ...compareConditions(pair),
    ...compareRest(pair),
  ];
}

function compareProperties({ before, after, descend }: MemberPair): SchemaFinding[] {
  const names = new Set([
    ...before.properties.keys(),
    ...after.properties.keys(),
    ...before.required,
    ...after.required,
  ]);
  const [unlisted, unlistedNow] = [otherNames(before), otherNames(after)];
  // In one order: when the budget ends on the way, the same part has been looked at.
  return [...names].sort().flatMap((name) => {
    const step = shownName(name);
    const [old, now] = [before.properties.get(name), after.properties.get(name)];
    const [wasRequired, isRequired] = [before.required.has(name), after.required.has(name)];
    // A name that is listed to be refused was never offered.
    const isRefused = old === NOTHING || now === NOTHING;
    if (old && !now && !isRefused) return [finding('property_removed', '', step)];
    if (now && !old && !isRefused) {
      const code = isRequired ? 'property_added_required' : 'property_added_optional';
      // What was asked of any name that is not listed still holds for callers who sent this one.
      const asked = unlisted === NOTHING || unlisted === ANYTHING ? now : unlisted;
      return [finding(code, '', step), ...(asked === now ? [] : descend(asked, now, step))];
    }
    const inside = old || now ? descend(old ?? unlisted, now ?? unlistedNow, step) : [];
    if (wasRequired === isRequired) return inside;
    return [finding(isRequired ? 'property_now_required' : 'property_now_optional', '', step), ...inside];
  });
}

/** Names that are not listed: refused, welcome, or welcome with values that fit a schema. */
function compareOtherNames({ before, after, descend, takes }: MemberPair): SchemaFinding[] {
  const [old, now] = [otherNames(before), otherNames(after)];
  const found = [
    ...compareMaps(before, after, 'patternProperties', (a, b) => descend(asSchema(a ?? old), asSchema(b ?? now), '*')),
    ...compareMaps(before, after, 'dependentSchemas', (a, b) => descend(asSchema(a), asSchema(b), '')),
    ...descend(asSchema(before.keywords.get('propertyNames')), asSchema(after.keywords.get('propertyNames')), ''),
  ];
  if (old === NOTHING && now === NOTHING) return found;
  if (now === NOTHING) {
    return [...found, finding('additional_properties_closed', `no longer ${takes} names that are not listed`)];
  }
  if (old === NOTHING) {
    const opened = finding('additional_properties_opened', `${takes} names that are not listed too now`);
    return [...found, { ...opened, facts: { keyword: 'additionalProperties' } }];
  }
  return [...found, ...descend(old, now, '*')];
}

function otherNames({ keywords }: SchemaShape): object {
  return asSchema(keywords.get('additionalProperties') ?? keywords.get('unevaluatedProperties'));
}

function compareMaps(
  before: SchemaShape,
  after: SchemaShape,
  keyword: string,
  compare: (before: unknown, after: unknown) => SchemaFinding[],
): SchemaFinding[] {
  const [old, now] = [mapAt(before, keyword), mapAt(after, keyword)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => compare(old.get(name), now.get(name)));
}

function mapAt({ keywords }: SchemaShape, keyword: string): ReadonlyMap<string, unknown> {
  const value = keywords.get(keyword);
  return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
}

function compareEntries({ before, after, descend }: MemberPair): SchemaFinding[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const places = Array.from({ length: Math.max(old.first.length, now.first.length) }, (_, place) => place);
  return [
    ...places.flatMap((place) => descend(old.first[place] ?? old.rest, now.first[place] ?? now.rest, `[${place}]`)),
    ...descend(old.rest, now.rest, '[]'),
  ];
}

/** Without the keyword even an empty list will do; with `maxContains` more fitting entries are too many. */
function compareContains({ before, after, descend }: MemberPair): SchemaFinding[] {
  const [old, now] = [before.keywords.get('contains'), after.keywords.get('contains')];
  if (old === undefined && now === undefined) return [];
  if (old === undefined) return [finding('constraint_tightened', 'must follow a rule (`contains`) now')];
  if (now === undefined) return [finding('constraint_loosened', 'need no longer follow a rule (`contains`)')];
  const found = descend(asSchema(old), asSchema(now), '[]');
  if (!before.keywords.has('maxContains') || relationOf(found) === 'same') return found;
  return [finding('constraint_changed', 'must follow another rule (`contains`) now')];
}

/** Schemas of the first entries by place, and of all others. Before 2020-12 both stood under other names. */
function entriesOf({ keywords }: SchemaShape): { first: object[]; rest: object } {
  const items = keywords.get('items');
  const first = Array.isArray(items) ? items : keywords.get('prefixItems');
  const rest = (Array.isArray(items) ? keywords.get('additionalItems') : items) ?? keywords.get('unevaluatedItems');
  return { first: Array.isArray(first) ? first.map(asSchema) : [], rest: asSchema(rest) };
}

/** The more values `not` fits, the fewer the schema does. */
function compareNot({ before, after, descend }: MemberPair): SchemaFinding[] {
  const [old, now] = [before.keywords.get('not'), after.keywords.get('not')];
  const relation = relationOf(descend(asSchema(old ?? false), asSchema(now ?? false), ''));
  switch (relation) {
    case 'same':
      return [];
    case 'wider':
      return [finding('constraint_tightened', 'must follow a stricter rule (`not`) now')];
    case 'narrower':
      return [finding('constraint_loosened', 'must follow a looser rule (`not`) now')];
    case 'changed':
      return [finding('constraint_changed', 'must follow another rule (`not`) now')];
    default:
      return relation satisfies never;
  }
}

/** `then` and `else` can only be compared where they follow from the same `if`. */
function compareConditions({ before, after, descend }: MemberPair): SchemaFinding[] {
  const [old, now] = [before.keywords.get('if'), after.keywords.get('if')];
  if (old === undefined && now === undefined) return [];
  if (old === undefined) return [finding('constraint_tightened', 'must follow a rule (`if`) now')];
  if (now === undefined) return [finding('constraint_loosened', 'need no longer follow a rule (`if`)')];
  if (relationOf(descend(asSchema(old), asSchema(now), '')) !== 'same') {
    return [finding('constraint_changed', 'must follow another rule (`if`) now')];
  }
  return ['then', 'else'].flatMap((branch) =>
    descend(asSchema(before.keywords.get(branch)), asSchema(after.keywords.get(branch)), ''),
  );
}

function compareRest({ before, after, descend }: MemberPair): SchemaFinding[] {
  const longer = before.rest.length > after.rest.length ? before.rest : after.rest;
  return longer.flatMap((_, index) => descend(before.rest[index] ?? ANYTHING, after.rest[index] ?? ANYTHING, ''));
}
