import { expect, test } from 'vitest';
import { csv } from '@/lib/render/csv';

test.each([
  ['plain', 'abc', 'abc'],
  ['a comma', 'a,b', '"a,b"'],
  ['quotes', 'say "hi"', '"say ""hi"""'],
  ['lines', 'a\nb', '"a\nb"'],
  ['a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['a minus', '-1+1', "'-1+1"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
])('%s', (_name, cell, expected) => {
  expect(csv([[cell, 'z']])).toBe(`${expected},z\r\n`);
});
