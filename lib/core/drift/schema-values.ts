// The values that a schema lists (enum, const), and how the list differs between two versions.
import { listText } from '@/lib/core/words/format';
import { changedKeyword, finding, type SchemaCode, type SchemaFinding } from './schema-finding';
import type { SchemaShape } from './schema-shape';
import { quotedValue, shownValue } from './shown-name';

/** @param takes the verb of the side: arguments "take" values, answers "hold" them */
export function compareValues(before: SchemaShape, after: SchemaShape, takes: string): SchemaFinding[] {
  const [old, now] = [before.values, after.values];
  if (old === null && now === null) return [];
  const facts = changedKeyword('enum', shownValues(old), shownValues(now));
  const found = (code: SchemaCode, said: string) => [{ ...finding(code, said), facts }];
  if (old === null) return found('enum_narrowed', `${takes} only ${valueWords(missingFrom(NONE, now ?? NONE))} now`);
  if (now === null)
    return found('enum_widened', `${takes} other values than ${valueWords(missingFrom(NONE, old))} too now`);
  const gone = missingFrom(now, old);
  const come = missingFrom(old, now);
  if (gone.length > 0 && come.length > 0) {
    return found('enum_changed', `${takes} ${valueWords(come)} instead of ${valueWords(gone)} now`);
  }
  if (gone.length > 0) return found('enum_narrowed', `no longer ${takes} ${valueWords(gone)}`);
  if (come.length > 0) return found('enum_widened', `${takes} ${valueWords(come)} too now`);
  return [];
}

/** Undefined for no list, and for one too long to be read in a line. */
function shownValues(values: Values | null): string | undefined {
  if (values === null || values.size > NAMED_VALUES * 2) return undefined;
  return missingFrom(NONE, values).map(shownValue).join(', ');
}

const NAMED_VALUES = 3;

type Values = ReadonlyMap<string, unknown>;
const NONE: Values = new Map();

/** In the order of their canonical text, so that the order of the list does not matter. */
function missingFrom(list: Values, others: Values): unknown[] {
  const missing = [...others].filter(([key]) => !list.has(key));
  return missing.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/** Only those that are named are written out: a list may be long. */
function valueWords(values: readonly unknown[]): string {
  return listText(
    values.map((value, index) => (index < NAMED_VALUES ? quotedValue(value) : '')),
    NAMED_VALUES,
  );
}
