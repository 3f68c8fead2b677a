// The made-up servers for real, on one loopback port: /{name}/mcp and /{name}/health, each in the mood that its story
// has for this moment.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createMcpHandler, legacyStatelessFallback } from '@modelcontextprotocol/server';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { CAST } from './cast';
import { around, createChance } from './chance';
import type { DemoServer, Mood } from './demo-server';
import { healthAnswer } from './health-body';
import { createDemoMcp } from './mcp-server';
import { moodAt, type Story, storyOf } from './story';

export interface DemoServers {
  port: number;
  close(): Promise<void>;
}

interface Actor {
  server: DemoServer;
  story: Story;
}

/** Share of a good answer's time that goes by before any request is answered; the tool list takes the rest. */
const FIRST_SHARE = 0.4;
const SPREAD = 0.2;
const SLOW_MS = 2_100;

/** `now`: the end of the seeded history, from which the stories are told. Port 0 takes any free one. */
export async function startDemoServers({ port, now }: { port: number; now: UnixMs }): Promise<DemoServers> {
  const history = { startAt: now - DAY_MS, endAt: now };
  const actors = new Map(CAST.map((server) => [server.name, { server, story: storyOf(server, history) }]));
  const http = createServer((request, response) => {
    const [, name = '', part] = (request.url ?? '').split('/');
    const actor = actors.get(name);
    if (!actor || (part !== 'mcp' && part !== 'health')) return end(response, 404, 'no such demo server');
    answer(actor, { part, request, response }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  const address = http.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}

interface Visit {
  part: 'mcp' | 'health';
  request: IncomingMessage;
  response: ServerResponse;
}

async function answer({ server, story }: Actor, { part, request, response }: Visit): Promise<void> {
  const mood = moodAt(story, Date.now());
  switch (mood) {
    case 'silent':
      return;
    case 'refused':
    case 'certificate-expired':
    case 'exits':
      response.destroy();
      return;
    case 'gateway-error':
      return end(response, 502, 'Bad Gateway');
    case 'rejected':
    case 'throttled':
    case 'handshake-error':
    case 'well':
    case 'slow':
    case 'dependency':
    case 'tool-missing':
      if (part === 'health') return answerHealth(server, mood, response);
      return answerMcp(server, mood, { part, request, response });
    default:
      return mood satisfies never;
  }
}

function answerHealth(server: DemoServer, mood: Mood, response: ServerResponse): void {
  const health = healthAnswer(server, mood);
  if (health) endJson(response, health.status, health.body);
  else end(response, 404, 'no health here');
}

async function answerMcp(server: DemoServer, mood: Mood, { request, response }: Visit): Promise<void> {
  if (mood === 'rejected') {
    response.setHeader('www-authenticate', 'Bearer error="invalid_token", error_description="the token has expired"');
    return end(response, 401, 'Unauthorized');
  }
  if (mood === 'throttled') return end(response, 429, 'Too Many Requests');
  const body = await buffer(request);
  if (mood === 'handshake-error') {
    const error = { code: -32_603, message: 'Internal error' };
    return endJson(response, 200, { jsonrpc: '2.0', id: idOf(body), error });
  }
  const chance = createChance(`${server.name} at ${Date.now()}`);
  await new Promise((resolve) => setTimeout(resolve, around(chance, server.usualMs * FIRST_SHARE, SPREAD)));
  const thinkMs = around(chance, mood === 'slow' ? SLOW_MS : server.usualMs * (1 - 2 * FIRST_SHARE), SPREAD / 4);
  const factory = () => createDemoMcp(server, { mood, thinkMs });
  const handle = server.wire === 'http-legacy' ? legacyStatelessFallback(factory) : createMcpHandler(factory).fetch;
  await send(await handle(toRequest(request, body)), response);
}

function toRequest({ url, method = 'GET', headers }: IncomingMessage, body: Buffer): Request {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const init = { method, headers: new Headers(pairs), ...(body.length > 0 ? { body: new Uint8Array(body) } : {}) };
  return new Request(new URL(url ?? '/', 'http://127.0.0.1'), init);
}

/** Whole: no answer of a demo server goes on for long. */
async function send(answered: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answered.arrayBuffer());
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(body);
}

function idOf(body: Buffer): unknown {
  const message: unknown = JSON.parse(body.toString());
  return typeof message === 'object' && message !== null && 'id' in message ? message.id : null;
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}

function endJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
