// What a check over HTTP asks of a server, in which order, and what it remembers of it.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Outcome } from '@/lib/core/outcome';
import { createEraStore, ERA_LIFETIME_MS } from '@/lib/probe/http/era-store';
import { createProber } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type Behaviour, type McpServer, startMcpServer } from '@/tests/fixtures/mcp-server';

interface Scene {
  server: McpServer;
  /** One check; resets the server's list of visits first. */
  check(): Promise<Outcome>;
  clock: { nowMs: number };
}

async function scene(behaviour: Behaviour, dialect: 'auto' | 'http' | 'sse' = 'auto'): Promise<Scene> {
  const server = await startMcpServer(behaviour);
  const clock = { nowMs: Date.parse('2026-11-22T12:00:00Z') };
  const prober = createProber({
    userAgent: 'Rollcall/1.0 (+https://status.example)',
    denyHosts: [],
    eras: createEraStore(),
    nowMs: () => clock.nowMs,
  });
  onTestFinished(() => server.close());
  onTestFinished(() => prober.close());
  const endpoint = anEndpoint({
    target: { kind: 'http', url: server.url, headers: { 'x-team': 'data' }, dialect },
    policy: { ...anEndpoint().policy, timeoutMs: 2_000 },
  });
  return {
    server,
    clock,
    check() {
      server.visits.length = 0;
      server.headers.length = 0;
      return prober.probe(endpoint, new AbortController().signal);
    },
  };
}

const LEGACY = ['POST initialize', 'POST notifications/initialized', 'POST tools/list'];
const MODERN = ['POST server/discover', 'POST tools/list'];

describe('the first check negotiates, the next ones know', () => {
  test('a server of the old era', async () => {
    const { server, check } = await scene({ sessions: true });
    await check();
    expect(server.visits).toEqual(['POST server/discover', ...LEGACY, 'DELETE']);
    await check();
    expect(server.visits).toEqual([...LEGACY, 'DELETE']);
  });

  test('a server of 2026-07-28, which is never asked with GET or DELETE', async () => {
    const { server, check } = await scene({ era: 'modern' });
    await check();
    expect(server.visits).toEqual(MODERN);
    await check();
    expect(server.visits).toEqual(MODERN);
  });

  test('a server of HTTP+SSE', async () => {
    const { server, check } = await scene({ era: 'sse' });
    expect((await check()).dialect).toBe('sse');
    expect(server.visits).toEqual(['POST server/discover', 'POST initialize', 'GET', ...LEGACY]);
    await check();
    expect(server.visits).toEqual(['GET', ...LEGACY]);
  });

  test('resources and prompts are counted where they are advertised, and only there', async () => {
    const { server, check } = await scene({ era: 'modern', capabilities: { resources: {}, prompts: {} } });
    expect(await check()).toMatchObject({ resourceCount: 1, promptCount: 2, hasTools: false });
    expect(server.visits.toSorted()).toEqual(['POST prompts/list', 'POST resources/list', 'POST server/discover']);
    const tools = await scene({});
    expect(await tools.check()).toMatchObject({ resourceCount: null, promptCount: null, hasTools: true });
  });
});

describe('what is remembered', () => {
  test('is asked anew after a day, however good the checks were meanwhile', async () => {
    const { server, check, clock } = await scene({});
    await check();
    clock.nowMs += ERA_LIFETIME_MS / 2;
    await check();
    expect(server.visits).toEqual(LEGACY);
    clock.nowMs += ERA_LIFETIME_MS / 2;
    await check();
    expect(server.visits[0]).toBe('POST server/discover');
  });

  test('is asked anew when it was learnt by a clock that was set back since', async () => {
    const { server, check, clock } = await scene({});
    await check();
    clock.nowMs -= 30 * ERA_LIFETIME_MS;
    await check();
    expect(server.visits[0]).toBe('POST server/discover');
  });

  test.each([
    ['that has learnt 2026-07-28 and forgotten the rest', { era: 'modern' }],
    ['that has moved to HTTP+SSE', { era: 'sse' }],
  ] satisfies [string, Behaviour][])('is corrected within the check at a server %s', async (_name, behaviour) => {
    const { server, check } = await scene({});
    await check();
    server.behaviour = behaviour;
    expect((await check()).failure).toBeNull();
    expect((await check()).failure).toBeNull();
  });

  test('is forgotten when a server of 2026-07-28 falls silent at its own question', async () => {
    const { server, check } = await scene({ era: 'modern' });
    await check();
    server.behaviour = { on: (visit) => (visit.method === 'server/discover' ? undefined : visit.proceed()) };
    expect((await check()).failure?.code).toBe('timeout');
    expect((await check()).dialect).toBe('http-legacy');
  });

  test('is corrected when a server of HTTP+SSE has learnt Streamable HTTP', async () => {
    const { server, check } = await scene({ era: 'sse' });
    await check();
    server.behaviour = {};
    expect((await check()).dialect).toBe('http-legacy');
    await check();
    expect(server.visits).toEqual(LEGACY);
  });

  test.each([
    ['fails with HTTP 503', { on: (visit) => visit.send(503, {}) }],
    ['asks for a credential', { on: (visit) => visit.send(401, {}) }],
    ['hangs up', { on: (visit) => void visit.request.socket.destroy() }],
  ] satisfies [string, Behaviour][])('is kept while a known server %s', async (_name, behaviour) => {
    const { server, check } = await scene({});
    await check();
    server.behaviour = behaviour;
    expect((await check()).failure).not.toBeNull();
    expect(server.visits).toEqual(['POST initialize']);
  });
});

describe('a server that lets no stranger in', () => {
  const locked: Behaviour = { on: (visit) => visit.send(401, {}) };

  test('is asked once a check when that is known, and in both ways once a day', async () => {
    const { server, check, clock } = await scene(locked);
    await check();
    expect(server.visits).toEqual(['POST server/discover', 'POST initialize']);
    expect((await check()).failure?.code).toBe('unauthorized');
    expect(server.visits).toEqual(['POST initialize']);
    clock.nowMs += ERA_LIFETIME_MS;
    await check();
    expect(server.visits).toEqual(['POST server/discover', 'POST initialize']);
  });

  test('is asked once a check too when it says so in JSON-RPC', async () => {
    const { server, check } = await scene({ on: (visit) => visit.fail(-32001, 'Unauthorized') });
    await check();
    expect((await check()).failure?.code).toBe('unauthorized');
    expect(server.visits).toEqual(['POST initialize']);
  });

  test.each([
    ['of 2026-07-28', { era: 'modern' }, 'http-modern'],
    ['of both eras', { era: 'both' }, 'http-modern'],
    ['of the old era', {}, 'http-legacy'],
    ['of HTTP+SSE', { era: 'sse' }, 'sse'],
  ] satisfies [string, Behaviour, string][])(
    'is well in the check that finds it open, %s',
    async (_name, open, dialect) => {
      const { server, check } = await scene(locked);
      await check();
      await check();
      server.behaviour = open;
      expect((await check()).failure).toBeNull();
      expect(await check()).toMatchObject({ failure: null, dialect });
    },
  );

  test('is asked once a check too when it was known as one of 2026-07-28', async () => {
    const { server, check } = await scene({ era: 'modern' });
    await check();
    server.behaviour = locked;
    await check();
    await check();
    expect(server.visits).toEqual(['POST initialize']);
  });

  test('and whose initialize is served nowhere is asked in the new way as well', async () => {
    const { server, check } = await scene(locked);
    await check();
    server.behaviour = { on: (visit) => visit.send(visit.method === 'initialize' ? 404 : 401, {}) };
    expect((await check()).failure?.code).toBe('unauthorized');
    expect(server.visits).toEqual(['POST initialize', 'POST server/discover']);
  });
});

test('every request names us, and none carries what it should not', async () => {
  const { server, check } = await scene({ sessions: true });
  await check();
  for (const headers of server.headers) {
    expect(headers['user-agent']).toBe('Rollcall/1.0 (+https://status.example)');
    expect(headers['x-team']).toBe('data');
  }
  const [discover, initialize, , list, bye] = server.headers;
  expect(discover?.['mcp-protocol-version']).toBe('2026-07-28');
  expect(initialize).not.toHaveProperty('mcp-session-id');
  expect(list?.['mcp-session-id']).toBe(bye?.['mcp-session-id']);
  expect(bye?.['mcp-protocol-version']).toBe('2025-11-25');
});

test('a throttling server is asked once, and says how long to stay away', async () => {
  const { server, check } = await scene({ on: (visit) => visit.send(429, { 'retry-after': '120' }) });
  expect(await check()).toMatchObject({ failure: { code: 'throttled' }, retryAfterMs: 120_000 });
  expect(server.visits).toEqual(['POST server/discover']);
});

test('the timings add up to the latency', async () => {
  const slow = { on: (visit) => void setTimeout(visit.proceed, 60) } satisfies Behaviour;
  const { check } = await scene(slow);
  const { timings, latencyMs } = await check();
  for (const stage of ['reach', 'handshake', 'tools'] as const) expect(timings[stage]).toBeGreaterThanOrEqual(55);
  expect(latencyMs).toBe((timings.reach ?? 0) + (timings.handshake ?? 0) + (timings.tools ?? 0));
});

test('the challenge is read, and its metadata fetched without our headers', async () => {
  const { server, check } = await scene({
    on(visit) {
      if (visit.request.url === '/.well-known/oauth-protected-resource') {
        const metadata = { authorization_servers: ['https://login.example'], scopes_supported: ['read'] };
        visit.send(200, { 'content-type': 'application/json' }, JSON.stringify(metadata));
      } else {
        const where = `${visit.server.origin}/.well-known/oauth-protected-resource`;
        visit.send(401, { 'www-authenticate': `Bearer realm="data", resource_metadata="${where}"` });
      }
    },
  });
  const { challenge } = await check();
  expect(challenge).toMatchObject({
    scheme: 'Bearer',
    realm: 'data',
    scopes: ['read'],
    authorizationServers: ['https://login.example'],
  });
  // It may be the new handshake alone that strangers may not call.
  expect(server.visits).toEqual(['POST server/discover', 'POST initialize', 'GET']);
  expect(server.headers[2]).not.toHaveProperty('x-team');
});
