import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TranscriptLine } from '@/lib/core/outcome';
import { MINUTE_MS } from '@/lib/core/time';
import { boundLines, isWorthWriting, tailOf } from '@/lib/core/transcript';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const GOOD_AT = T0 - 9 * MINUTE_MS;

const bytesOf = (value: string) => new TextEncoder().encode(value).length;
const line = (text: string, offsetMs = 0): TranscriptLine => ({ offsetMs, direction: 'in', text });

describe('isWorthWriting', () => {
  test.each<[string, Parameters<typeof isWorthWriting>, boolean]>([
    ['the first check', [{ at: T0, verdict: 'up' }, {}], true],
    ['a failing one', [{ at: T0, verdict: 'down' }, { lastGood: T0 - 1 }], true],
    ['a second failing one', [{ at: T0, verdict: 'locked' }, { lastFailing: T0 - 1 }], true],
    ['a good one soon after a good one', [{ at: T0, verdict: 'up' }, { lastGood: GOOD_AT }], false],
    ['ten minutes later', [{ at: T0 + MINUTE_MS, verdict: 'up' }, { lastGood: GOOD_AT }], true],
    [
      'a good one after a failing one',
      [
        { at: T0, verdict: 'up' },
        { lastGood: GOOD_AT, lastFailing: T0 - 1 },
      ],
      true,
    ],
    [
      'the next good one',
      [
        { at: T0, verdict: 'up' },
        { lastGood: GOOD_AT, lastFailing: GOOD_AT - 1 },
      ],
      false,
    ],
    ['the first good one', [{ at: T0, verdict: 'up' }, { lastFailing: T0 - 1 }], true],
    ['a good one by a clock set back', [{ at: T0, verdict: 'up' }, { lastGood: T0 + 1 }], true],
  ])('%s', (_case, [check, stored], expected) => {
    expect(isWorthWriting(check, stored)).toBe(expected);
  });
});

describe('boundLines', () => {
  test('keeps a log that fits as it is', () => {
    const lines = [line('a'), line('b', 3)];
    expect(boundLines(lines)).toEqual(lines);
  });

  test('keeps beginning and end of a long one, and says how much is missing', () => {
    const lines = Array.from({ length: 200 }, (_, index) => line(`${index} ${'x'.repeat(490)}`, index));
    const kept = boundLines(lines);
    expect(kept[0]?.text).toMatch(/^0 x/);
    expect(kept.at(-1)?.text).toMatch(/^199 x/);
    const note = kept.find(({ direction }) => direction === 'note');
    expect(note?.text).toBe(`${200 - kept.length + 1} lines left out`);
    expect(bytesOf(JSON.stringify(kept))).toBeLessThanOrEqual(32 * 1024);
    expect(bytesOf(JSON.stringify(kept))).toBeGreaterThan(31 * 1024);
  });

  test('holds whatever is logged', () => {
    const anyLine = fc.record<TranscriptLine>({
      offsetMs: fc.nat(60_000),
      direction: fc.constantFrom('in', 'out', 'note'),
      text: fc.string({ unit: 'binary', maxLength: 600 }),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), fc.integer({ min: 512, max: 8_192 }), (lines, limit) => {
        const kept = boundLines(lines, limit);
        expect(bytesOf(JSON.stringify(kept))).toBeLessThanOrEqual(limit);
        expect(kept.length).toBeLessThanOrEqual(lines.length + 1);
        if (bytesOf(JSON.stringify(lines)) <= limit) expect(kept).toEqual(lines);
      }),
    );
  });
});

describe('tailOf', () => {
  test('keeps the end, in whole characters', () => {
    expect(tailOf('abc')).toBe('abc');
    expect(tailOf('abcdef', 3)).toBe('def');
    expect(tailOf('ééé', 3)).toBe('é');
    expect(tailOf('a🐘🐘', 5)).toBe('🐘');
  });

  test('holds for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 8, max: 300 }), (text, limit) => {
        const tail = tailOf(text, limit);
        expect(text.endsWith(tail)).toBe(true);
        expect(bytesOf(tail)).toBeLessThanOrEqual(limit);
        expect(bytesOf(tail)).toBeGreaterThan(Math.min(bytesOf(text), limit) - 4);
      }),
    );
  });
});
