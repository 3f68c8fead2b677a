import { beforeEach, expect, test } from 'vitest';
import { createNews, type NewsCounter } from '@/lib/front/news';
import { createShelf, type Order, type Shelf } from '@/lib/front/shelf';

let at: number;
let news: NewsCounter;
let shelf: Shelf<string>;
let made: string[];
let troubles: unknown[];
beforeEach(() => {
  at = 0;
  made = [];
  troubles = [];
  news = createNews(() => 0);
  shelf = createShelf({ limitBytes: 100, weigh: (thing) => thing.length, now: () => at });
});

/** Each making gives another text: "a1", "a2". */
function order(key: string, more: Partial<Order<string>> = {}): Order<string> {
  return {
    key,
    marks: () => news.marks(null),
    isPassing: true,
    async make() {
      const thing = `${key}${made.push(key)}`;
      await Promise.resolve();
      return { thing, isKeepable: true };
    },
    onTrouble: (error) => troubles.push(error),
    ...more,
  };
}

test('a stampede makes one answer', async () => {
  const all = await Promise.all(Array.from({ length: 500 }, () => shelf.take(order('a'))));
  expect(new Set(all)).toEqual(new Set(['a1']));
  expect(shelf.take(order('a'))).toBe('a1');
  expect(made).toEqual(['a']);
});

test('after a call the old answer is served while one new one is made', async () => {
  await shelf.take(order('a'));
  news.called('warehouse', false);
  at = 1_000;
  expect([shelf.take(order('a')), shelf.take(order('a'))]).toEqual(['a1', 'a1']);
  await expect.poll(() => shelf.take(order('a'))).toBe('a2');
  expect(made).toHaveLength(2);
});

test('after a word nobody gets an old answer, not even who joins a making that began before it', async () => {
  await shelf.take(order('a'));
  news.said();
  const early = shelf.take(order('a'));
  news.said();
  const late = shelf.take(order('a'));
  expect(await early).toBe('a2');
  expect(await late).toBe('a3');
  expect(shelf.take(order('a'))).toBe('a3');
});

test('what happens while an answer is made makes it old', async () => {
  const slow = order('a', {
    make: async () => {
      news.called('warehouse', true);
      return { thing: 'old', isKeepable: true };
    },
  });
  await shelf.take(slow);
  at = 2_000;
  expect(await shelf.take(order('a'))).toBe('a1');
});

test('the calls of another server leave an answer as it is', async () => {
  const ofWarehouse = order('a', { marks: () => news.marks('warehouse') });
  await shelf.take(ofWarehouse);
  news.called('billing', true);
  at = 4_000;
  expect(shelf.take(ofWarehouse)).toBe('a1');
  news.called('warehouse', true);
  expect(await shelf.take(ofWarehouse)).toBe('a2');
});

test('a file stays', async () => {
  const file = order('a', { isPassing: false });
  await shelf.take(file);
  news.said();
  at = 1e9;
  expect(shelf.take(file)).toBe('a1');
});

test('what is not to be kept is made for each who asks, and takes the place of what was kept', async () => {
  await shelf.take(order('a'));
  const gone = order('a', { make: async () => ({ thing: 'gone', isKeepable: false }) });
  at = 10_000;
  expect(await shelf.take(gone)).toBe('gone');
  expect(shelf.bytes()).toBe(0);
  expect(await shelf.take(order('a'))).toBe('a2');
});

test('a making that fails leaves no trace; in the background it is told', async () => {
  const broken = order('a', { make: async () => Promise.reject(new Error('broken')) });
  await expect(shelf.take(broken)).rejects.toThrow('broken');
  await shelf.take(order('a'));
  at = 5_000;
  expect(shelf.take(broken)).toBe('a1');
  await expect.poll(() => troubles).toHaveLength(1);
  expect(await shelf.take(order('a'))).toBe('a1');
});

test('memory is bounded: what nobody asked for longest goes first', async () => {
  for (const key of ['a', 'b', 'c'])
    await shelf.take(order(key, { make: async () => ({ thing: key.repeat(40), isKeepable: true }) }));
  expect(shelf.bytes()).toBe(80);
  shelf.take(order('b'));
  await shelf.take(order('d', { make: async () => ({ thing: 'd'.repeat(40), isKeepable: true }) }));
  expect(shelf.take(order('b'))).toBe('b'.repeat(40));
  expect(await shelf.take(order('c'))).toBe('c1');
  await shelf.take(order('e', { make: async () => ({ thing: 'e'.repeat(400), isKeepable: true }) }));
  expect(shelf.bytes()).toBe(0);
});
