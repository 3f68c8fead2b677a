import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader } from '@/lib/probe/stdio/stdio-lines';

const LIMITS = { lineBytes: 1024 * 1024, totalBytes: 2 * 1024 * 1024 };

function readLines(chunks: readonly (string | Uint8Array)[], limits = LIMITS): string[] {
  const lines: string[] = [];
  const reader = createLineReader((line) => lines.push(line), limits);
  for (const chunk of chunks) reader.push(Buffer.from(chunk as string));
  return lines;
}

describe('createLineReader', () => {
  it.each<[string, (string | Uint8Array)[], string[]]>([
    ['cuts at line ends', ['a\nb\n'], ['a', 'b']],
    ['joins what comes in pieces', ['{"a"', ':', '1}', '\n'], ['{"a":1}']],
    ['takes CRLF, also cut in two', ['a\r\nb\r', '\nc\n'], ['a', 'b', 'c']],
    ['keeps empty lines', ['\n\n'], ['', '']],
    ['never hands over an unfinished line', ['a\nb'], ['a']],
    ['joins a character cut in two', [new Uint8Array([0xc3]), new Uint8Array([0xa9, 0x0a])], ['é']],
    ['replaces what is not UTF-8', [new Uint8Array([0xff, 0x0a])], ['\ufffd']],
  ])('%s', (_name, chunks, lines) => {
    expect(readLines(chunks)).toEqual(lines);
  });

  it('takes a line of exactly the limit, and not one byte more', () => {
    const line = 'x'.repeat(LIMITS.lineBytes);
    expect(readLines([`${line}\n`])).toEqual([line]);
    expect(() => readLines([`${line}x`])).toThrow('sends a line of more than 1 MiB');
  });

  it('takes no more in all than the total', () => {
    expect(() => readLines(Array.from({ length: 40 }, () => `${'x'.repeat(64 * 1024)}\n`))).toThrow(
      'sends more than 2 MiB',
    );
  });

  it('does not mind where the chunks are cut', () => {
    const chunks = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀') }), { maxLength: 20 });
    fc.assert(
      fc.property(chunks, fc.integer({ min: 1, max: 7 }), (parts, step) => {
        const whole = Buffer.from(parts.join(''));
        const pieces = Array.from({ length: Math.ceil(whole.length / step) }, (_, index) =>
          whole.subarray(index * step, (index + 1) * step),
        );
        expect(readLines(pieces)).toEqual(readLines([whole]));
      }),
    );
  });
});
