import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecret } from '@/lib/config/environment/secret';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rollcall-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the configured secret wins, and nothing is written', () => {
  expect(readSecret({ secret: 'x'.repeat(32), dataPath: path.join(folder, 'new') })).toBe('x'.repeat(32));
  expect(() => statSync(path.join(folder, 'new'))).toThrow();
});

test('without one it is made once, for its owner only, and found again', () => {
  const dataPath = path.join(folder, 'new', 'data');
  const made = readSecret({ secret: null, dataPath });
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect(readSecret({ secret: null, dataPath })).toBe(made);
  expect(statSync(path.join(dataPath, 'secret')).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(dataPath, 'secret'), 'utf8').trim()).toBe(made);
});

test('two folders have two secrets', () => {
  const [one, other] = ['one', 'other'].map((name) => readSecret({ secret: null, dataPath: path.join(folder, name) }));
  expect(one).not.toBe(other);
});

test('a file that holds no secret is named, not written over', () => {
  writeFileSync(path.join(folder, 'secret'), 'short\n');
  expect(() => readSecret({ secret: null, dataPath: folder })).toThrow(/secret holds no secret/);
  expect(readFileSync(path.join(folder, 'secret'), 'utf8')).toBe('short\n');
});
