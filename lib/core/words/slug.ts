// Names into addresses: what stands in /servers/{slug} and /badge/{slug}.svg. Pure, and stable: the same names in the
// same order always give the same slugs, since history hangs on them.

export const SLUG_LENGTH_LIMIT = 64;

/** For names without a single letter or digit of the Latin alphabet. */
const FALLBACK = 'server';

/** Lowercase `a-z0-9-`, 1 to 64 characters, no hyphen at either end. A cut name ends in a hash of the whole. */
export function slugOf(name: string): string {
  const slug = trimHyphens(foldToAscii(name).replace(/[^a-z0-9]+/g, '-'));
  if (slug === '') return FALLBACK;
  if (slug.length <= SLUG_LENGTH_LIMIT) return slug;
  return withSuffix(slug, hashOf(name));
}

/** One slug a name, in order; a slug already taken gets -2, -3 and so on. */
export function uniqueSlugs(names: readonly string[]): string[] {
  const taken = new Set<string>();
  // Where to go on counting, so that thousands of equal names do not count from 2 each time.
  const nextNumber = new Map<string, number>();
  return names.map((name) => {
    const base = slugOf(name);
    let number = nextNumber.get(base) ?? 1;
    let slug = number === 1 ? base : withSuffix(base, String(number));
    while (taken.has(slug)) slug = withSuffix(base, String(++number));
    nextNumber.set(base, number + 1);
    taken.add(slug);
    return slug;
  });
}

/** Letters with marks lose them ("Zürich" gives "zurich"); everything else is left for the caller to replace. */
function foldToAscii(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase();
}

function withSuffix(slug: string, suffix: string): string {
  return `${trimHyphens(slug.slice(0, SLUG_LENGTH_LIMIT - suffix.length - 1))}-${suffix}`;
}

function trimHyphens(slug: string): string {
  return slug.replace(/^-+|-+$/g, '');
}

/** FNV-1a, 32 bits, in base 36: not for secrets, only to tell two long names apart. */
function hashOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, '0');
}
