// Canonical JSON (RFC 8785): the same value gives the same text, whatever the order of its keys. Equal texts mean
// equal values, so a hash over it tells whether a tool changed.

/** Schemas nest a dozen levels; a hostile one nests thousands and would overflow the stack. */
const DEPTH_LIMIT = 100;

export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEPTH_LIMIT) return '"…"';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      // RFC 8785 sorts by UTF-16 code units, which is what < compares.
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
