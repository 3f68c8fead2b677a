// Whether two JSON values are equal, whatever the order of their keys: the answer of comparing their canonical texts
// (canonical-json.ts), without writing them.

/** As in canonical-json.ts: below it two values count as equal. */
const DEPTH_LIMIT = 100;

export function isSameJson(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b || depth > DEPTH_LIMIT) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return isNull(a) && isNull(b);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isSameJson(item, b[index], depth + 1));
  }
  const [members, others] = [definedMembers(a), definedMembers(b)];
  if (members.length !== others.length) return false;
  const byKey = new Map(others);
  return members.every(([key, member]) => byKey.has(key) && isSameJson(member, byKey.get(key), depth + 1));
}

/** A number too large for a double (1e999) is read as infinity and written as null. */
function isNull(value: unknown): boolean {
  return value === null || (typeof value === 'number' && !Number.isFinite(value));
}

/** JSON has no undefined: a member of that value is none. */
function definedMembers(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
