import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeText } from '@/lib/core/words/safe-text';

test.each([
  ['plain text', 'Runs a query.', 'Runs a query.'],
  ['lines and tabs', ' a\r\n\tb\u2028c ', 'a b c'],
  ['a direction override', 'abc\u202etxt.exe', 'abc txt.exe'],
  ['isolates and marks', '\u2066a\u2069\u200fb', 'a b'],
  ['zero width and byte order marks', 'a\u200bb\ufeff', 'a b'],
  ['tag characters that only machines read', 'hi\u{e0041}\u{e0042}', 'hi'],
  ['control characters', 'a\u0000\u001b[31mb', 'a [31mb'],
  ['a tower of marks', `z${'\u0335'.repeat(50)}`, `z${'\u0335'.repeat(3)}`],
  ['Arabic', 'مرحبا', 'مرحبا'],
  ['a family joined to one picture', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
])('%s', (_, text, safe) => {
  expect(safeText(text)).toBe(safe);
});

test('cuts between characters, with an ellipsis inside the limit', () => {
  expect(safeText('😀'.repeat(10), 4)).toBe('😀😀😀…');
  expect(safeText('long '.repeat(1_000_000), 11)).toBe('long long…');
});

test('never gives more than asked for, a second line, or a mark that reorders', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 1, max: 100 }), (text, limit) => {
      const safe = safeText(text, limit);
      expect([...safe].length).toBeLessThanOrEqual(limit);
      expect(safe).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
      expect(safe.isWellFormed()).toBe(true);
    }),
  );
});
