// The prober as the engine sees it: one deadline over everything, a clean end, and nothing left behind.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Endpoint } from '@/lib/core/endpoint';
import { createProber, type Prober } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type Behaviour, type McpServer, startMcpServer } from '@/tests/fixtures/mcp-server';

function newProber(more: Partial<Parameters<typeof createProber>[0]> = {}): Prober {
  const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [], ...more });
  onTestFinished(() => prober.close());
  return prober;
}

async function newServer(behaviour: Behaviour = {}): Promise<McpServer> {
  const server = await startMcpServer(behaviour);
  onTestFinished(() => server.close());
  return server;
}

function endpointAt(url: string, more: Partial<Endpoint> = {}): Endpoint {
  return anEndpoint({ target: { kind: 'http', url, headers: {}, dialect: 'auto' }, ...more });
}

const never = new AbortController().signal;
const shutdown = new Error('shutting down');

/** Resolves when the server has seen a request with this JSON-RPC method. */
function seen(server: McpServer, visit: string): Promise<void> {
  return expect.poll(() => server.visits).toContain(visit);
}

describe('our own shutdown', () => {
  test.each(['server/discover', 'initialize', 'notifications/initialized', 'tools/list'])(
    'while %s waits: throws the reason, after the session is ended',
    async (method) => {
      const server = await newServer({
        sessions: true,
        on: (visit) => (visit.method === method ? undefined : visit.proceed()),
      });
      const stopping = new AbortController();
      const check = newProber().probe(endpointAt(server.url), stopping.signal);
      const ended = expect(check).rejects.toBe(shutdown);
      await seen(server, `POST ${method}`);
      stopping.abort(shutdown);
      await ended;
      expect([...server.sessions]).toEqual([]);
      await expect.poll(() => server.sockets.size).toBe(0);
    },
  );

  test('in the middle of the list: no half list is reported', async () => {
    const server = await newServer({
      on(visit) {
        if (visit.method !== 'tools/list') visit.proceed();
        else if (visit.rpc.params?.cursor === undefined) visit.reply({ tools: [], nextCursor: 'more' });
      },
    });
    const stopping = new AbortController();
    const ended = expect(newProber().probe(endpointAt(server.url), stopping.signal)).rejects.toBe(shutdown);
    await expect.poll(() => server.visits.filter((visit) => visit === 'POST tools/list')).toHaveLength(2);
    stopping.abort(shutdown);
    await ended;
  });

  test('before it began: nobody is called', async () => {
    const server = await newServer();
    await expect(newProber().probe(endpointAt(server.url), AbortSignal.abort(shutdown))).rejects.toBe(shutdown);
    expect(server.visits).toEqual([]);
  });

  test('closing the prober ends what is under way', async () => {
    const server = await newServer({ on: () => {} });
    const prober = newProber();
    const check = prober.probe(endpointAt(server.url), never);
    const ended = expect(check).rejects.toThrow('the prober was closed');
    await seen(server, 'POST server/discover');
    await prober.close();
    await ended;
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  test('leaves no listener on the signal of a process', async () => {
    const server = await newServer();
    const process = new AbortController();
    const added: string[] = [];
    const { signal } = process;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      added.push(args[0]);
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      added.pop();
      remove(...args);
    };
    const prober = newProber();
    for (let round = 0; round < 3; round++) await prober.probe(endpointAt(server.url), signal);
    expect(added).toEqual([]);
  });
});

describe('one deadline', () => {
  test('holds for MCP and /health together', async () => {
    const server = await newServer({ on: () => {} });
    const health = { url: `${server.origin}/health`, headers: {}, required: false, public: true };
    const policy = { ...anEndpoint().policy, timeoutMs: 400 };
    const startedMs = performance.now();
    const outcome = await newProber().probe(endpointAt(server.url, { health, policy }), never);
    expect(performance.now() - startedMs).toBeLessThan(400 + 1_000);
    expect(outcome.failure?.code).toBe('timeout');
    expect(outcome.health?.failure?.code).toBe('timeout');
    expect(outcome.timings.dependencies).toBeGreaterThanOrEqual(390);
  });

  test('a /health that is bad says nothing about MCP', async () => {
    const server = await newServer({
      on: (visit) => (visit.request.url === '/health' ? visit.send(503, {}) : visit.proceed()),
    });
    const health = { url: `${server.origin}/health`, headers: {}, required: false, public: true };
    const outcome = await newProber().probe(endpointAt(server.url, { health }), never);
    expect(outcome.failure).toBeNull();
    expect(outcome.health).toMatchObject({ httpStatus: 503, failure: { stage: 'dependencies' } });
  });
});

describe('addresses that are never called', () => {
  test.each([
    ['a network', '127.0.0.0/8'],
    ['an address', '127.0.0.1'],
    ['all of IPv4', '0.0.0.0/0'],
  ])('%s', async (_name, denied) => {
    const server = await newServer();
    const outcome = await newProber({ denyHosts: [denied] }).probe(endpointAt(server.url), never);
    expect(outcome.failure).toMatchObject({ stage: 'reach', code: 'blocked' });
    expect(server.sockets.size + server.visits.length).toBe(0);
  });

  test('a name that leads to one', async () => {
    const server = await newServer();
    const url = server.url.replace('127.0.0.1', 'localhost');
    const outcome = await newProber({ denyHosts: ['127.0.0.0/8', '::1'] }).probe(endpointAt(url), never);
    expect(outcome.failure).toMatchObject({ stage: 'reach', code: 'blocked' });
    expect(server.visits).toEqual([]);
  });

  test('a name itself', async () => {
    const outcome = await newProber({ denyHosts: ['*.internal'] }).probe(endpointAt('http://db.internal/mcp'), never);
    expect(outcome.failure?.code).toBe('blocked');
  });
});

test('the transcript reads like a log, without secrets', async () => {
  const server = await newServer({ sessions: true, on: (visit) => visit.proceed() });
  const endpoint = endpointAt(`${server.url}?key=top-secret-key`);
  const { transcript } = await newProber({ secretsOf: () => ['fixture'] }).probe(endpoint, never);
  const text = transcript.map(({ direction, text: line }) => `${direction} ${line}`).join('\n');
  expect(text).toMatch(/^out POST \/mcp {"jsonrpc":"2.0","id":"server-discover-probe-1"/);
  expect(text).toMatch(/in HTTP 400 application\/json/);
  expect(text).toMatch(/in {"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-11-25"/);
  expect(text).toMatch(/out DELETE \/mcp to end the session/);
  expect(text).not.toMatch(/top-secret-key|fixture/);
  const offsets = transcript.map(({ offsetMs }) => offsetMs);
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
});
