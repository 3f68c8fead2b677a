import { expect, test } from 'vitest';
import { nextSpot } from '@/app/ui/client/bar-keys';

const AT = { row: 1, day: 60 };
const BOUNDS = { rows: 3, first: 30 };

test.each([
  ['ArrowLeft', AT, { row: 1, day: 59 }],
  ['ArrowRight', AT, { row: 1, day: 61 }],
  ['ArrowUp', AT, { row: 0, day: 60 }],
  ['ArrowDown', AT, { row: 2, day: 60 }],
  ['Home', AT, { row: 1, day: 30 }],
  ['End', AT, { row: 1, day: 89 }],
  ['ArrowLeft', { row: 1, day: 30 }, { row: 1, day: 30 }],
  ['ArrowRight', { row: 1, day: 89 }, { row: 1, day: 89 }],
  ['ArrowUp', { row: 0, day: 60 }, { row: 0, day: 60 }],
  ['ArrowDown', { row: 2, day: 60 }, { row: 2, day: 60 }],
  ['a', AT, null],
  ['Tab', AT, null],
])('%s from %j leads to %j', (key, from, to) => {
  expect(nextSpot(key, from, BOUNDS)).toEqual(to);
});
