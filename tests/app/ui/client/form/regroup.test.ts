import { expect, test } from 'vitest';
import { regrouped } from '@/app/ui/client/form/regroup';

const item = (slug: string, group: string, isOfFile = false) => ({ slug, title: slug, group, isOfFile });

test.each([
  ['between two of a group it joins them', [item('a', 'G'), item('x', ''), item('b', 'G')], 'G'],
  ['between two that are in none it leaves its own', [item('a', ''), item('x', 'G'), item('b', '')], ''],
  ['between two groups it stays', [item('a', 'G'), item('x', 'X'), item('b', 'H')], 'X'],
  ['of a file it stays', [item('a', 'G'), item('x', 'X', true), item('b', 'G')], 'X'],
])('%s', (_name, order, group) => {
  expect(regrouped(order, 1)[1]?.group).toBe(group);
});

test.each([
  ['first', 0],
  ['last', 1],
])('the %s of all stays', (_name, place) => {
  expect(regrouped([item('a', 'A'), item('b', 'B')], place).map(({ group }) => group)).toEqual(['A', 'B']);
});
