import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  endGroup,
  gracesWithin,
  holdGroup,
  isGroupAlive,
  killAllGroups,
  openGroupCount,
} from '@/lib/probe/stdio/process-group';
import { createMark } from '@/tests/fixtures/stdio/marked-processes';

const IGNORE_TERM = 'trap "" TERM';
const GRACES = { eofMs: 150, termMs: 150, killMs: 1_000 };

let mark = createMark();
beforeEach(() => {
  mark = createMark();
});
afterEach(() => {
  expect(mark.pids(), 'processes left behind').toEqual([]);
  expect(openGroupCount()).toBe(0);
});

async function startShell(script: string): Promise<ChildProcess> {
  const env = { ...process.env, ...mark.env };
  const child = spawn('sh', ['-c', `${script}`], { detached: true, stdio: 'pipe', env });
  holdGroup(child);
  await once(child, 'spawn');
  return child;
}

async function startAndSay(script: string): Promise<ChildProcess> {
  const child = await startShell(script);
  // A trap counts from the moment it is set, so the script says when it is ready.
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

describe('endGroup', () => {
  const cases: [string, string, number | null, NodeJS.Signals | null][] = [
    ['leaves a polite process to end itself on closed stdin', 'echo ready; cat >/dev/null; exit 7', 7, null],
    ['sends SIGTERM to one that does not listen', 'echo ready; exec sleep 600', null, 'SIGTERM'],
    ['sends SIGKILL to one that ignores SIGTERM', `${IGNORE_TERM}; echo ready; sleep 600; sleep 600`, null, 'SIGKILL'],
    ['ends the child of a wrapper', `sh -c '${IGNORE_TERM}; echo ready; sleep 600; sleep 600'; true`, null, 'SIGTERM'],
    ['ends what a polite leader left behind', `sleep 600 & echo ready; cat >/dev/null; exit 0`, 0, null],
    [
      'ends a stubborn helper that a polite leader left behind',
      `sh -c '${IGNORE_TERM}; sleep 600; sleep 600' & echo ready; cat >/dev/null; exit 0`,
      0,
      null,
    ],
  ];

  for (const round of [1, 2]) {
    it.each(cases)(`%s (${round})`, async (_name, script, code, signal) => {
      const child = await startAndSay(script);
      await endGroup(child, GRACES);
      expect([child.exitCode, child.signalCode]).toEqual([code, signal]);
      expect(isGroupAlive(child.pid ?? 0)).toBe(false);
      expect([child.stdin?.destroyed, child.stdout?.destroyed, child.stderr?.destroyed]).toEqual([true, true, true]);
    });
  }

  it('has nothing to do for a process that is long gone', async () => {
    const child = await startShell('exit 3');
    await once(child, 'exit');
    await endGroup(child);
    expect(child.exitCode).toBe(3);
  });

  it('has nothing to do for a process that never came up', async () => {
    const child = spawn('/nonexistent/command', { detached: true });
    holdGroup(child);
    await once(child, 'error');
    await endGroup(child);
    expect(child.stdout?.destroyed).toBe(true);
  });

  it('may be asked twice at once', async () => {
    const child = await startAndSay('echo ready; exec sleep 600');
    await Promise.all([endGroup(child, GRACES), endGroup(child, GRACES)]);
    expect(child.signalCode).toBe('SIGTERM');
  });
});

it('shortens the graces in proportion', () => {
  const full = { eofMs: 400, termMs: 400, killMs: 200 };
  expect(gracesWithin(5_000, full)).toEqual(full);
  expect(gracesWithin(500, full)).toEqual({ eofMs: 200, termMs: 200, killMs: 100 });
  expect(gracesWithin(-1, full)).toEqual({ eofMs: 0, termMs: 0, killMs: 0 });
});

it('kills every open group at once', async () => {
  const stubborn = `${IGNORE_TERM}; echo ready; sleep 600; sleep 600`;
  const children = [await startAndSay(stubborn), await startAndSay(stubborn)];
  expect(openGroupCount()).toBe(2);
  const exits = children.map((child) => once(child, 'exit'));
  killAllGroups();
  expect(openGroupCount()).toBe(0);
  await Promise.all(exits);
  for (const child of children) expect(child.signalCode).toBe('SIGKILL');
  await mark.untilGone();
});

describe('in a worker thread', () => {
  async function startWorker(): Promise<Worker> {
    const worker = new Worker(new URL('../../../fixtures/stdio/group-worker.mjs', import.meta.url), {
      workerData: {
        processGroup: new URL('../../../../lib/probe/stdio/process-group.ts', import.meta.url).href,
        env: { PATH: process.env.PATH, ...mark.env },
      },
    });
    expect(await once(worker, 'message')).toEqual(['ready']);
    expect(mark.pids()).not.toEqual([]);
    return worker;
  }

  it('ends a group', async () => {
    const worker = await startWorker();
    // Node may hand out the last message and the exit in one turn, so both are awaited from the start.
    const [answer, exit] = [once(worker, 'message'), once(worker, 'exit')];
    worker.postMessage('end');
    expect(await answer).toEqual(['SIGKILL']);
    await exit;
  });

  it('kills what is still open when the thread exits', async () => {
    const worker = await startWorker();
    worker.postMessage('exit');
    await once(worker, 'exit');
    await mark.untilGone();
  });
});
