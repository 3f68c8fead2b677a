// An entry of tools/list, held against what the SDK's client would take: one entry that it refuses spoils its whole list.
import { isSpecType } from '@modelcontextprotocol/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTool } from '@/lib/probe/walk/read-tool';

const nasty = fc.constantFrom(null, true, false, 0, 1.5, '', 'text', [], [1], ['a'], {}, { type: 'object' }, { a: 1 });
const member = (good: unknown) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: nasty });

const schema = fc.record(
  { type: member('object'), properties: member({ x: { type: 'string' } }), required: member(['x']), $defs: nasty },
  { requiredKeys: ['type'] },
);
const annotations = fc.record(
  { title: member('A'), readOnlyHint: member(true), destructiveHint: member(false), openWorldHint: member(true) },
  { requiredKeys: [] },
);
const entry = fc.record(
  {
    name: member('a'),
    inputSchema: fc.oneof(schema, nasty),
    outputSchema: fc.oneof(schema, nasty),
    title: member('A'),
    description: member('Does a.'),
    annotations: fc.oneof(annotations, nasty),
    icons: fc.oneof(
      fc.array(fc.record({ src: member('https://server.test/a.png'), sizes: member(['1x1']) }, { requiredKeys: [] })),
      nasty,
    ),
    execution: fc.oneof(fc.record({ taskSupport: member('optional') }), nasty),
    _meta: member({}),
    other: nasty,
  },
  { requiredKeys: ['name', 'inputSchema'] },
);

test('whatever it takes, a client takes as well', () => {
  fc.assert(
    fc.property(entry, (tool) => {
      if (readTool(tool, 0).problem === null) expect(isSpecType.Tool(tool)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('what is left out is null', () => {
  expect(readTool({ name: 'a', inputSchema: { type: 'object' } }, 0).tool).toEqual({
    name: 'a',
    title: null,
    description: null,
    inputSchema: { type: 'object' },
    outputSchema: null,
    annotations: null,
  });
});

test.each([
  ['by its place alone when it has no name', { inputSchema: {} }, 'tools[7].name is missing'],
  ['by its name too', { name: 'run_query' }, 'tools[7].inputSchema is missing (tool "run_query")'],
  [
    'by the beginning of a long one',
    { name: 'x'.repeat(200) },
    `tools[7].inputSchema is missing (tool "${'x'.repeat(100)}")`,
  ],
])('what is wrong with an entry is told %s', (_how, entry, problem) => {
  expect(readTool(entry, 7)).toEqual({ tool: null, problem });
});
