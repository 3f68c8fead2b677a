import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedName, quotedValue, shownName } from '@/lib/core/drift/shown-name';

describe('shownName', () => {
  test.each([
    ['a plain name', 'run_query', 'run_query'],
    ['letters of any script', 'Zürich 東京 مرحبا', 'Zürich 東京 مرحبا'],
    ['a bell', 'run\u0007query', 'run\\u0007query'],
    ['a line break', 'a\nb', 'a\\u000ab'],
    ['a direction override', 'a\u202etxt', 'a\\u202etxt'],
    ['a zero-width space', 'pay\u200bpal', 'pay\\u200bpal'],
    ['a tag character', 'a\u{e0041}', 'a\\u{e0041}'],
    ['a no-break space', 'a\u00a0b', 'a\\u00a0b'],
    ['a space at either end', ' a ', '\\u0020a\\u0020'],
    ['half a surrogate pair', 'a\ud83d', 'a\\ud83d'],
    ['backticks', '`a`', "'a'"],
    ['nothing', '', '(empty name)'],
    ['80 characters', 'x'.repeat(80), 'x'.repeat(80)],
    ['81 characters', 'x'.repeat(81), `${'x'.repeat(79)}…`],
    ['a million characters', 'x'.repeat(1_000_000), `${'x'.repeat(79)}…`],
  ])('%s', (_name, name, shown) => {
    expect(shownName(name)).toBe(shown);
  });

  test('gives one visible line of at most 80 characters without backticks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const shown = shownName(name);
        expect([...shown].length).toBeLessThanOrEqual(80);
        expect(shown).not.toMatch(/[`\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toBe('');
      }),
    );
  });
});

test('quotedName puts backticks around it', () => {
  expect(quotedName('a`b')).toBe("`a'b`");
});

test.each<[string, unknown, string]>([
  ['a text', 'asc', '`asc`'],
  ['the empty text', '', '`""`'],
  ['a number', 5, '`5`'],
  ['null', null, '`null`'],
  ['an object', { b: 1, a: [true] }, '`{"a":[true],"b":1}`'],
])('quotedValue: %s', (_name, value, quoted) => {
  expect(quotedValue(value)).toBe(quoted);
});
