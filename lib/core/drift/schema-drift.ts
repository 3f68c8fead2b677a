// Walks two versions of a JSON Schema side by side and collects what changed. Pure and bounded: the schemas come from
// remote servers, may refer to themselves, and may be built to make a comparison endless.

import { compareBounds } from './schema-bounds';
import { changedKeyword, finding, type SchemaFinding, under } from './schema-finding';
import {
  baseOf,
  compareForms,
  compareListed,
  membersOf,
  spellOutForms,
  type UnionKeyword,
  unionOf,
} from './schema-forms';
import { compareMembers, type Descend } from './schema-members';
import { ANYTHING, NOTHING, openSchema, type SchemaDocument, type SchemaShape } from './schema-shape';
import { areDisjoint, compareTypes, typesOf } from './schema-type';
import { compareValues } from './schema-values';
import { quotedValue, shownValue } from './shown-name';

/** Schemas nest a dozen levels; deeper ones are built to overflow a stack. */
const DEPTH_LIMIT = 100;

/** Work that is left, in names and values looked at; shared by whoever must not take longer together. */
export interface Budget {
  left: number;
}

export interface SchemaPair {
  before: unknown;
  after: unknown;
  /** The verb of the side: arguments "takes" values, answers "holds" them. */
  takes: string;
  budget: Budget;
}

interface Walk {
  before: SchemaDocument;
  after: SchemaDocument;
  takes: string;
  budget: Budget;
  /** What was found between two nodes, seen from them. A pair under way counts as equal, so that circles end. */
  known: WeakMap<object, WeakMap<object, SchemaFinding[]>>;
  unions: WeakMap<SchemaShape, UnionKeyword | null>;
}

/** Never throws, whatever the two values are; what is no schema fits anything. */
export function compareSchemas({ before, after, takes, budget }: SchemaPair): SchemaFinding[] {
  const walk: Walk = {
    before: openSchema(before),
    after: openSchema(after),
    takes,
    budget,
    known: new WeakMap(),
    unions: new WeakMap(),
  };
  return compareNodes(walk, walk.before.root, walk.after.root, 0);
}

function compareNodes(walk: Walk, before: object, after: object, depth: number): SchemaFinding[] {
  const pairs = walk.known.get(before) ?? new WeakMap<object, SchemaFinding[]>();
  const known = pairs.get(after);
  if (known) return known;
  if (depth > DEPTH_LIMIT || walk.budget.left <= 0) return [finding('too_complex')];
  walk.known.set(before, pairs.set(after, []));
  const [old, now] = [walk.before.shapeOf(before), walk.after.shapeOf(after)];
  walk.budget.left -= old.size + now.size;
  const found = [...compareNotes(old, now), ...compareShapes(walk, old, now, depth)];
  pairs.set(after, found);
  return found;
}

function compareShapes(walk: Walk, old: SchemaShape, now: SchemaShape, depth: number): SchemaFinding[] {
  const { takes } = walk;
  if (old.isNothing && now.isNothing) return [];
  if (now.isNothing) return [finding('constraint_tightened', `${takes} no value now`)];
  if (old.isNothing) return [finding('constraint_loosened', `${takes} values now`)];
  const [oldUnion, nowUnion] = knownUnions(walk, old, now);
  const descend: Descend = (before, after, step) => {
    // Keywords that neither schema has.
    if (before === after && (before === ANYTHING || before === NOTHING)) return [];
    if (walk.budget.left <= 0) return [finding('too_complex', '', step)];
    const found = compareNodes(walk, before, after, depth + 1);
    walk.budget.left -= found.length;
    return step === '' ? found : found.map((each) => under(step, each));
  };
  if (oldUnion !== null || nowUnion !== null) return compareUnions(walk, descend, [old, oldUnion], [now, nowUnion]);
  const types = compareTypes(old, now, takes);
  // Nothing else of the old version can hold for values of another type.
  if (areDisjoint(typesOf(old), typesOf(now))) return types;
  return [
    ...types,
    ...compareValues(old, now, takes),
    ...compareBounds(old, now),
    ...(['anyOf', 'oneOf'] as const).flatMap((keyword) =>
      compareListed(keyword, [old, now], (before, after) => descend(before, after, '')),
    ),
    ...compareMembers({ before: old, after: now, descend, takes }),
  ];
}

type Union = readonly [shape: SchemaShape, keyword: UnionKeyword | null];

function compareUnions(walk: Walk, descend: Descend, [old, oldUnion]: Union, [now, nowUnion]: Union): SchemaFinding[] {
  const lists = {
    beforeShapeOf: walk.before.shapeOf,
    afterShapeOf: walk.after.shapeOf,
    compare: (before: object, after: object) => descend(before, after, ''),
    takes: walk.takes,
  };
  const isOneSided = oldUnion === null || nowUnion === null;
  const before = isOneSided ? spellOutForms(old, oldUnion) : (membersOf(old, oldUnion) ?? []);
  const after = isOneSided ? spellOutForms(now, nowUnion) : (membersOf(now, nowUnion) ?? []);
  walk.budget.left -= before.length * after.length;
  return [
    ...(isOneSided ? [] : descend(baseOf(old, oldUnion), baseOf(now, nowUnion), '')),
    ...compareForms({ ...lists, before, after }),
  ];
}

function knownUnions(walk: Walk, old: SchemaShape, now: SchemaShape): [UnionKeyword | null, UnionKeyword | null] {
  const [oldUnion, nowUnion] = [knownUnion(walk, old, walk.before), knownUnion(walk, now, walk.after)];
  // A list that is a union and one that is not are compared as lists, which says less and nothing wrong.
  const isListed = (['anyOf', 'oneOf'] as const).some((each) => old.keywords.has(each) && now.keywords.has(each));
  return isListed && (oldUnion === null || nowUnion === null) ? [null, null] : [oldUnion, nowUnion];
}

/** Telling whether forms overlap compares each with each, so it is asked once. */
function knownUnion(walk: Walk, shape: SchemaShape, document: SchemaDocument): UnionKeyword | null {
  const known = walk.unions.get(shape);
  if (known !== undefined) return known;
  const union = unionOf(shape, document);
  walk.unions.set(shape, union);
  walk.budget.left -= (membersOf(shape, 'oneOf')?.length ?? 0) ** 2 / 10;
  return union;
}

function compareNotes(old: SchemaShape, now: SchemaShape): SchemaFinding[] {
  const found: SchemaFinding[] = [];
  if (['title', 'description'].some((keyword) => textAt(old, keyword) !== textAt(now, keyword))) {
    found.push(finding('description_changed'));
  }
  if (old.literals.get('default') !== now.literals.get('default')) {
    const [was, is] = [old.keywords.get('default'), now.keywords.get('default')];
    const shown = (value: unknown) => (value === undefined ? undefined : shownValue(value));
    const facts = changedKeyword('default', shown(was), shown(is));
    found.push({ ...finding('default_changed', defaultWords(was, is)), facts });
  }
  return found;
}

function textAt({ keywords }: SchemaShape, keyword: string): string | null {
  const value = keywords.get(keyword);
  return typeof value === 'string' ? value : null;
}

function defaultWords(old: unknown, now: unknown): string {
  if (now === undefined) return `has no default any more (was ${quotedValue(old)})`;
  return `has the default ${quotedValue(now)} now${old === undefined ? '' : ` (was ${quotedValue(old)})`}`;
}
