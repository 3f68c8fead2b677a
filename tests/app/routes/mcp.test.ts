import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { DELETE, GET, POST } from '@/app/mcp/route';
import { openDb } from '@/db/client';
import { insertIncident, putIncidentServer } from '@/db/queries/incidents';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import { HOUR_MS } from '@/lib/core/time';
import { endpointSchema } from '@/lib/render/api-v1/api-v1-schema';
import packageJson from '@/package.json';
import { breakDatabase, freshDataFolder } from '@/tests/fixtures/data-folder';
import { serveRoute } from '@/tests/fixtures/route-server';
import { brokenState, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';

const INFO = { name: 'test', version: '1' };
const answerSchema = z.object({ servers: z.array(endpointSchema) });
const HANDLERS = { GET, POST, DELETE };
/** The third that `storePage` stores. */
const HIDDEN_ID = 3;

freshDataFolder();

function storePage(): void {
  const now = Date.now();
  const reason = { stage: 'handshake', code: 'unauthorized', message: '401 on initialize' } as const;
  storeBeat(openDb(), now);
  storeEndpoint(openDb(), { slug: 'warehouse', groupName: 'Data', now });
  storeEndpoint(openDb(), { slug: 'vault', position: 1, state: brokenState('locked', reason), now });
  storeEndpoint(openDb(), { slug: 'hidden', position: 2, isHidden: true, now });
}

function storeNews(): void {
  const db = openDb();
  const now = Date.now();
  for (const [index, slug] of ['vault', 'warehouse', 'hidden'].entries()) {
    const startedAt = now - HOUR_MS + index;
    const resolvedAt = slug === 'vault' ? now : null;
    const status = slug === 'vault' ? 'resolved' : 'identified';
    const incident = { title: `Trouble in ${slug}`, origin: 'person', impact: 'major', status, resolvedAt } as const;
    const id = insertIncident(db, { ...incident, startedAt, createdAt: startedAt, changedAt: now });
    const endpoint = selectListedBySlug(db, slug)?.endpoint.id ?? HIDDEN_ID;
    putIncidentServer(db, id, endpoint, 'down');
  }
  storeWindow(db, { title: 'Patch day', startAt: now + HOUR_MS, endAt: now + 2 * HOUR_MS, servers: ['warehouse'] });
}

interface Called {
  [more: string]: unknown;
  content?: unknown;
  structuredContent?: unknown;
  isError?: unknown;
}

/** What all three clients are asked to do. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string; annotations?: unknown; outputSchema?: unknown }[] }>;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<Called>;
  getServerVersion(): { name: string; version: string } | undefined;
  close(): Promise<void>;
}

const CLIENTS: [string, (url: URL) => Promise<AnyClient>][] = [
  [
    'v2, stateless era',
    async (url) => {
      const client = new Client(INFO, { versionNegotiation: { mode: 'auto' } });
      await client.connect(new StreamableHTTPClientTransport(url));
      expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
      return client;
    },
  ],
  [
    'v2, session era',
    async (url) => {
      const client = new Client(INFO, { versionNegotiation: { mode: 'legacy' } });
      await client.connect(new StreamableHTTPClientTransport(url));
      expect(client.getNegotiatedProtocolVersion()).toBe('2025-11-25');
      return client;
    },
  ],
  [
    'v1',
    async (url) => {
      const client = new ClientV1(INFO);
      await client.connect(new TransportV1(url));
      return client;
    },
  ],
];

describe.each(CLIENTS)('/mcp for a client of %s', (_name, connect) => {
  it('lists read-only tools and answers them', async () => {
    storePage();
    await using server = await serveRoute(HANDLERS, '/mcp');
    const client = await connect(server.url);
    expect(client.getServerVersion()).toMatchObject({ name: 'rollcall', version: packageJson.version });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['list_servers', 'list_incidents', 'list_maintenance']);
    for (const { annotations } of tools)
      expect(annotations).toMatchObject({ readOnlyHint: true, idempotentHint: true });
    expect(tools[0]?.outputSchema).toMatchObject({ type: 'object', properties: { servers: { type: 'array' } } });

    const all = await client.callTool({ name: 'list_servers', arguments: {} });
    expect(all.structuredContent).toMatchObject({
      status: 'locked',
      servers: [{ slug: 'warehouse' }, { slug: 'vault' }],
    });
    expect(JSON.stringify(all.content)).toContain('vault: locked since ');
    expect(JSON.stringify(all)).not.toContain('hidden');
    await client.close();
  });

  it('tells incidents and announced work, of hidden servers none', async () => {
    storePage();
    storeNews();
    await using server = await serveRoute(HANDLERS, '/mcp');
    const client = await connect(server.url);
    const current = await client.callTool({ name: 'list_incidents', arguments: {} });
    expect(current.structuredContent).toMatchObject({
      incidents: [
        { title: 'Trouble in warehouse', status: 'identified', servers: [{ slug: 'warehouse', state: 'down' }] },
      ],
    });
    expect(JSON.stringify(current.content)).toContain('Trouble in warehouse (warehouse): identified, impact major');
    const recent = await client.callTool({ name: 'list_incidents', arguments: { scope: 'recent' } });
    expect(recent.structuredContent).toMatchObject({
      incidents: [{}, { title: 'Trouble in vault', status: 'resolved' }],
    });
    const planned = await client.callTool({ name: 'list_maintenance', arguments: {} });
    expect(planned.structuredContent).toMatchObject({
      maintenances: [{ title: 'Patch day', endpoints: ['warehouse'] }],
    });
    const over = await client.callTool({ name: 'list_maintenance', arguments: { status: 'completed' } });
    expect(over.structuredContent).toEqual({ maintenances: [] });
    expect(JSON.stringify([current, recent, planned])).not.toContain('hidden');
    await client.close();
  });

  it('takes a state and a group, and nothing else', async () => {
    storePage();
    await using server = await serveRoute(HANDLERS, '/mcp');
    const client = await connect(server.url);
    const locked = await client.callTool({ name: 'list_servers', arguments: { status: 'locked' } });
    expect(locked.structuredContent).toMatchObject({ servers: [{ slug: 'vault', stage: 'handshake' }] });
    const grouped = await client.callTool({ name: 'list_servers', arguments: { group: 'Data' } });
    expect(answerSchema.parse(grouped.structuredContent).servers.map(({ slug }) => slug)).toEqual(['warehouse']);
    const refused = await client.callTool({ name: 'list_servers', arguments: { status: 'fine' } });
    expect(refused.isError).toBe(true);
    await client.close();
  });

  it('says no more than that the database cannot be read', async () => {
    breakDatabase();
    await using server = await serveRoute(HANDLERS, '/mcp');
    const client = await connect(server.url);
    const answer = await client.callTool({ name: 'list_servers', arguments: {} });
    expect(answer.isError).toBe(true);
    expect(answer.content).toEqual([{ type: 'text', text: 'Rollcall could not read its database.' }]);
    await client.close();
  });
});

describe('the door of /mcp', () => {
  const ask = (headers: Record<string, string>, body = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}') => {
    const accept = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
    return POST(new Request('http://rollcall.test/mcp', { method: 'POST', headers: { ...accept, ...headers }, body }));
  };

  it.each([
    ['no origin', {}, 200],
    ['its own page', { origin: 'http://rollcall.test' }, 200],
    ['its own page behind TLS', { origin: 'https://rollcall.test:8443' }, 200],
    ['another site', { origin: 'https://evil.test' }, 403],
    ['a name that only begins alike', { origin: 'http://rollcall.test.evil.test' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['no host to compare with', { host: '', origin: 'https://evil.test' }, 403],
  ])('asked by %s', async (_case, headers, status) => {
    expect((await ask({ host: 'rollcall.test', ...headers })).status).toBe(status);
  });

  it.each([
    ['its own name', { host: 'status.example.com' }, 200],
    ['its own name in a page', { host: 'status.example.com', origin: 'https://status.example.com' }, 200],
    ['its own page through another door', { host: 'localhost:3000', origin: 'https://status.example.com' }, 200],
    ['this machine', { host: 'localhost:3000' }, 200],
    ['an address', { host: '10.0.0.7:3000' }, 200],
    ['an IPv6 address', { host: '[fd00::7]:3000' }, 200],
    ['a foreign name that resolves here', { host: 'rebound.evil.test' }, 403],
    ['a foreign name in its own page', { host: 'rebound.evil.test', origin: 'http://rebound.evil.test' }, 403],
    ['no name', { host: '' }, 403],
  ])('with ROLLCALL_URL set, asked as %s', async (_case, headers, status) => {
    vi.stubEnv('ROLLCALL_URL', 'https://status.example.com');
    expect((await ask(headers)).status).toBe(status);
  });

  it.each([
    ['GET', GET],
    ['DELETE', DELETE],
  ])('refuses %s', async (method, handler) => {
    const answer = await handler(
      new Request('http://rollcall.test/mcp', { method, headers: { host: 'rollcall.test' } }),
    );
    expect(answer.status).toBe(405);
  });

  it('refuses what is too big, no JSON, no MCP', async () => {
    const host = { host: 'rollcall.test' };
    expect((await ask(host, `{"pad":"${'x'.repeat(1024 * 1024)}"}`)).status).toBe(413);
    expect((await ask(host, '{"jsonrpc":')).status).toBe(400);
    expect((await ask({ ...host, 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('is never kept by a cache', async () => {
    const { headers } = await ask({ host: 'rollcall.test' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('opens no streams', async () => {
    await using server = await serveRoute(HANDLERS, '/mcp');
    const client = new Client(INFO, { versionNegotiation: { mode: 'auto' } });
    await client.connect(new StreamableHTTPClientTransport(server.url));
    await expect(client.listen({ toolsListChanged: true })).rejects.toThrow(/limit/);
    await client.close();
  });
});
