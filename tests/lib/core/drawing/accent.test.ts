import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, readableAccent } from '@/lib/core/drawing/accent';

test('contrast is that of WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('a colour that can be read stays as it is', () => {
  expect(readableAccent('#0b5fff').light).toBe('#0b5fff');
});

test('any colour can be read on paper, light and dark', () => {
  const part = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
  fc.assert(
    fc.property(part, part, part, (red, green, blue) => {
      const { light, dark } = readableAccent(`#${red}${green}${blue}`);
      expect(contrast(light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, '#121416')).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
