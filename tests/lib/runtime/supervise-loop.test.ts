// A loop that dies is started again; one that is stopped goes in good order, whatever it was doing.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { migrateDb, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import { createLogger } from '@/lib/log/logger';
import { superviseLoop } from '@/lib/runtime/supervise-loop';

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

test('one that hangs is ended and started again; as long as it says that it lives, it is left alone', async () => {
  const lines: string[] = [];
  const reports: string[] = [];
  const log = createLogger('test', { write: (line) => void lines.push(line) });
  const script = new URL('../../fixtures/worker-that-hangs.mjs', import.meta.url);
  // Four seconds alive at least, where a silence of 2.7 is too long.
  const start = () => new Worker(script, { workerData: { lives: 200 } });
  const loop = superviseLoop(log, ({ type }) => void reports.push(type), { start, lookMs: 150 });
  await vi.waitFor(() => expect(reports).toEqual(['started', 'configured', 'started']), { timeout: 30_000 });
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'the loop says nothing any more; ending it',
    'the loop is gone; starting it again',
  ]);
  await loop.stop(10);
}, 40_000);

test('one that cannot even be started is tried again', async () => {
  const log = createLogger('test', { write: () => {} });
  const script = new URL('../../fixtures/worker-that-hangs.mjs', import.meta.url);
  const reports: string[] = [];
  let tries = 0;
  const start = () => {
    tries++;
    // As when the system has no thread left.
    if (tries === 1) throw new Error('ERR_WORKER_INIT_FAILED');
    return new Worker(script, { workerData: { lives: -1 } });
  };
  const loop = superviseLoop(log, ({ type }) => void reports.push(type), { start });
  await vi.waitFor(() => expect(reports).toContain('configured'), { timeout: 20_000 });
  expect(tries).toBeGreaterThanOrEqual(2);
  await loop.stop(10);
}, 40_000);

test('one that is dead at the moment is not waited for', async () => {
  const child = start();
  await waitFor('the loop is gone; starting it again');
  await stop(child);
  expect(said.trim().split('\n').at(-1)).toBe('{"type":"gone"}');
}, 40_000);
