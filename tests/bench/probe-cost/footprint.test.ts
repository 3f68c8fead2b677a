import { expect, test } from 'vitest';
import { type Footprint, footprint, growth } from '@/bench/probe-cost/footprint';

const LOOK: Footprint = { heapBytes: 30_000_000, rssBytes: 1, handles: 3, listeners: 5, descriptors: 30 };

test.each<[string, Partial<Footprint>, string[]]>([
  ['nothing', {}, []],
  ['less of everything', { heapBytes: 1, handles: 0, listeners: 0, descriptors: 0 }, []],
  ['a heap that wanders', { heapBytes: 30_200_000 }, []],
  ['RSS, which is never given back', { rssBytes: 1_000_000_000 }, []],
  ['a heap that grows', { heapBytes: 32_000_000 }, ['the heap grew by 1953 KiB']],
  ['a handle', { handles: 4 }, ['handles grew from 3 to 4']],
  ['a listener and a descriptor', { listeners: 6, descriptors: 31 }, ['listeners grew', 'descriptors grew']],
])('%s', (_name, change, said) => {
  const found = growth([LOOK, { ...LOOK, heapBytes: 90_000_000 }, { ...LOOK, ...change }]);
  expect(found.map((line, index) => line.slice(0, said[index]?.length))).toEqual(said);
});

test('sees what is held', async () => {
  const controller = new AbortController();
  const before = await footprint(controller.signal);
  const held = Array.from({ length: 200_000 }, (_, index) => ({ index }));
  controller.signal.addEventListener('abort', () => {});
  const timer = setTimeout(() => {}, 60_000);
  const after = await footprint(controller.signal);
  clearTimeout(timer);
  expect(held).toHaveLength(200_000);
  expect(growth([before, after])).toEqual([
    expect.stringMatching(/^the heap grew/),
    expect.stringMatching(/^handles grew/),
    expect.stringMatching(/^listeners grew/),
  ]);
});
