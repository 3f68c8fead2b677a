import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventReader, type StreamEvent, writeEvent } from '@/lib/probe/wire/event-stream';

function read(bytes: Uint8Array, chunkSize = bytes.length): StreamEvent[] {
  const reader = createEventReader();
  const events: StreamEvent[] = [];
  for (let start = 0; start < bytes.length; start += chunkSize) {
    events.push(...reader.push(bytes.subarray(start, start + chunkSize)));
  }
  return events;
}

const event = (data: string, more: Partial<StreamEvent> = {}): StreamEvent => ({
  type: 'message',
  data,
  id: null,
  retryMs: null,
  ...more,
});

test.each<[string, string, StreamEvent[]]>([
  ['one event', 'data: a\n\n', [event('a')]],
  ['a byte order mark', '\uFEFFdata: a\n\n', [event('a')]],
  ['CRLF', 'data: a\r\n\r\n', [event('a')]],
  ['CR', 'data: a\r\r', [event('a')]],
  ['line ends of two kinds', 'data: a\r\n\ndata: b\n\r\n', [event('a'), event('b')]],
  ['several lines', 'data: a\ndata:\ndata:  b\n\n', [event('a\n\n b')]],
  ['no space, no colon', 'data:a\ndata\n\n', [event('a\n')]],
  ['comments and unknown fields', ': hi\nfoo: bar\ndata: a\n\n', [event('a')]],
  ['type, id and retry', 'event: x\nid: 7\nretry: 10\ndata: a\n\n', [event('a', { type: 'x', id: '7', retryMs: 10 })]],
  ['a retry that is none', 'retry: soon\ndata: a\n\n', [event('a')]],
  ['an id alone', 'id: 7\n\n', [event('', { id: '7' })]],
  ['an id with NUL', 'id: a\0b\ndata: a\n\n', [event('a')]],
  ['only comments', ': hi\n\n: hi\n\n', []],
  ['more lines than are kept apart', `${'data: a\n'.repeat(2_500)}\n`, [event(Array(2_500).fill('a').join('\n'))]],
  ['a type alone', 'event: x\n\n', []],
  ['cut off', 'data: a\n\ndata: b\n', [event('a')]],
  ['bytes that are no UTF-8', 'data: \ud800\n\n', [event('\ufffd')]],
])('%s', (_name, text, expected) => {
  const bytes = Buffer.from(text);
  expect(read(bytes)).toEqual(expected);
  for (const size of [1, 2, 3]) expect(read(bytes, size), `in chunks of ${size}`).toEqual(expected);
});

test('how the bytes arrive makes no difference, and none of them throws', () => {
  const piece = fc.constantFrom(
    'data: ',
    'id: 1',
    'event: e',
    'retry: 5',
    '\n',
    '\r',
    '\r\n',
    ':',
    'ä',
    '😀',
    'x',
    '\uFEFF',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
      const bytes = Buffer.from(pieces.join(''));
      expect(read(bytes, size)).toEqual(read(bytes));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
      expect(read(bytes, size)).toEqual(read(bytes));
    }),
  );
});

test('what is written is read as it was', () => {
  const line = fc.stringMatching(/^[ -~]{0,20}$/);
  const events = fc.record({
    type: fc.stringMatching(/^[a-z]{1,8}$/),
    data: fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
    id: fc.option(fc.stringMatching(/^[a-z0-9]{1,8}$/)),
    retryMs: fc.option(fc.nat(100_000)),
  });
  fc.assert(
    fc.property(events, (written) => {
      expect(read(Buffer.from(writeEvent(written)))).toEqual([written]);
    }),
  );
});

test('a line without end costs no more than its bytes', () => {
  const reader = createEventReader();
  const chunk = Buffer.from('x'.repeat(64));
  for (let round = 0; round < 50_000; round++) expect(reader.push(chunk)).toEqual([]);
});

test('an event of half a million lines holds no more than its text', () => {
  const reader = createEventReader();
  const line = 'data: x\n';
  const chunk = Buffer.from(line.repeat(8_192));
  const before = heldBytes();
  for (let round = 0; round < 64; round++) reader.push(chunk);
  const held = heldBytes() - before;
  // A list of lines would take eight bytes for each, whatever it holds.
  expect(held).toBeLessThan(64 * 8_192 * 'x\n'.length * 2);
  expect(reader.push(Buffer.from('\n'))[0]?.data).toHaveLength(64 * 8_192 * 2 - 1);
});

/** What the heap holds when nothing is left to collect. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
