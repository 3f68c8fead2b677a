import { expect, test } from 'vitest';
import { isKnownTag } from '@/lib/core/http/entity-tag';

test.each<[string, string | null | undefined, boolean]>([
  ['no header', undefined, false],
  ['null', null, false],
  ['empty', '', false],
  ['the same', '"a"', true],
  ['weakened by a proxy', 'W/"a"', true],
  ['another', '"b"', false],
  ['one of a list', '"b" , W/"a","c"', true],
  ['a star', '*', true],
  ['a star in a list', '"b", *', true],
  ['a part of it', '"a', false],
  ['without quotes', 'a', false],
  ['commas only', ',,,', false],
  ['a long list', Array.from({ length: 2_000 }, (_, index) => `"${index}"`).join(), false],
])('%s', (_, header, expected) => {
  expect(isKnownTag(header, '"a"')).toBe(expected);
  expect(isKnownTag(header, 'W/"a"')).toBe(expected);
});
