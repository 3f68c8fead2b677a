// The canary call: what is called, how often, and what is made of the answer.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Canary } from '@/lib/core/catalogue/canary';
import type { FailureCode } from '@/lib/core/failure';
import type { Outcome } from '@/lib/core/outcome';
import { judge } from '@/lib/core/status/verdict';
import { createProber, type Prober } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type Behaviour, type McpServer, startMcpServer, type Visit } from '@/tests/fixtures/mcp-server';
import { pour } from '@/tests/fixtures/servers/server-case';

const schema = { type: 'object', properties: { table: { type: 'string', 'x-mcp-header': 'Table' } } };
const COUNT_ROWS = { name: 'count_rows', inputSchema: schema, annotations: { readOnlyHint: true } };
const DROP = { name: 'drop_table', inputSchema: schema, annotations: { destructiveHint: true } };
const CANARY: Canary = { tool: 'count_rows', arguments: { table: 'orders' } };
const GOOD = { content: [{ type: 'text', text: '3 rows' }], structuredContent: { total: 3 } };

interface Scene {
  server: McpServer;
  prober: Prober;
  check(): Promise<Outcome>;
  /** The parameters of every tools/call so far. */
  calls: unknown[];
}

type Answer = (visit: Visit) => void;

const well: Answer = (visit) => visit.reply(GOOD);

async function scene(answer: Answer, canary: Canary = CANARY, more: Behaviour = {}, timeoutMs = 5_000): Promise<Scene> {
  const calls: unknown[] = [];
  const server = await startMcpServer({
    tools: [COUNT_ROWS, DROP],
    ...more,
    on(visit) {
      if (visit.method !== 'tools/call') return visit.proceed();
      calls.push(visit.rpc.params);
      answer(visit);
    },
  });
  const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
  onTestFinished(async () => {
    await prober.close();
    await expect.poll(() => server.sockets.size, { message: 'open sockets' }).toBe(0);
    expect(server.sessions.size, 'open sessions').toBe(0);
    await server.close();
  });
  const endpoint = anEndpoint({
    target: { kind: 'http', url: server.url, headers: { 'x-key': 'very-secret-value' }, dialect: 'auto' },
    policy: { ...anEndpoint().policy, timeoutMs },
    canary,
  });
  return { server, prober, calls, check: () => prober.probe(endpoint, new AbortController().signal) };
}

describe('what is called', () => {
  test.each<[string, Behaviour]>([
    ['with sessions', { sessions: true }],
    ['in event streams', { framing: 'sse', sessions: true }],
    ['over HTTP+SSE', { era: 'sse' }],
    ['by a server of both eras', { era: 'both' }],
    ['without sessions', { era: 'modern' }],
  ])('is the tool with its arguments, once a check: %s', async (_name, behaviour) => {
    const { server, calls, check } = await scene(well, CANARY, behaviour);
    for (let round = 1; round <= 2; round++) {
      const outcome = await check();
      expect(outcome.failure).toBeNull();
      expect(outcome.canary).toEqual({ tookMs: expect.any(Number), failure: null });
      const note = `the canary call took ${outcome.canary?.tookMs} ms`;
      expect(outcome.transcript).toContainEqual({ offsetMs: expect.any(Number), direction: 'note', text: note });
      expect(calls).toHaveLength(round);
      expect(calls.at(-1)).toMatchObject({ name: 'count_rows', arguments: { table: 'orders' } });
    }
    const isModern = server.behaviour.era === 'modern' || server.behaviour.era === 'both';
    expect(server.headers[server.visits.indexOf('POST tools/call')]).toMatchObject({
      'x-key': 'very-secret-value',
      ...(isModern && { 'mcp-method': 'tools/call', 'mcp-name': 'count_rows', 'mcp-param-table': 'orders' }),
    });
    const known = ['server/discover', 'initialize', 'notifications/initialized', 'tools/list', 'tools/call'];
    const allowed = [...known.map((method) => `POST ${method}`), 'DELETE', ...(behaviour.era === 'sse' ? ['GET'] : [])];
    expect(allowed).toEqual(expect.arrayContaining(server.visits));
  });

  test.each<[string, Canary, RegExp]>([
    ['a tool that is not listed', { ...CANARY, tool: 'sum_rows' }, /`sum_rows` is not listed/],
    ['a tool that may do harm', { ...CANARY, tool: 'drop_table' }, /not marked readOnlyHint/],
  ])('is never %s', async (_name, canary, says) => {
    const { calls, check } = await scene(well, canary);
    const outcome = await check();
    expect(outcome.failure).toBeNull();
    expect(outcome.canary).toMatchObject({ tookMs: null, failure: { stage: 'tools', code: 'canary_failed' } });
    expect(outcome.canary?.failure?.message).toMatch(says);
    expect(calls).toEqual([]);
    expect(judge(outcome, anEndpoint()).verdict).toBe('degraded');
  });

  test('is a tool that may do harm only where the configuration knows better', async () => {
    const { calls, check } = await scene(well, { ...CANARY, tool: 'drop_table', iKnowItIsSafe: true });
    expect((await check()).canary?.failure).toBeNull();
    expect(calls).toHaveLength(1);
  });

  test('is nothing where nothing is configured', async () => {
    const { server } = await scene(well);
    const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
    onTestFinished(() => prober.close());
    const target = { kind: 'http', url: server.url, headers: {}, dialect: 'auto' } as const;
    const outcome = await prober.probe(anEndpoint({ target }), new AbortController().signal);
    expect(outcome.canary).toBeNull();
    expect(server.visits).not.toContain('POST tools/call');
  });

  test('is not called by a list that does not come', async () => {
    const server = await startMcpServer({ on: (visit) => visit.fail(-32603, 'no') });
    onTestFinished(() => server.close());
    const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
    onTestFinished(() => prober.close());
    const target = { kind: 'http', url: server.url, headers: {}, dialect: 'auto' } as const;
    const outcome = await prober.probe(anEndpoint({ target, canary: CANARY }), new AbortController().signal);
    expect(outcome).toMatchObject({ failure: { code: 'rpc_error' }, canary: null });
  });
});

describe('how long it takes', () => {
  test('is told by itself and slows no server down', async () => {
    const { check } = await scene((visit) => void setTimeout(() => well(visit), 120));
    const { canary, latencyMs, timings } = await check();
    expect(canary?.tookMs).toBeGreaterThanOrEqual(110);
    expect(latencyMs).toBe((timings.reach ?? 0) + (timings.handshake ?? 0) + (timings.tools ?? 0));
  });
});

const expecting = (expect: Canary['expect']): Canary => ({ ...CANARY, ...(expect && { expect }) });
const wants = (properties: object) => expecting({ schema: { type: 'object', properties, required: ['total'] } });

describe('an answer that is as expected', () => {
  test.each<[string, Canary]>([
    ['by its text', expecting({ contains: '3 rows' })],
    ['at a pointer', expecting({ pointer: '/total', equals: 3 })],
    ['by a schema', wants({ total: { type: 'integer', minimum: 1 } })],
    [
      'by a schema of draft 7',
      expecting({ schema: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' } }),
    ],
  ])('%s', async (_name, canary) => {
    const { check } = await scene(well, canary);
    expect((await check()).canary?.failure).toBeNull();
    expect((await check()).canary?.failure).toBeNull();
  });
});

const FAILED = 'canary_failed';

describe('an answer that is not', () => {
  const cases: [name: string, answer: Answer, code: FailureCode, says: RegExp, canary?: Canary, more?: Behaviour][] = [
    [
      'an error of the tool',
      (visit) => visit.reply({ ...GOOD, isError: true }),
      FAILED,
      /answered that the call failed/,
    ],
    ['other text', well, FAILED, /lacks the expected text/, expecting({ contains: '4 rows' })],
    [
      'another value',
      well,
      FAILED,
      /`\/total` in the answer .* is not what is expected/,
      expecting({ pointer: '/total', equals: 4 }),
    ],
    ['against the schema', well, FAILED, /does not fit the expected schema/, wants({ total: { type: 'string' } })],
    [
      'held against a schema that is none',
      well,
      FAILED,
      /does not fit/,
      expecting({ schema: { type: 'no such type' } }),
    ],
    [
      'wrong arguments',
      (visit) => visit.fail(-32602, 'no such table: secret_plans'),
      FAILED,
      /error -32602 \(invalid parameters\)/,
    ],
    [
      'more input wanted',
      (visit) => visit.reply({ resultType: 'input_required', inputRequests: {} }),
      FAILED,
      /asks for more input/,
      CANARY,
      { era: 'modern' },
    ],
    ['HTTP 500', (visit) => visit.send(500, {}, 'oops'), FAILED, /the server fails \(HTTP 500\)/],
    [
      'a page',
      (visit) => visit.send(200, { 'content-type': 'text/html' }, '<html>'),
      FAILED,
      /answers with text\/html, not in MCP/,
    ],
    [
      'broken JSON',
      (visit) => visit.send(200, { 'content-type': 'application/json' }, '{"jsonrpc'),
      FAILED,
      /broken JSON/,
    ],
    ['nothing', (visit) => visit.send(202, {}), FAILED, /answers nothing/],
    [
      'a stream that ends',
      (visit) => void visit.stream(': hm\n\n').end(),
      FAILED,
      /ended its stream without the answer/,
    ],
    ['a stream without end', (visit) => pour(visit.stream(), 'x'.repeat(65_536)), FAILED, /more than 4 MiB/],
    ['a connection that breaks', (visit) => visit.request.socket.destroy(), FAILED, /closed before an answer/],
    [
      'a lost session',
      (visit) => visit.fail(-32001, 'Session not found', 404),
      FAILED,
      /no longer knows the session/,
      CANARY,
      { sessions: true },
    ],
    [
      'a redirect',
      (visit) => visit.send(307, { location: 'http://other.invalid/' }),
      FAILED,
      /redirects to another host/,
    ],
    [
      '401',
      (visit) => visit.send(401, { 'www-authenticate': 'Bearer realm="r"' }),
      'unauthorized',
      /asks for a credential \(HTTP 401\)/,
    ],
    ['403', (visit) => visit.send(403, {}), 'forbidden', /refuses access \(HTTP 403\)/],
    ['an error that says unauthorized', (visit) => visit.fail(-32001, 'Unauthorized'), 'unauthorized', /error -32001/],
    ['429', (visit) => visit.send(429, { 'retry-after': '120' }), 'throttled', /HTTP 429/],
  ];
  test.each(cases)('%s', async (_name, answer, code, says, canary = CANARY, more = {}) => {
    const { calls, check } = await scene(answer, canary, more);
    for (let round = 1; round <= 2; round++) {
      const outcome = await check();
      expect(outcome.failure, 'the list was obtained').toBeNull();
      expect(outcome.catalogue?.tools).toHaveLength(2);
      const failure = outcome.canary?.failure;
      expect(failure).toMatchObject({ stage: 'tools', code });
      expect(failure?.message).toMatch(says);
      expect(failure?.message).toContain('`count_rows`');
      expect(failure?.message).not.toMatch(/secret|other\.invalid|127\.0\.0\.1/);
      expect(calls, 'never called a second time').toHaveLength(round);
    }
  });

  test('is told with what was asked for, when that is a credential or patience', async () => {
    const locked = await scene((visit) =>
      visit.send(401, { 'www-authenticate': 'Bearer realm="tools", scope="call"' }),
    );
    const outcome = await locked.check();
    expect(outcome.challenge).toMatchObject({ realm: 'tools', scopes: ['call'] });
    expect(judge(outcome, anEndpoint()).verdict).toBe('locked');
    const busy = await scene((visit) => visit.send(429, { 'retry-after': '120' }));
    expect((await busy.check()).retryAfterMs).toBe(120_000);
  });

  test('hides what must not be seen', async () => {
    const { check } = await scene((visit) => {
      visit.reply({ content: [{ type: 'text', text: `no: ${visit.request.headers['x-key']}` }], isError: true });
    });
    expect((await check()).canary?.failure?.detail).toBe('no: [redacted]');
  });

  test('is one that does not come, at the deadline of the check', async () => {
    const { calls, check } = await scene(() => {}, CANARY, { sessions: true }, 700);
    const outcome = await check();
    expect(outcome.failure).toBeNull();
    expect(outcome.latencyMs).not.toBeNull();
    expect(outcome.canary?.failure?.message).toBe('the call of `count_rows` failed: did not answer within 0.7 s');
    expect(calls).toHaveLength(1);
  });

  test('is one whose server asks things instead', async () => {
    const { check } = await scene((visit) => {
      const stream = visit.stream();
      for (let id = 0; id < 100; id++) stream.write(`data: {"jsonrpc":"2.0","id":"q${id}","method":"roots/list"}\n\n`);
    });
    expect((await check()).canary?.failure?.message).toMatch(/asks the client more than/);
  });
});

describe('a connection', () => {
  test('that the server closes just as it is used again does not fail the call', async () => {
    const { server, calls, check } = await scene(well);
    const { on } = server.behaviour;
    const used = new WeakSet<object>();
    server.behaviour.on = (visit) => {
      const { socket } = visit.request;
      if (visit.method === 'tools/call' && used.has(socket)) socket.destroy();
      else on?.(visit);
      used.add(socket);
    };
    for (let round = 1; round <= 2; round++) {
      expect((await check()).canary?.failure).toBeNull();
      expect(calls).toHaveLength(round);
    }
  });
});

test('a shutdown during the call is no outcome', async () => {
  const { prober, calls, check } = await scene(() => {}, CANARY, { sessions: true });
  const outcome = check();
  const isRejected = expect(outcome).rejects.toThrow('the prober was closed');
  await expect.poll(() => calls.length).toBe(1);
  await prober.close();
  await isRejected;
});
