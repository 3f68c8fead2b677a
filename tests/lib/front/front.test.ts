// The front before a server that stands where Next would: real requests over loopback, taken over as in the product.
import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFront } from '@/lib/front/front';
import { createNews, type NewsCounter } from '@/lib/front/news';
import { takeOver } from '@/lib/front/take-over';
import { createLogger } from '@/lib/log/logger';

const PAGE = `<!DOCTYPE html><p>${'All eleven servers answered. '.repeat(100)}</p><script>go()</script>`;
const NEXT_PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-store',
  vary: 'rsc',
};

let server: Server;
let news: NewsCounter;
let asked: { url: string; headers: IncomingHttpHeaders }[];
/** Which pages break. */
let answers: Record<string, RequestListener>;
let logged: string;

const standIn: RequestListener = (request, response) => {
  const url = request.url ?? '';
  asked.push({ url, headers: request.headers });
  const answer = answers[url];
  if (answer) return answer(request, response);
  response.writeHead(200, NEXT_PAGE_HEADERS).end(PAGE);
};
const html =
  (status: number, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, NEXT_PAGE_HEADERS).end(body);
  };

beforeEach(async () => {
  asked = [];
  logged = '';
  answers = {
    '/_not-found': html(404, '<p>Nobody here answers to that name.</p>'),
    '/fault': html(200, '<p>This page could not be made.</p>'),
    '/badge.svg': (_, response) => {
      const headers = {
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=60',
        'content-security-policy': 'sandbox',
      };
      response.writeHead(200, headers).end('<svg/>');
    },
  };
  news = createNews(() => 0);
  const log = createLogger('front', { write: (line) => (logged += line) });
  takeOver(createFront({ news, isAddressKnown: true, isDevelopment: false, log }));
  server = createServer(standIn).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  const request = httpRequest({ port, host: '127.0.0.1', path, headers, method }).end();
  const [response] = await once(request, 'response');
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(await response.toArray()) };
}

describe('a page', () => {
  test('is drawn once for all, in each coding, with its tag', async () => {
    const first = await get('/', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(first.body).toString()).toBe(PAGE);
    const plain = await get('/');
    expect(plain.body.toString()).toBe(PAGE);
    await expect.poll(async () => (await get('/', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
    const small = await get('/', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(small.body).toString()).toBe(PAGE);
    expect(asked).toHaveLength(1);
    expect(new Set([first, plain, small].map(({ headers }) => headers.etag)).size).toBe(1);
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=2, must-revalidate',
      'content-length': String(PAGE.length),
      vary: 'rsc, accept-encoding, accept',
      'x-content-type-options': 'nosniff',
    });
    expect(plain.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/);
  });

  test('is not sent again to who has it, whatever else he asks for', async () => {
    const { headers } = await get('/');
    for (const tag of [headers.etag ?? '', `"x", ${headers.etag?.slice(2)}`, '*']) {
      const again = await get('/', { 'if-none-match': tag, range: 'bytes=0-3' });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    }
    const part = await get('/', { range: 'bytes=0-3' });
    expect([part.status, part.body.length]).toEqual([200, PAGE.length]);
    const head = await get('/', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(PAGE.length)]);
  });

  test('is drawn anew once somebody said something', async () => {
    await get('/');
    answers['/'] = html(200, 'An incident');
    expect((await get('/')).body.toString()).toBe(PAGE);
    news.said();
    expect((await get('/')).body.toString()).toBe('An incident');
  });

  test('that nobody has is a page with words and 404, and is not kept', async () => {
    answers['/servers/nope'] = html(404, '<html id="__next_error__"></html>');
    const got = await get('/servers/nope');
    expect([got.status, got.body.toString()]).toEqual([404, '<p>Nobody here answers to that name.</p>']);
    expect(got.headers['cache-control']).toBe('no-store');
    delete answers['/servers/nope'];
    expect((await get('/servers/nope')).status).toBe(200);
  });

  test('that cannot be drawn says so with 500, in plain words when all is broken', async () => {
    answers['/'] = html(500, '<html id="__next_error__"></html>');
    const got = await get('/');
    expect([got.status, got.body.toString()]).toEqual([500, '<p>This page could not be made.</p>']);
    answers['/fault'] = html(500, '');
    const worse = await get('/');
    expect([worse.status, worse.headers['content-type']]).toEqual([500, 'text/plain; charset=utf-8']);
    delete answers['/'];
    expect((await get('/')).status).toBe(200);
  });

  test('whose drawing breaks off is answered with 503 and logged', async () => {
    answers['/'] = (_, response) => response.destroy();
    expect((await get('/')).status).toBe(503);
    expect(logged).toContain('an answer could not be made');
    delete answers['/'];
    expect((await get('/')).status).toBe(200);
  });
});

test('a stampede of 300 draws once', async () => {
  const all = await Promise.all(Array.from({ length: 300 }, () => get('/')));
  expect(all.every(({ body }) => body.toString() === PAGE)).toBe(true);
  expect(asked).toHaveLength(1);
});

test('a reading keeps its own headers', async () => {
  await get('/badge.svg');
  const { headers } = await get('/badge.svg');
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=60', 'content-security-policy': 'sandbox' });
  expect(asked).toHaveLength(1);
});

test('callers who want something else of one address never get what the one before got', async () => {
  answers['/feed.atom'] = (request, response) => {
    const type = { 'content-type': 'application/atom+xml', 'cache-control': 'public, max-age=60' };
    response.writeHead(200, type).end(`${request.headers.authorization ?? 'public'} ${'entry '.repeat(400)}`);
  };
  const plain = await get('/feed.atom');
  const { etag = '' } = plain.headers;
  await expect.poll(async () => (await get('/feed.atom', { 'accept-encoding': 'br' })).body.length).toBeLessThan(200);
  for (let round = 0; round < 2; round++) {
    expect((await get('/feed.atom')).body.equals(plain.body)).toBe(true);
    const zipped = await get('/feed.atom', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect((await get('/feed.atom', {}, 'HEAD')).body.length).toBe(0);
    expect((await get('/feed.atom', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/feed.atom', { 'if-none-match': '"another"' })).status).toBe(200);
    expect((await get('/feed.atom', { authorization: 'Bearer mine' })).body.toString()).toMatch(/^Bearer mine /);
    expect((await get('/feed.atom', { authorization: 'Bearer yours' })).body.toString()).toMatch(/^Bearer yours /);
  }
});

test('all bytes of a short answer arrive as they are', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  answers['/logo'] = (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=60' }).end(bytes);
  };
  await get('/logo');
  expect((await get('/logo')).body.equals(bytes)).toBe(true);
});

test('everything else goes to Next as it came, with a nonce and our headers', async () => {
  const got = await get('/admin', { cookie: 'session=1', host: 'status.example' });
  await get('/admin', { cookie: 'session=2' });
  expect(asked.map(({ headers }) => headers.cookie)).toEqual(['session=1', 'session=2']);
  expect(asked[0]?.headers.host).toBe('status.example');
  const [nonce] = /'nonce-[\w+/=]+'/.exec(String(got.headers['content-security-policy'])) ?? [];
  expect(asked[0]?.headers['content-security-policy']).toContain(nonce);
  expect(asked[1]?.headers['content-security-policy']).not.toContain(nonce);
  expect(got.headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'private, no-store' });
});

test.each([
  ['POST', '/', 405],
  ['PROPFIND', '/', 501],
  ['GET', `/servers/${'x'.repeat(5_000)}`, 414],
])('%s %s is refused before Next sees it', async (method, path, status) => {
  const got = await get(path, {}, method);
  expect([got.status, got.headers['x-content-type-options']]).toEqual([status, 'nosniff']);
  expect(asked).toEqual([]);
});

test('a body of more than a megabyte is refused and told so, also where a small one was let through before', async () => {
  const { port } = server.address() as AddressInfo;
  const post = (bytes: number) =>
    fetch(`http://127.0.0.1:${port}/admin/settings`, { method: 'POST', body: 'x'.repeat(bytes) });
  await (await post(10)).arrayBuffer();
  const refused = await post(4_000_000);
  expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining('1 MB at most')]);
  expect(asked).toHaveLength(1);
});

describe('what proxies and old clients send', () => {
  test('an address in full is passed on as a path', async () => {
    await get('http://status.example/admin?x=1');
    expect(asked.map(({ url }) => url)).toEqual(['/admin?x=1']);
  });

  test('a wish for another protocol is passed over, also where Next listens for such wishes', async () => {
    server.on('upgrade', (_, socket) => socket.destroy());
    expect((await get('/badge.svg')).status).toBe(200);
    const h2c = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' };
    for (const path of ['/badge.svg', '/', '/admin']) expect((await get(path, h2c)).status).toBe(200);
  });

  test('a badge differs by no header of the router', async () => {
    answers['/badge.svg'] = (_, response) => {
      response
        .writeHead(200, {
          'content-type': 'image/svg+xml',
          'cache-control': 'public, max-age=60',
          vary: 'rsc, next-router-prefetch',
        })
        .end('<svg/>');
    };
    expect((await get('/badge.svg')).headers.vary).toBe('accept-encoding');
    expect((await get('/')).headers.vary).toBe('rsc, accept-encoding, accept');
  });

  test('a reading that cannot be written to says so as the API does', async () => {
    const got = await get('/feed.atom', {}, 'PUT');
    expect([got.status, got.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(got.headers['access-control-allow-origin']).toBe('*');
    expect(JSON.parse(got.body.toString())).toMatchObject({ error: { code: 'method_not_allowed' } });
  });
});
