import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coding, chooseCoding } from '@/lib/core/http/content-coding';

const ALL = { br: true, gzip: true };

describe('with all codings at hand', () => {
  test.each<[string | undefined, Coding]>([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br ; q=0.8 ,gzip;q=0.8', 'br'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['identity', 'identity'],
    ['identity;q=1, br;q=0.5', 'identity'],
    ['identity;q=0', 'identity'],
    ['deflate', 'identity'],
    ['br;q=2, gzip', 'gzip'],
    ['br;q=x, gzip;q=0.1', 'gzip'],
    [';;;,,;q=1', 'identity'],
  ])('%s gives %s', (header, expected) => {
    expect(chooseCoding(header, ALL)).toBe(expected);
  });
});

test('what is not there yet is not chosen', () => {
  expect(chooseCoding('br, gzip', { br: false, gzip: true })).toBe('gzip');
  expect(chooseCoding('br', { br: false, gzip: true })).toBe('identity');
  expect(chooseCoding('*', { br: false, gzip: false })).toBe('identity');
});

test('any header gives a coding that is there', () => {
  const header = fc.oneof(fc.string(), fc.stringMatching(/^[brgzip,;q=0-9.* ]*$/));
  fc.assert(
    fc.property(header, fc.boolean(), fc.boolean(), (text, br, gzip) => {
      const there = [...(br ? ['br'] : []), ...(gzip ? ['gzip'] : []), 'identity'];
      expect(there).toContain(chooseCoding(text, { br, gzip }));
    }),
  );
});
