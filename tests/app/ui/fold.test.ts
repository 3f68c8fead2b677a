import { expect, test } from 'vitest';
import { fold } from '@/app/ui/fold';

test.each([
  [0, 0, 0],
  [3, 3, 0],
  [4, 4, 0],
  [5, 3, 2],
  [9, 3, 6],
])('of %i entries %i stand open and %i are folded, where three are enough', (count, shown, rest) => {
  const items = Array.from({ length: count }, (_, index) => index);
  const folded = fold(items, 3);
  expect([folded.shown.length, folded.rest.length]).toEqual([shown, rest]);
  expect([...folded.shown, ...folded.rest]).toEqual(items);
});
