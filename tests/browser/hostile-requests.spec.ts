// What nobody should send and somebody will, byte for byte over a socket, to the product as it ships; and a server whose
// words are made to break pages. Tables of the pure parts stand in tests/lib/front.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { freePort, type Rollcall, startRollcall, until } from './rollcall';

const TURNED = '\u202egnp.exe\u202c\u2066\u200f';
const TOWER = `z${'\u0301'.repeat(500)}`;
/** Of all of them together a body of four megabytes is made, which is what the prober reads. */
const ENDLESS = 'x'.repeat(500_000);

const SCRIPT = '<script>document.title=1</script>';
/** Whatever a server may put where a name or a description belongs. */
const WORDS = [
  TURNED,
  TOWER,
  ENDLESS,
  SCRIPT,
  'tool_last',
  ' ',
  '\u0000',
  '__proto__',
  '../../admin',
  '](javascript:x)',
];
const TOOLS = WORDS.map((words) => ({
  name: words,
  title: words,
  description: words,
  inputSchema: { type: 'object', description: words, properties: { [words]: { type: 'string', description: words } } },
}));
const INITIALIZED = {
  protocolVersion: '2025-11-25',
  capabilities: { tools: {} },
  serverInfo: { name: TURNED + TOWER, version: ENDLESS, title: SCRIPT },
  instructions: ENDLESS,
};

let rollcall: Rollcall;
let server: Server;

test.beforeAll(async () => {
  const port = await freePort();
  server = createServer(async (request, response) => {
    const { id, method } = JSON.parse(await text(request));
    const answer = { initialize: INITIALIZED, 'tools/list': { tools: TOOLS } }[String(method)];
    const error = { code: -32601, message: `${TURNED}${TOWER}${ENDLESS}` };
    const said = { jsonrpc: '2.0', id, ...(answer === undefined ? { error } : { result: answer }) };
    response.writeHead(id === undefined ? 202 : 200, { 'content-type': 'application/json' });
    response.end(id === undefined ? '' : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const mcpServers = { warehouse: { url: `http://127.0.0.1:${port}/mcp` } };
  rollcall = await startRollcall({ config: { 'mcp.json': { mcpServers } } });
  const isCalled = async () => (await (await fetch(`${rollcall.url}/servers/warehouse`)).text()).includes('tool_last');
  await until('the server was called', isCalled, 20_000);
});

test.afterAll(async () => {
  await rollcall?.remove();
  await new Promise((resolve) => server?.close(resolve));
});

interface Said {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends just these bytes and reads until the other side ends. */
async function say(lines: string): Promise<Said> {
  const socket = connect({ port: Number(new URL(rollcall.url).port), host: '127.0.0.1' });
  await once(socket, 'connect');
  socket.write(Buffer.from(lines, 'latin1'));
  const [head = '', ...rest] = (await text(socket)).split('\r\n\r\n');
  const [first = '', ...fields] = head.split('\r\n');
  const headers = Object.fromEntries(
    fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 2)]),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') };
}

const ask = (line: string, headers = '') =>
  say(`${line} HTTP/1.1\r\nHost: status.example\r\nConnection: close\r\n${headers}\r\n`);

const ADDRESSES: [line: string, status: number, type: string][] = [
  ['GET //evil.example/', 308, ''],
  ['GET /embed/%2e%2e/admin', 400, 'text/plain'],
  ['GET /servers/../admin', 400, 'text/plain'],
  ['GET /servers/%00', 404, 'text/html'],
  ['GET /servers/%ff', 400, 'text/plain'],
  ['GET /servers/..%2fadmin', 404, 'text/html'],
  [`GET /servers/${'x'.repeat(5_000)}`, 414, 'text/plain'],
  ['GET /incidents/1e3', 404, 'text/html'],
  ['GET /incidents?month=2026-13', 404, 'text/html'],
  ['GET /uptime?server=%00', 404, 'text/html'],
  ['GET /servers/warehouse?range=x&stage=x&tools=-1&tool=%00&badge=x', 200, 'text/html'],
  ['GET /badge/%ff.svg', 200, 'image/svg+xml'],
  ['GET /badge/__proto__/uptime.svg?period=1y', 200, 'image/svg+xml'],
  [`GET /badge.svg?label=${'x'.repeat(10_000)}`, 200, 'image/svg+xml'],
  ['GET /badge.json?color[]=red&style=__proto__', 200, 'application/json'],
  ['GET /api/v1/nothing', 404, 'application/json'],
  ['GET /api/v2/nothing.json', 404, 'application/json'],
  ['GET /api/v1/endpoints/__proto__', 404, 'application/json'],
  ['GET /api/v1/endpoints/warehouse/uptime?days=1e3', 400, 'application/json'],
  ['GET /embed/nobody', 404, 'text/html'],
  ['GET /fault', 404, 'text/html'],
  ['GET http://evil.example/badge.svg', 200, 'image/svg+xml'],
  ['GET ftp://evil.example/', 400, 'text/plain'],
  ['POST /', 405, 'text/plain'],
  ['PUT /badge/warehouse.svg', 405, 'application/json'],
  ['DELETE /api/v2/summary.json', 405, 'application/json'],
  ['POST /api/v1/endpoints', 401, 'application/json'],
  ['OPTIONS /embed.js', 405, 'text/plain'],
  ['OPTIONS /feed.atom', 204, ''],
  ['OPTIONS *', 405, 'text/plain'],
  ['TRACE /', 501, 'text/plain'],
  ['PATCH /mcp', 405, 'application/json'],
];

test('every address and method gets the status it deserves, a policy, and nothing of our inside', async () => {
  for (const [line, status, type] of ADDRESSES) {
    const said = await ask(line);
    const name = line.slice(0, 80);
    expect([name, said.status], name).toEqual([name, status]);
    expect(said.headers['content-type'] ?? '', name).toContain(type);
    expect(said.body, name).not.toMatch(/node_modules|sqlite|at \w+ \(|standalone/i);
    if (status === 405) expect(said.headers.allow, name).toBeTruthy();
    if (type === '') continue;
    expect(said.headers['x-content-type-options'], name).toBe('nosniff');
    const isFramed = line.startsWith('GET /embed');
    if (type === 'text/html') expect(said.headers['content-security-policy'], name).toContain("default-src 'none'");
    if (type === 'text/html' && !isFramed) expect(said.headers['x-frame-options'], name).toBe('DENY');
  }
  expect(rollcall.log()).not.toMatch(/"level":"(?:error|fatal)"|TypeError/);
});

test('hosts that are none are not repeated, and break nothing', async () => {
  const hosts = ['evil"><script>', '[::1', '999.999.999.999', 'a:99999', 'a/b', 'u@evil.example', ' ', '\xff'];
  for (const host of hosts) {
    for (const path of [
      '/',
      '/servers/warehouse',
      '/feed.json',
      '/maintenance.ics',
      '/llms.txt',
      '/api/v2/status.json',
      '/embed',
    ]) {
      const said = await say(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect([host, path, said.status]).toEqual([host, path, 200]);
      expect(said.body).not.toMatch(/evil|\/\/999\.|a:99999/);
    }
  }
  expect((await say('GET /badge.svg HTTP/1.0\r\n\r\n')).status).toBe(200);
  expect((await say('GET / HTTP/1.1\r\n\r\n')).status).toBe(400);
});

test('what one visitor sends is never in the answer of the next', async () => {
  const poison = [
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: javascript',
    'X-Original-URL: /admin',
    'X-Middleware-Subrequest: middleware',
    'Forwarded: host=evil.example',
    'Accept: text/evil',
    "Content-Security-Policy: script-src 'nonce-evil'",
    'Cookie: evil=1',
    'Accept-Language: evil',
    'RSC: 2',
  ];
  for (const path of ['/', '/servers/warehouse', '/badge.svg', '/feed.atom', '/index.md', '/api/v1/endpoints']) {
    const poisoned = await ask(`GET ${path}?evil=1`, `${poison.join('\r\n')}\r\n`);
    const next = await ask(`GET ${path}`);
    expect([path, poisoned.status, next.status]).toEqual([path, 200, 200]);
    for (const { body, headers } of [poisoned, next]) expect(body + JSON.stringify(headers)).not.toContain('evil');
    // No address is configured here: links follow the protocol that a proxy tells, so caches must keep them apart by it.
    expect(next.headers.vary).toContain('x-forwarded-proto');
    expect(poisoned.headers['set-cookie'] ?? next.headers['set-cookie']).toBeUndefined();
  }
});

test('pieces, conditions, pipelines and other protocols are HTTP as it should be', async () => {
  for (const header of [
    'Range: bytes=0-3',
    'If-Modified-Since: Sun, 22 Nov 2099 00:00:00 GMT',
    'If-None-Match: nothing',
  ])
    expect([header, (await ask('GET /badge.svg', `${header}\r\n`)).status]).toEqual([header, 200]);
  const { headers } = await ask('GET /badge.svg');
  for (const known of ['*', headers.etag, `"a", ${headers.etag}`, headers.etag?.replace('W/', '')]) {
    const said = await ask('GET /badge.svg', `If-None-Match: ${known}\r\n`);
    expect([known, said.status, said.body]).toEqual([known, 304, '']);
  }
  for (const wish of ['br;q=0, gzip;q=0', '*;q=0', 'identity;q=0', 'garbage', 'gzip;q=2'])
    expect((await ask('GET /', `Accept-Encoding: ${wish}\r\n`)).headers['content-encoding']).toBeUndefined();
  const h2c = 'Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n';
  expect((await say(`GET /badge.svg HTTP/1.1\r\nHost: a\r\n${h2c}\r\n`)).status).toBe(200);
  const pipeline = ['/healthz', '/badge/nobody.svg', '/nothing'].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n`);
  const { body } = await say(`${pipeline.join('\r\n')}Connection: close\r\n\r\n`);
  expect(body.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
  const flood = Array.from({ length: 900 }, (_, index) => `X-${index}: ${'y'.repeat(30)}\r\n`).join('');
  expect((await ask('GET /', flood)).status).toBe(431);
  const both = 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n';
  expect((await ask('GET /', `${both}\r\n0\r\n`)).status).toBe(400);
});

test('words of a server neither turn, climb nor fill the page', async () => {
  const paths = [
    '/',
    '/servers/warehouse',
    '/servers/warehouse.md',
    '/api/v1/endpoints/warehouse',
    '/api/v1/endpoints/warehouse/tools',
  ];
  for (const path of paths) {
    const answer = await fetch(rollcall.url + path);
    const body = await answer.text();
    expect([path, answer.status]).toEqual([path, 200]);
    expect(body.length, path).toBeLessThan(400_000);
    expect(body, path).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200f]|\u0301{4}|x{5000}/);
    if (!path.startsWith('/api/')) expect(body, path).not.toMatch(/(?<!\\)<script>document/);
  }
  expect(await (await fetch(`${rollcall.url}/servers/warehouse.md`)).text()).toContain('tool\\_last');
});
