import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { probeStdio } from '@/lib/probe/stdio/stdio-probe';
import { startCheck } from '@/tests/fixtures/check-context';
import { MARK_NAME } from '@/tests/fixtures/stdio/marked-processes';
import { prepareStdioProbes, STDIO_FIXTURES, STDIO_SERVER } from '@/tests/fixtures/stdio/stdio-probes';

const run = promisify(execFile);
const { fixture, probeTwice } = prepareStdioProbes();

describe('servers that work', () => {
  const modes: [string, 'stdio-legacy' | 'stdio-modern', number][] = [
    ['polite', 'stdio-legacy', 2],
    ['no-tools', 'stdio-legacy', 0],
    ['noisy', 'stdio-legacy', 2],
    ['stderr-flood', 'stdio-legacy', 2],
    ['text-id', 'stdio-legacy', 2],
    ['batch', 'stdio-legacy', 2],
    ['asks-once', 'stdio-legacy', 2],
    ['drips-in-time', 'stdio-legacy', 2],
    ['answers-then-exits', 'stdio-legacy', 2],
    ['ignores-term', 'stdio-legacy', 2],
    ['grandchild', 'stdio-legacy', 2],
    ['grandchild-holds-stdout', 'stdio-legacy', 2],
    ['modern-only', 'stdio-modern', 2],
    ['modern-only-exits', 'stdio-modern', 2],
  ];

  it.each(modes)('%s', async (mode, dialect, toolCount) => {
    for (const reading of await probeTwice(fixture(mode))) {
      expect(reading.failure).toBeNull();
      expect(reading).toMatchObject({
        dialect,
        hasTools: toolCount > 0,
        serverVersion: expect.stringMatching(/^[12]\.0\.0$/),
      });
      expect(reading.protocolVersion).toBe(dialect === 'stdio-modern' ? '2026-07-28' : '2025-11-25');
      expect(reading.catalogue).toMatchObject({ faults: [], tools: { length: toolCount } });
      expect(reading.timings).toMatchObject({ reach: expect.any(Number), handshake: expect.any(Number) });
      expect(reading.latencyMs).toBeGreaterThan(0);
    }
  });

  it('the reference server', async () => {
    const target = { ...fixture('none'), args: ['node_modules/.bin/mcp-server-everything', 'stdio'] };
    for (const reading of await probeTwice(target)) {
      expect(reading).toMatchObject({ failure: null, dialect: 'stdio-legacy', resourceCount: 7 });
      expect(reading.catalogue?.tools.map(({ name }) => name)).toContain('echo');
    }
  });

  it('a server behind a shell that ignores SIGTERM', async () => {
    const script = 'trap "" TERM; "$0" "$1" ignores-term; true';
    const target = { ...fixture('none'), command: 'sh', args: ['-c', script, process.execPath, STDIO_SERVER] };
    for (const reading of await probeTwice(target)) expect(reading.failure).toBeNull();
  });
});

it('gives a server six variables of ours and those it asks for', async () => {
  const [reading] = await probeTwice(fixture('environment', { ASKED_FOR: 'yes' }));
  const names = reading?.catalogue?.tools.map(({ name }) => name) ?? [];
  const allowed = ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER', 'ASKED_FOR', MARK_NAME];
  expect(names).toContain('ASKED_FOR');
  expect(names.filter((name) => !allowed.includes(name))).toEqual([]);
});

it('runs in the folder it was given', async () => {
  const target = { ...fixture('polite'), args: ['server.mjs', 'polite'], cwd: STDIO_FIXTURES };
  const [reading] = await probeTwice(target);
  expect(reading?.failure).toBeNull();
});

it('ends the process when our own shutdown comes first, and reports nothing', async () => {
  const check = startCheck();
  const reason = new Error('shutting down');
  const probe = probeStdio({ target: fixture('hangs-for-ever') }, check.context);
  setTimeout(() => check.shutDown(reason), 100);
  await expect(probe).rejects.toBe(reason);
  check.end();
});

it('writes down what was said', async () => {
  const check = startCheck();
  await probeStdio({ target: fixture('noisy') }, check.context);
  check.end();
  const lines = check.context.transcript.lines().map(({ direction, text }) => `${direction} ${text}`);
  expect(lines).toEqual([
    'note process started',
    expect.stringMatching(/^out .*"method":"initialize"/),
    'note not JSON-RPC on stdout: Server is starting',
    'note not JSON-RPC on stdout: {"level":30,"msg":"a log line in JSON"}',
    'note not JSON-RPC on stdout: [32mready [0m',
    expect.stringMatching(/^in .*"serverInfo"/),
    expect.stringMatching(/^out .*"notifications\/initialized"/),
    expect.stringMatching(/^out .*"tools\/list"/),
    expect.stringMatching(/^in .*"tools"/),
    'note 9 such lines in all',
  ]);
});

it('leaves no timer and no handle, and the process free to exit', async () => {
  const modes = ['polite', 'hangs', 'exits', 'wrong-id', 'modern-only-exits', 'closes-stdout', 'huge-line', 'noisy'];
  const script = fileURLToPath(new URL('../../../fixtures/stdio/count-left-open.ts', import.meta.url));
  const { stdout } = await run('node_modules/.bin/tsx', [script, STDIO_SERVER, ...modes], { env: process.env });
  expect(JSON.parse(stdout)).toEqual([]);
});
