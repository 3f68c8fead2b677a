// One file's text, read so that no file can hurt: bounded, regular files only, UTF-8 only. Knows no format.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

export type TextResult = { ok: true; text: string } | { ok: false; message: string; remedy: string };

const CHUNK_BYTES = 64 * 1024;

/** Reads a file of at most `limitBytes` without its byte-order mark. Does not throw for anything a disk can do. */
export function readText(path: string, limitBytes: number): TextResult {
  try {
    return readBounded(path, limitBytes);
  } catch (error) {
    const message = `it cannot be read (${errorCode(error)})`;
    return { ok: false, message, remedy: 'Check that it exists and that Rollcall may read it.' };
  }
}

/** "ENOENT", "EACCES" and so on: unlike the error's text, free of paths. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unknown reason';
}

function readBounded(path: string, limitBytes: number): TextResult {
  // Non-blocking, so that a named pipe without a writer cannot stop the loop.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile())
      return { ok: false, message: 'it is not a regular file', remedy: 'Put a plain file in its place.' };
    const chunks: Buffer[] = [];
    let length = 0;
    // The size in stat is only a hint: the file may be growing, and those under /proc say 0.
    while (length <= limitBytes) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const count = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (count === 0) return decode(Buffer.concat(chunks));
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    const message = `it is ${mebibytes(Math.max(stat.size, length))} MiB, and ${mebibytes(limitBytes)} MiB is the limit`;
    return { ok: false, message, remedy: 'Split it, or check that it is the file you meant.' };
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer): TextResult {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { ok: false, message: 'it is saved as UTF-16', remedy: 'Save it as UTF-8.' };
  if (bytes.includes(0))
    return { ok: false, message: 'it is binary, not text', remedy: 'Put a text file in its place.' };
  try {
    // The decoder drops the byte-order mark by itself.
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, message: 'it is not UTF-8 text', remedy: 'Save it as UTF-8.' };
  }
}

/** Rounded up, so that a file a little over the limit never reads as the limit itself. */
function mebibytes(bytes: number): string {
  return String(Math.ceil((bytes / 1024 / 1024) * 10) / 10);
}
