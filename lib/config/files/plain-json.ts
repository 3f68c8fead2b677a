// What a parser of another format gave, as the plain value that JSON would have given. Pure.

export type PlainJson = { ok: true; value: unknown } | { ok: false; message: string };

/** As in json-document.ts. */
const DEPTH_LIMIT = 100;
/** Parts of the whole, each use of an alias counted: what a file of the allowed size can hold honestly. */
const PART_LIMIT = 200_000;

/** Dates become texts, what JSON cannot say (NaN, functions) null; `__proto__` is an ordinary key. */
export function asPlainJson(value: unknown): PlainJson {
  const budget = { parts: PART_LIMIT };
  try {
    return { ok: true, value: plain(value, DEPTH_LIMIT, budget) };
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, message: error.message };
    throw error;
  }
}

class TooMuch extends Error {}

function plain(value: unknown, depth: number, budget: { parts: number }): unknown {
  if (depth < 0) throw new TooMuch(`it is nested more than ${DEPTH_LIMIT} levels deep`);
  if (--budget.parts < 0) throw new TooMuch(`it has more than ${PART_LIMIT} parts`);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, depth - 1, budget));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, depth - 1, budget)]));
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
