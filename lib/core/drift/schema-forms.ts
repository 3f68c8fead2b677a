// The forms a value may take (anyOf, oneOf, a list of types), and how they differ between two versions: which form went,
// which came, and which is the same one changed. Says "wider" only where it can be proved.
import { finding, relationOf, type SchemaFinding } from './schema-finding';
import { ANYTHING, asSchema, type SchemaDocument, type SchemaShape, schemaWithout } from './schema-shape';
import { areDisjoint, type TypeSet, typeFacts, typesOf, typeWords } from './schema-type';

/** Two lists of fifty are 2,500 comparisons; longer ones are compared entry by entry. */
const FORMS_LIMIT = 50;

/** A property that tells forms apart has one value for each, or a few. */
const DISCRIMINATOR_LIMIT = 100;

/** They belong to the whole and are compared there. */
const NOTES = ['title', 'description', 'default'] as const;

export type UnionKeyword = 'anyOf' | 'oneOf';

/** The keyword that lists the forms; null when the schema is one form. */
export function unionOf(shape: SchemaShape, { shapeOf }: SchemaDocument): UnionKeyword | null {
  if (membersOf(shape, 'anyOf') !== null) return 'anyOf';
  const members = membersOf(shape, 'oneOf')?.map(shapeOf) ?? [];
  // "Exactly one of" is "any of" as long as no value fits two.
  const isDisjoint = members.every((each, index) =>
    members.slice(index + 1).every((other) => areForeign(each, other, shapeOf, shapeOf)),
  );
  return members.length > 0 && isDisjoint ? 'oneOf' : null;
}

/** Null when the keyword is missing, no list, empty or too long to be compared form by form. */
export function membersOf(shape: SchemaShape, keyword: UnionKeyword): object[] | null {
  const members = listAt(shape, keyword);
  return members.length > 0 && members.length <= FORMS_LIMIT ? members : null;
}

/** The schema as a list of forms, each complete in itself. `union` is what unionOf() said of it. */
export function spellOutForms(shape: SchemaShape, union: UnionKeyword | null): object[] {
  const types = shape.keywords.get('type');
  const members = union === null ? null : membersOf(shape, union);
  if (union !== null && members !== null) {
    const base = schemaWithout(shape, union, ...NOTES);
    return members.map((member) => ({ allOf: [base, member] }));
  }
  const names = new Set(Array.isArray(types) ? types.filter((type) => typeof type === 'string') : []);
  if (names.size < 2 || names.size > FORMS_LIMIT) return [schemaWithout(shape, ...NOTES)];
  const base = schemaWithout(shape, 'type', ...NOTES);
  return [...names].map((type) => ({ ...base, type }));
}

/** What all forms of the schema have in common. */
export function baseOf(shape: SchemaShape, union: UnionKeyword): object {
  return schemaWithout(shape, union, ...NOTES);
}

/** For lists that are no union of ours: too long, or oneOf whose forms overlap, where more forms may fit fewer values. */
export function compareListed(
  keyword: UnionKeyword,
  [before, after]: readonly [SchemaShape, SchemaShape],
  compare: (before: object, after: object) => SchemaFinding[],
): SchemaFinding[] {
  const [old, now] = [listAt(before, keyword), listAt(after, keyword)];
  if (old.length === 0 && now.length === 0) return [];
  const words = `(\`${keyword}\`)`;
  if (old.length === 0) return [finding('alternatives_narrowed', `must have one of several forms ${words} now`)];
  if (now.length === 0) {
    return [finding('alternatives_widened', `need no longer have one of several forms ${words}`)];
  }
  const isSame = old.length === now.length && old.every((form, i) => isEqual(compare(form, now[i] ?? ANYTHING)));
  return isSame ? [] : [finding('alternatives_changed', `must have one of other forms ${words} now`)];
}

function isEqual(findings: readonly SchemaFinding[]): boolean {
  return relationOf(findings) === 'same';
}

function listAt({ keywords }: SchemaShape, keyword: UnionKeyword): object[] {
  const members = keywords.get(keyword);
  return Array.isArray(members) ? members.map(asSchema) : [];
}

export interface FormLists {
  before: readonly object[];
  after: readonly object[];
  beforeShapeOf: SchemaDocument['shapeOf'];
  afterShapeOf: SchemaDocument['shapeOf'];
  compare: (before: object, after: object) => SchemaFinding[];
  takes: string;
}

/** Pairs off what can be paired, the surest first; what is left over went or came. */
export function compareForms(lists: FormLists): SchemaFinding[] {
  const { before, after } = lists;
  const gone = new Set(before.keys());
  const come = new Set(after.keys());
  const cell = (i: number, j: number) => lists.compare(before[i] ?? ANYTHING, after[j] ?? ANYTHING);
  const relation = (i: number, j: number) => relationOf(cell(i, j));
  const pair = (fits: (i: number, j: number) => boolean): SchemaFinding[] =>
    [...gone].flatMap((i) => {
      // The form at the same place first: lists mostly keep their order.
      const j = [i, ...come].find((candidate) => come.has(candidate) && fits(i, candidate));
      if (j === undefined) return [];
      gone.delete(i);
      come.delete(j);
      return cell(i, j);
    });
  const split = (): SchemaFinding[] =>
    [...gone].flatMap((i) => {
      const parts = [...come].filter((j) => relation(i, j) === 'narrower');
      if (parts.length < 2) return [];
      // What the first part lacks another one may have, so the difference to any one of them would mislead.
      gone.delete(i);
      for (const j of parts) come.delete(j);
      return [finding('alternatives_narrowed', `must have one of ${parts.length} forms now`)];
    });
  const found = [
    ...pair((i, j) => relation(i, j) === 'same'),
    ...pair((i, j) => relation(i, j) === 'wider'),
    ...split(),
    ...pair((i, j) => relation(i, j) === 'narrower'),
  ];
  // A form that another one covers neither went nor came.
  for (const i of gone) if (after.some((_, j) => /same|wider/.test(relation(i, j)))) gone.delete(i);
  for (const j of come) if (before.some((_, i) => /same|narrower/.test(relation(i, j)))) come.delete(j);
  const alike = pair((i, j) => !isForeign(lists, i, j));
  return [...found, ...alike, ...lostForms(lists, gone), ...gainedForms(lists, come)];
}

function lostForms({ before, after, beforeShapeOf, afterShapeOf, takes }: FormLists, gone: Set<number>) {
  const others = after.map((form) => typesOf(afterShapeOf(form)));
  const { types, forms } = sortOut(pick(before, gone, beforeShapeOf), others);
  const found: SchemaFinding[] = [];
  if (types.size > 0) {
    found.push({
      ...finding('type_narrowed', `no longer ${takes} ${typeWords(types)}`),
      facts: typeFacts(types, null),
    });
  }
  if (forms > 0) found.push(finding('alternatives_narrowed', `${takes} ${formWords(forms)} fewer now`));
  return found;
}

function gainedForms({ before, after, beforeShapeOf, afterShapeOf, takes }: FormLists, come: Set<number>) {
  const others = before.map((form) => typesOf(beforeShapeOf(form)));
  const { types, forms } = sortOut(pick(after, come, afterShapeOf), others);
  const found: SchemaFinding[] = [];
  if (types.size > 0) {
    found.push({ ...finding('type_widened', `${takes} ${typeWords(types)} too now`), facts: typeFacts(null, types) });
  }
  if (forms > 0) found.push(finding('alternatives_widened', `${takes} ${formWords(forms)} more now`));
  return found;
}

function pick(forms: readonly object[], indexes: Set<number>, shapeOf: SchemaDocument['shapeOf']): TypeSet[] {
  return forms.filter((_, index) => indexes.has(index)).map((form) => typesOf(shapeOf(form)));
}

/** A form of a type that no other has is named by its type; of the rest only the number can be told. */
function sortOut(forms: readonly TypeSet[], others: readonly TypeSet[]): { types: TypeSet; forms: number } {
  const isNew = (form: TypeSet) => others.every((other) => areDisjoint(form, other));
  const types = new Set(forms.filter(isNew).flatMap((form) => [...form]));
  return { types, forms: forms.filter((form) => !isNew(form)).length };
}

function formWords(count: number): string {
  return count === 1 ? 'one form' : `${count} forms`;
}

function isForeign({ before, after, beforeShapeOf, afterShapeOf }: FormLists, i: number, j: number): boolean {
  return areForeign(
    beforeShapeOf(before[i] ?? ANYTHING),
    afterShapeOf(after[j] ?? ANYTHING),
    beforeShapeOf,
    afterShapeOf,
  );
}

/** True when no value can fit both: other types, or a property that both require with other values (a discriminator). */
function areForeign(
  one: SchemaShape,
  other: SchemaShape,
  shapeOfOne: SchemaDocument['shapeOf'],
  shapeOfOther: SchemaDocument['shapeOf'],
): boolean {
  const common = typesOf(one).intersection(typesOf(other));
  if (common.size === 0) return true;
  if (common.size > 1 || !common.has('object')) return false;
  return [...one.required.intersection(other.required)].some((name) => {
    const [schema, otherSchema] = [one.properties.get(name), other.properties.get(name)];
    const values = schema && shapeOfOne(schema).values;
    const otherValues = otherSchema && shapeOfOther(otherSchema).values;
    if (!values || !otherValues || values.size > DISCRIMINATOR_LIMIT) return false;
    return [...values.keys()].every((key) => !otherValues.has(key));
  });
}
