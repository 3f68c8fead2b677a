import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AlertReceiver, alertReceiver } from '@/tests/fixtures/alert-receiver';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let receiver: AlertReceiver;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-alert-test-'));
  receiver = await alertReceiver();
  const channels = {
    oncall: { type: 'webhook', url: receiver.url },
    off: { type: 'slack', url: '${NOBODY_SET_THIS}' },
  };
  writeFileSync(join(folder, 'rollcall.json'), JSON.stringify({ page: { title: 'Acme tools' }, channels }));
});

afterEach(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

/** "exit code: what was printed". */
function run(channel: string): Promise<string> {
  const args = ['--import', 'tsx', 'bin/alert-test.ts', channel];
  const env = { ...process.env, ROLLCALL_CONFIG: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) => {
      resolve(`${error?.code ?? 0}: ${stdout}${stderr}`);
    });
  });
}

test('a test alert arrives, and the answer is printed', async () => {
  expect(await run('oncall')).toMatch(/^0: oncall took it: .*204/);
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
    type: 'test',
    data: { page: { title: 'Acme tools' } },
  });
  receiver.answers.push({ status: 410 });
  expect(await run('oncall')).toMatch(/^1: oncall failed \(gone\): /);
});

test('a channel that is off or unknown is named', async () => {
  expect(await run('off')).toBe('1: off is off: NOBODY_SET_THIS is not set.\n');
  expect(await run('onkall')).toContain('The channels are: oncall, off.');
});
