// The picture beside rollcall.json, read so that no file can hurt: bounded, and only what a browser shows as a picture.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from '@/lib/config/files/read-text';
import type { PageLogo } from '@/lib/core/page-settings';

/** It comes with every first visit. */
const LIMIT_BYTES = 64 * 1024;

export type LogoResult = { ok: true; logo: PageLogo } | { ok: false; message: string; remedy: string };

/** Does not throw for anything a disk can do. */
export function readLogo(path: string): LogoResult {
  try {
    const bytes = readBounded(path);
    if (bytes === null) return { ok: false, message: 'it has more than 64 KiB', remedy: 'Make the picture smaller.' };
    const type = typeOf(bytes);
    if (type === null) return { ok: false, message: 'it is no picture', remedy: 'Use an SVG, PNG, JPEG or WebP.' };
    return { ok: true, logo: { type, base64: bytes.toString('base64') } };
  } catch (error) {
    const message = `it cannot be read (${errorCode(error)})`;
    return { ok: false, message, remedy: 'Put the file beside rollcall.json.' };
  }
}

/** Null when it is longer than the limit, or no regular file. */
function readBounded(path: string): Buffer | null {
  // Non-blocking, so that a named pipe without a writer cannot stop the loop.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) return Buffer.alloc(0);
    const bytes = Buffer.alloc(LIMIT_BYTES + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(file, bytes, length, bytes.length - length, null);
    }
    return length > LIMIT_BYTES ? null : bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** By what stands in it: a name says nothing. */
function typeOf(bytes: Buffer): PageLogo['type'] | null {
  const start = bytes.subarray(0, 12).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<svg[\s>]/.test(bytes.toString('utf8'))
    ? 'image/svg+xml'
    : null;
}
