// The limits that a schema sets to single values (bounds, lengths, patterns, formats), and how they differ between two
// versions. Each is put so that it follows "must", "need only" or "need no longer".
import { countText } from '@/lib/core/words/format';
import { changedKeyword, finding, type SchemaCode, type SchemaFinding } from './schema-finding';
import { LITERAL_RULES, type SchemaShape } from './schema-shape';
import { typesOf } from './schema-type';
import { quotedValue, shownValue } from './shown-name';

export function compareBounds(before: SchemaShape, after: SchemaShape): SchemaFinding[] {
  // A limit to texts says nothing of numbers; for a type that went or came, the types are what changed.
  const common = typesOf(before).intersection(typesOf(after));
  const isNumber = common.has('integer') || common.has('fraction');
  return [
    ...(isNumber ? compareNumbers(before, after) : []),
    ...SIZES.filter(({ type }) => common.has(type)).flatMap((size) =>
      compareLimits(size.side, sizeLimit(before, size), sizeLimit(after, size)),
    ),
    ...(common.has('string') ? compareRules(textRule(before, 'pattern'), textRule(after, 'pattern')) : []),
    ...compareRules(textRule(before, 'format'), textRule(after, 'format')),
    ...(common.has('array') ? compareRules(uniqueRule(before), uniqueRule(after)) : []),
    ...LITERAL_RULES.flatMap((keyword) => compareLiterals(keyword, before, after)),
  ];
}

function compareNumbers(before: SchemaShape, after: SchemaShape): SchemaFinding[] {
  return [
    ...compareLimits('lower', rangeLimit(before, 'lower'), rangeLimit(after, 'lower')),
    ...compareLimits('upper', rangeLimit(before, 'upper'), rangeLimit(after, 'upper')),
    ...compareMultiples(multipleRule(before), multipleRule(after)),
  ];
}

type Side = 'lower' | 'upper';

const RANGES = {
  lower: ['minimum', 'exclusiveMinimum'],
  upper: ['maximum', 'exclusiveMaximum'],
} as const satisfies Record<Side, readonly [plain: string, exclusive: string]>;

interface Limit {
  keyword: string;
  value: number;
  /** The value itself does not fit. */
  isExclusive: boolean;
  /** "be at least 5" */
  words: string;
}

/** A limit of which nobody can tell whether it lets in more or fewer values than another of its kind. */
interface Rule {
  keyword: string;
  value: string | number | true;
  /** "match `^a`" */
  words: string;
}

const SIZES: readonly { keyword: string; type: string; side: Side; one: string; many: string }[] = [
  { keyword: 'minLength', type: 'string', side: 'lower', one: 'character', many: 'characters' },
  { keyword: 'maxLength', type: 'string', side: 'upper', one: 'character', many: 'characters' },
  { keyword: 'minItems', type: 'array', side: 'lower', one: 'entry', many: 'entries' },
  { keyword: 'maxItems', type: 'array', side: 'upper', one: 'entry', many: 'entries' },
  { keyword: 'minProperties', type: 'object', side: 'lower', one: 'name', many: 'names' },
  { keyword: 'maxProperties', type: 'object', side: 'upper', one: 'name', many: 'names' },
];

/** Null where there is none: infinity cannot be told from a number too large for JSON, and limits nothing. */
function numberAt({ keywords }: SchemaShape, keyword: string): number | null {
  const value = keywords.get(keyword);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** At least 0 entries is no limit. */
function sizeLimit(shape: SchemaShape, { keyword, side, one, many }: (typeof SIZES)[number]): Limit | null {
  const value = numberAt(shape, keyword);
  if (value === null || (side === 'lower' && value <= 0)) return null;
  const words = `have at ${side === 'lower' ? 'least' : 'most'} ${countText(value, one, many)}`;
  return { keyword, value, isExclusive: false, words };
}

/** `minimum` and `exclusiveMinimum` (a boolean beside `minimum` in draft 4) as one; the stricter counts. */
function rangeLimit(shape: SchemaShape, side: Side): Limit | null {
  const [plain, exclusive] = RANGES[side];
  const value = numberAt(shape, plain);
  const bound = numberAt(shape, exclusive);
  const isInteger = !typesOf(shape).has('fraction');
  const inclusive =
    value === null ? null : rangeOf(side, { value, isExclusive: shape.keywords.get(exclusive) === true }, isInteger);
  const strict = bound === null ? null : rangeOf(side, { value: bound, isExclusive: true }, isInteger);
  return strict !== null && isTighter(side, inclusive, strict) ? strict : inclusive;
}

/** Among integers "more than 0" and "at least 1" are the same limit. */
function rangeOf(side: Side, { value, isExclusive }: Pick<Limit, 'value' | 'isExclusive'>, isInteger: boolean): Limit {
  const [plain, exclusive] = RANGES[side];
  if (isInteger) {
    const nearest = side === 'lower' ? Math.ceil(value) : Math.floor(value);
    const step = side === 'lower' ? 1 : -1;
    const whole = isExclusive && nearest === value ? nearest + step : nearest;
    return {
      keyword: plain,
      value: whole,
      isExclusive: false,
      words: `be at ${side === 'lower' ? 'least' : 'most'} ${whole}`,
    };
  }
  const [open, closed] = side === 'lower' ? ['more than', 'at least'] : ['less than', 'at most'];
  const keyword = isExclusive ? exclusive : plain;
  return { keyword, value, isExclusive, words: `be ${isExclusive ? open : closed} ${value}` };
}

function compareLimits(side: Side, before: Limit | null, after: Limit | null): SchemaFinding[] {
  const was = before === null ? '' : ` (was ${before.value})`;
  if (after !== null && isTighter(side, before, after)) {
    return [told('constraint_tightened', `must ${after.words} now${was}`, [before, after])];
  }
  if (before === null || !isTighter(side, after, before)) return [];
  const said = after === null ? `need no longer ${before.words}` : `need only ${after.words} now${was}`;
  return [told('constraint_loosened', said, [before, after])];
}

/** With what is said, in the schema's own words. */
function told(
  code: SchemaCode,
  said: string,
  [before, after]: readonly [Rule | Limit | null, Rule | Limit | null],
): SchemaFinding {
  const shown = (limit: Rule | Limit | null) => (limit === null ? undefined : shownValue(limit.value));
  const keyword = after?.keyword ?? before?.keyword ?? '';
  return { ...finding(code, said), facts: changedKeyword(keyword, shown(before), shown(after)) };
}

/** True when `after` shuts out values that `before` lets in. */
function isTighter(side: Side, before: Limit | null, after: Limit): boolean {
  if (before === null) return true;
  if (before.value === after.value) return after.isExclusive && !before.isExclusive;
  return side === 'lower' ? after.value > before.value : after.value < before.value;
}

function multipleRule(shape: SchemaShape): (Rule & { value: number }) | null {
  const value = numberAt(shape, 'multipleOf');
  return value === null ? null : { keyword: 'multipleOf', value, words: `be a multiple of ${value}` };
}

function compareMultiples(
  before: ReturnType<typeof multipleRule>,
  after: ReturnType<typeof multipleRule>,
): SchemaFinding[] {
  if (before === null || after === null || before.value === after.value) return compareRules(before, after);
  const was = `now (was ${before.value})`;
  if (after.value % before.value === 0)
    return [told('constraint_tightened', `must ${after.words} ${was}`, [before, after])];
  if (before.value % after.value === 0)
    return [told('constraint_loosened', `need only ${after.words} ${was}`, [before, after])];
  return compareRules(before, after);
}

const TEXT_VERBS = { pattern: 'match', format: 'have the format' } as const;

function textRule({ keywords }: SchemaShape, keyword: keyof typeof TEXT_VERBS): Rule | null {
  const value = keywords.get(keyword);
  return typeof value === 'string' ? { keyword, value, words: `${TEXT_VERBS[keyword]} ${quotedValue(value)}` } : null;
}

function uniqueRule({ keywords }: SchemaShape): Rule | null {
  return keywords.get('uniqueItems') === true
    ? { keyword: 'uniqueItems', value: true, words: 'have no entry twice' }
    : null;
}

function compareRules(before: Rule | null, after: Rule | null): SchemaFinding[] {
  if (before?.value === after?.value) return [];
  if (before && after) {
    return [told('constraint_changed', `must ${after.words} now, where it had to ${before.words}`, [before, after])];
  }
  if (after) return [told('constraint_tightened', `must ${after.words} now`, [before, after])];
  return before ? [told('constraint_loosened', `need no longer ${before.words}`, [before, after])] : [];
}

function compareLiterals(keyword: (typeof LITERAL_RULES)[number], before: SchemaShape, after: SchemaShape) {
  const [old, now] = [before.literals.get(keyword), after.literals.get(keyword)];
  if (old === now) return [];
  if (TURNING.has(keyword)) return [finding('constraint_changed', `must follow another rule (\`${keyword}\`) now`)];
  if (old === undefined) return [finding('constraint_tightened', `must follow a rule (\`${keyword}\`) now`)];
  if (now === undefined) return [finding('constraint_loosened', `need no longer follow a rule (\`${keyword}\`)`)];
  return [finding('constraint_changed', `must follow another rule (\`${keyword}\`) now`)];
}

/** Their absence is a limit too (`minContains` is 1 unless it says 0). */
const TURNING: ReadonlySet<string> = new Set(['minContains', 'maxContains']);
