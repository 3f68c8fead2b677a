// A loop that dies is started again; one that is stopped goes in good order, whatever it was doing.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { migrateDb, openFile } from '@/db/client';
import * as schema from '@/db/schema';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
let host: ChildProcess | null;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rollcall-loop-'));
  host = null;
  said = '';
});

afterEach(() => {
  host?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** The loop cannot run without its tables. */
function migrate(): void {
  const db = openFile(path.join(folder, 'rollcall.db'));
  migrateDb(db);
  db.$client.close();
}

function start(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'tests/fixtures/loop-host.ts')], {
    cwd: root,
    env: { ...process.env, ROLLCALL_DATA: folder, ROLLCALL_CONFIG: path.join(folder, 'config'), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  host = child;
  return child;
}

const waitFor = (words: string) => vi.waitFor(() => expect(said).toContain(words), { timeout: 20_000, interval: 20 });

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
}

test('one that dies is started again, and stops in good order', async () => {
  const child = start();
  await waitFor('no such table');
  await waitFor('the loop is gone; starting it again');
  expect(said).not.toContain('"started"');
  migrate();
  await waitFor('"started"');
  await stop(child);
  expect(said.trim().split('\n').slice(-2)).toEqual(['{"type":"stopped"}', '{"type":"gone"}']);
  const db = openFile(path.join(folder, 'rollcall.db'));
  expect(db.select().from(schema.settings).all()).toContainEqual(expect.objectContaining({ name: 'loopBeat' }));
  db.$client.close();
}, 40_000);

test('one that is dead at the moment is not waited for', async () => {
  const child = start();
  await waitFor('the loop is gone; starting it again');
  await stop(child);
  expect(said.trim().split('\n').at(-1)).toBe('{"type":"gone"}');
}, 40_000);
