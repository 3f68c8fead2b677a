// A process that has checked the worst of servers ends by itself: nothing of a check outlives it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { type Behaviour, startMcpServer } from '@/tests/fixtures/mcp-server';
import { startRawServer } from '@/tests/fixtures/raw-server';

const on = (method: string, answer: NonNullable<Behaviour['on']>): Behaviour => ({
  on: (visit) => (visit.method === method ? answer(visit) : visit.proceed()),
});

const SERVERS: Behaviour[] = [
  { sessions: true },
  { era: 'sse' },
  { on: () => {} },
  { on: (visit) => void visit.stream() },
  on('tools/list', () => {}),
  on('notifications/initialized', () => {}),
  { era: 'sse', on: (visit) => (visit.method === 'tools/list' ? visit.send(202, {}) : visit.proceed()) },
  // Asks to be resumed in an hour.
  on('tools/list', (visit) => void visit.stream('id: 1\nretry: 3600000\ndata: \n\n').end()),
  { sessions: true, on: (visit) => (visit.request.method === 'DELETE' ? undefined : visit.proceed()) },
];

test('not a timer, not a socket, not a stream', async () => {
  const servers = await Promise.all(SERVERS.map((behaviour) => startMcpServer(behaviour)));
  const silent = await startRawServer(() => {});
  for (const server of [...servers, silent]) onTestFinished(() => server.close());
  const urls = [...servers.map(({ url }) => url), `https://127.0.0.1:${silent.port}/`];

  const script = fileURLToPath(new URL('../../fixtures/probe-and-leave.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...urls], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = once(child.stdout, 'data');
  const exit = once(child, 'exit');
  const [output] = await said;
  expect(JSON.parse(String(output))).toEqual([
    ...['up', 'up', 'timeout', 'timeout', 'timeout', 'timeout', 'timeout', 'timeout', 'up'],
    'connect_timeout',
  ]);
  const isLate = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'still alive').unref());
  expect(await Promise.race([exit, isLate])).toEqual([0, null]);
});
