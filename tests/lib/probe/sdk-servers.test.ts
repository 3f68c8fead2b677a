// Servers made with the official SDKs, and the reference server "everything" as its own process.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Dialect, Outcome } from '@/lib/core/outcome';
import { createProber } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { portOf } from '@/tests/fixtures/mcp-server';
import { type SdkServer, startV1Sse, startV1Streamable, startV2 } from '@/tests/fixtures/sdk-servers';

function newChecker(url: string): () => Promise<Outcome> {
  const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
  onTestFinished(() => prober.close());
  const endpoint = anEndpoint({ target: { kind: 'http', url, headers: {}, dialect: 'auto' } });
  return () => prober.probe(endpoint, new AbortController().signal);
}

describe('made with an SDK', () => {
  test.each<[string, () => Promise<SdkServer>, string, Dialect, number]>([
    ['1.x, answers as JSON', () => startV1Streamable('json'), '/mcp', 'http-legacy', 2],
    ['1.x, answers as streams', () => startV1Streamable('sse'), '/mcp', 'http-legacy', 2],
    ['1.x, HTTP+SSE', startV1Sse, '/sse', 'sse', 2],
    ['2.x, both eras', () => startV2(false), '/mcp', 'http-modern', 1],
    ['2.x, 2026-07-28 only', () => startV2(true), '/mcp', 'http-modern', 1],
  ])('%s', async (_name, start, path, dialect, tools) => {
    const server = await start();
    onTestFinished(() => server.close());
    const check = newChecker(`${server.origin}${path}`);
    for (let round = 1; round <= 2; round++) {
      const outcome = await check();
      expect(outcome.failure).toBeNull();
      expect(outcome).toMatchObject({ dialect, serverName: expect.stringContaining('opinion') });
      expect(outcome.catalogue?.tools).toHaveLength(tools);
      expect(outcome.catalogue?.faults).toEqual([]);
      await expect.poll(() => server.sockets.size).toBe(0);
      expect(server.openSessions()).toBe(0);
    }
  });
});

describe('the reference server', () => {
  test.each<[string, string, Dialect]>([
    ['streamableHttp', '/mcp', 'http-legacy'],
    ['sse', '/sse', 'sse'],
  ])('%s', async (mode, path, dialect) => {
    const port = await freePort();
    const child = await startEverything(mode, port);
    onTestFinished(() => stop(child));
    const check = newChecker(`http://127.0.0.1:${port}${path}`);
    for (let round = 1; round <= 2; round++) {
      const outcome = await check();
      expect(outcome.failure).toBeNull();
      expect(outcome.dialect).toBe(dialect);
      expect(outcome.catalogue?.tools.length).toBeGreaterThanOrEqual(10);
      expect(outcome.promptCount).toBeGreaterThan(0);
    }
    await stop(child);
    expect((await check()).failure).toMatchObject({ stage: 'reach', code: 'refused' });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startEverything(mode: string, port: number): Promise<ChildProcess> {
  const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/server-everything/package.json');
  const child = spawn(process.execPath, [join(dirname(manifest), 'dist/index.js'), mode], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  await expect.poll(isUp, { timeout: 15_000, message: 'the server is up' }).toBe(true);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
