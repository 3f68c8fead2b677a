import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapedWithin, jsonBytes, linesWithin, utf8Bytes } from '@/lib/render/alert/alert-bounds';

const doubled = (character: string) => (character === '<' ? '&lt;' : character);

describe('escapedWithin', () => {
  test.each([
    ['a < b', 99, 'a &lt; b'],
    ['a < b', 8, 'a &lt; b'],
    ['a < b', 7, 'a &lt;…'],
    ['a < b', 6, 'a …'],
    ['\u{1f600}\u{1f600}', 3, '\u{1f600}…'],
    ['\u{1f600}\u{1f600}', 2, '…'],
  ])('%s in %i', (text, limit, expected) => {
    expect(escapedWithin(text, doubled, limit)).toBe(expected);
  });
});

describe('linesWithin', () => {
  test.each([
    ['all fit', ['one', 'two'], 8, ['one', 'two']],
    ['the last does not', ['one', 'twotwo', 'threethree'], 20, ['one', 'And 2 more.']],
    ['none fits', ['x'.repeat(30), 'two'], 20, ['And 2 more.']],
    ['there are none', [], 0, []],
  ])('%s', (_, lines, limit, expected) => {
    expect(linesWithin(lines, limit)).toEqual(expected);
  });

  test('keeps the limit by any measure, and loses no line without counting it', () => {
    const limits = fc.integer({ min: 20, max: 500 });
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), limits, (lines, limit) => {
        const kept = linesWithin(lines, limit, utf8Bytes);
        expect(utf8Bytes(kept.join('\n'))).toBeLessThanOrEqual(limit);
        if (kept.length === lines.length && kept.every((line, i) => line === lines[i])) return;
        expect(kept.at(-1)).toBe(`And ${lines.length - kept.length + 1} more.`);
        expect(kept.slice(0, -1)).toEqual(lines.slice(0, kept.length - 1));
      }),
    );
  });
});

test('bytes are those that are sent', () => {
  expect([utf8Bytes('é"'), jsonBytes('é"')]).toEqual([3, 4]);
});
