import { expect, test } from 'vitest';
import { table } from '@/bench/print-table';

test('columns stand under each other, and a short row is filled up', () => {
  expect(table([['server', 'ms'], ['a', '1000'], ['everything', ''], ['gone']])).toBe(
    [
      '| server     | ms   |',
      '|------------|------|',
      '| a          | 1000 |',
      '| everything |      |',
      '| gone       |      |',
    ].join('\n'),
  );
});
