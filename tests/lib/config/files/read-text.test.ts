import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readText } from '@/lib/config/files/read-text';

const LIMIT = 4 * 1024 * 1024;
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-text-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readText', () => {
  it.each<[string, string | Buffer, string]>([
    ['plain', 'grüße', 'grüße'],
    ['with a byte-order mark', '\ufeffa', 'a'],
    ['empty', '', ''],
    ['of exactly the limit', 'x'.repeat(LIMIT), 'x'.repeat(LIMIT)],
  ])('reads text %s', (_case, content, text) => {
    writeFileSync(path, content);
    expect(readText(path, LIMIT)).toEqual({ ok: true, text });
  });

  it.each<[string, Buffer, string]>([
    ['10 MB', Buffer.alloc(10_000_000, 'x'), 'it is 9.6 MiB, and 4 MiB is the limit'],
    ['a byte over the limit', Buffer.alloc(LIMIT + 1, 'x'), 'it is 4.1 MiB, and 4 MiB is the limit'],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), 'it is binary, not text'],
    ['Latin-1', Buffer.from('grüße', 'latin1'), 'it is not UTF-8 text'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'it is saved as UTF-16'],
  ])('refuses %s', (_case, content, message) => {
    writeFileSync(path, content);
    expect(readText(path, LIMIT)).toMatchObject({ ok: false, message });
  });

  it('refuses what is no file', () => {
    expect(readText(path, LIMIT)).toMatchObject({ ok: false, message: 'it cannot be read (ENOENT)' });
    expect(readText(folder, LIMIT)).toMatchObject({ ok: false, message: 'it is not a regular file' });
    expect(readText('/dev/zero', LIMIT)).toMatchObject({ ok: false, message: 'it is not a regular file' });
    symlinkSync('file', path);
    expect(readText(path, LIMIT)).toMatchObject({ ok: false, message: 'it cannot be read (ELOOP)' });
  });

  it('does not wait for a named pipe that nobody writes to', () => {
    execFileSync('mkfifo', [path]);
    expect(readText(path, LIMIT)).toMatchObject({ ok: false, message: 'it is not a regular file' });
  });

  it('reads files that say they are empty', () => {
    const result = readText('/proc/self/status', LIMIT);
    expect(result.ok && result.text).toContain('Name:');
  });
});
