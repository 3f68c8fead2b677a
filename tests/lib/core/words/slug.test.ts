import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLUG_LENGTH_LIMIT, slugOf, uniqueSlugs } from '@/lib/core/words/slug';

const VALID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe('slugOf', () => {
  it.each([
    ['plain', 'warehouse', 'warehouse'],
    ['spaces and case', 'My  Data Platform', 'my-data-platform'],
    ['punctuation', 'billing_api.v2', 'billing-api-v2'],
    ['path traversal', '../../etc/passwd', 'etc-passwd'],
    ['only dots', '../', 'server'],
    ['emoji', '🚀 rocket 🚀', 'rocket'],
    ['only emoji', '🚀', 'server'],
    ['non-latin', 'Погода', 'server'],
    ['accents', 'Zürich Café', 'zurich-cafe'],
    ['full-width letters', 'ＭＣＰ１', 'mcp1'],
    ['empty', '', 'server'],
    ['control characters', 'a\u0000b\r\nc', 'a-b-c'],
    ['scoped package', '@acme/mcp-server', 'acme-mcp-server'],
  ])('%s', (_case, name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('cuts a long name and keeps it apart from its neighbours', () => {
    const first = slugOf(`${'a'.repeat(250)}1`);
    const second = slugOf(`${'a'.repeat(250)}2`);
    expect(first).toHaveLength(SLUG_LENGTH_LIMIT);
    expect(first).toMatch(/^a{56}-[a-z0-9]{7}$/);
    expect(first).not.toBe(second);
    expect(slugOf(`${'a'.repeat(250)}1`)).toBe(first);
  });

  it('keeps a name of exactly the limit as it is', () => {
    expect(slugOf('a'.repeat(SLUG_LENGTH_LIMIT))).toBe('a'.repeat(SLUG_LENGTH_LIMIT));
  });
});

describe('uniqueSlugs', () => {
  it.each([
    ['equal names', ['a', 'a', 'a'], ['a', 'a-2', 'a-3']],
    ['names that only differ in case', ['Foo', 'foo'], ['foo', 'foo-2']],
    ['a name that looks like a suffix', ['a', 'a', 'a-2'], ['a', 'a-2', 'a-2-2']],
    ['a suffix already taken', ['a-2', 'a', 'a'], ['a-2', 'a', 'a-3']],
    ['nothing to make a slug of', ['', '🚀', '../'], ['server', 'server-2', 'server-3']],
  ])('%s', (_case, names, slugs) => {
    expect(uniqueSlugs(names)).toEqual(slugs);
  });

  it('stays quick with thousands of equal names', () => {
    const slugs = uniqueSlugs(Array.from({ length: 20_000 }, () => 'x'.repeat(200)));
    expect(new Set(slugs).size).toBe(20_000);
  });

  it('is always valid, unique and repeatable', () => {
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('a', 'A', 'a-2', 'a-2-2', '-a-'));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const slugs = uniqueSlugs(names);
        expect(slugs).toHaveLength(names.length);
        expect(new Set(slugs).size).toBe(names.length);
        for (const slug of slugs) {
          expect(slug).toMatch(VALID);
          expect(slug.length).toBeLessThanOrEqual(SLUG_LENGTH_LIMIT);
        }
        expect(uniqueSlugs(names)).toEqual(slugs);
      }),
    );
  });
});
