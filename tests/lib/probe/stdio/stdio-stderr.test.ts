import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '@/lib/probe/log/redact';
import { createStderrTail, drainStderr } from '@/lib/probe/stdio/stdio-stderr';

const SECRET = 'hunter2-hunter2-hunter2';
const redact = createRedactor([SECRET]);

function tailOf(...chunks: string[]) {
  const tail = createStderrTail();
  for (const chunk of chunks) tail.push(Buffer.from(chunk));
  return { text: tail.read(redact), lastLine: tail.lastLine(redact) };
}

describe('createStderrTail', () => {
  it('is null while nothing is said', () => {
    expect(tailOf()).toEqual({ text: null, lastLine: null });
    expect(tailOf('\n \n')).toEqual({ text: null, lastLine: null });
  });

  it('keeps lines, drops colours, names the last line', () => {
    expect(tailOf('starting\n', '\u001b[31mfailed: no ', 'database\u001b[0m\n\n')).toEqual({
      text: 'starting\nfailed: no database',
      lastLine: 'failed: no database',
    });
  });

  it('keeps the last 8 KB of a flood', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index} ${'x'.repeat(200)}\n`);
    const { text, lastLine } = tailOf(...lines, 'end');
    expect(text?.length).toBeGreaterThan(7 * 1024);
    expect(text?.length).toBeLessThanOrEqual(8 * 1024);
    expect(lastLine).toBe('end');
  });

  it('hides a secret, wherever the flood was cut', () => {
    expect(tailOf(`token ${SECRET}\n`).text).toBe('token [redacted]');
    for (let shift = 0; shift < SECRET.length + 1; shift++) {
      const flood = `${SECRET} `.repeat(1_000);
      expect(tailOf(flood, 'z'.repeat(shift)).text).not.toContain('hunter');
      expect(tailOf(SECRET.repeat(1_000), 'z'.repeat(shift)).text).toBeNull();
    }
  });

  it('takes bytes that are no text', () => {
    const tail = createStderrTail();
    tail.push(Buffer.from([0xff, 0x00, 0xfe]));
    expect(tail.read(redact)).toBe('\ufffd \ufffd');
  });
});

describe('drainStderr', () => {
  const CHUNK = Buffer.alloc(64 * 1024, 'x');

  it('reads more than it hurries for to its end', async () => {
    const stream = Readable.from([...Array<Buffer>(300).fill(CHUNK), Buffer.from(' the end')]);
    const tail = createStderrTail();
    drainStderr(stream, tail);
    await once(stream, 'end');
    expect(tail.lastLine(redact)).toBe('the end');
  });

  it('rests between the chunks of a stream without end', async () => {
    let chunkCount = 0;
    const stream = new Readable({
      highWaterMark: 1,
      read() {
        chunkCount++;
        this.push(CHUNK);
      },
    });
    const startedMs = performance.now();
    drainStderr(stream, createStderrTail());
    await sleep(200);
    stream.destroy();
    // What is read in haste, what may be read in the time that has passed, and what the stream holds ready.
    expect(chunkCount).toBeLessThanOrEqual(256 + (performance.now() - startedMs) / 19 + 3);
  });
});
