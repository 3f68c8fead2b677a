// The memory of the process moves by no more than what a check may read, whatever a server sends: measured in a process
// of its own, against checks of a small server.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Target } from '@/lib/core/endpoint';
import { type Behaviour, startMcpServer, type Visit } from '@/tests/fixtures/mcp-server';
import { startRawServer } from '@/tests/fixtures/raw-server';
import { on, pour } from '@/tests/fixtures/servers/server-case';

/** The most a check reads is 32 MiB (stdio); as text and parsed, and until it is collected, it is held several times. */
const MOST_MIB = 128;
const MIB = 1024 * 1024;

const JSON_TYPE = { 'content-type': 'application/json' };
const MESSAGE = '{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"x"}}';

const onList = (answer: (visit: Visit) => void): Behaviour => on('tools/list', answer);
const pours = (status: number, headers: Record<string, string>, chunk: string): Behaviour =>
  onList(({ response }) => pour(response.writeHead(status, headers), chunk.repeat(Math.ceil(MIB / chunk.length))));
const streams = (chunk: string): Behaviour => pours(200, { 'content-type': 'text/event-stream' }, chunk);
const bomb = (layers: number): Behaviour => {
  let body = Buffer.alloc(256 * MIB, ' ');
  for (let layer = 0; layer < layers; layer++) body = gzipSync(body, { level: 1 });
  const headers = { ...JSON_TYPE, 'content-encoding': Array(layers).fill('gzip').join(', ') };
  return onList((visit) => visit.send(200, headers, body));
};

/** Each sends hundreds of MiB, or for as long as somebody reads. */
const SERVERS: [string, Behaviour][] = [
  ['tools', pours(200, JSON_TYPE, '{"name":"a","inputSchema":{"type":"object"}},')],
  ['brackets', pours(200, JSON_TYPE, '[')],
  ['an error page', pours(500, { 'content-type': 'text/html' }, '<p>Oops</p>')],
  ['a web page', pours(200, { 'content-type': 'text/html' }, '<p>Hello</p>')],
  ['a gzip bomb', bomb(1)],
  ['a gzip bomb in another', bomb(2)],
  ['an event', streams('data: x\n')],
  ['a line of an event', streams('x')],
  ['comments', streams(': still here\n\n')],
  ['notifications', streams(`data: ${MESSAGE}\n\n`)],
  ['answers to nothing', streams('data: {"jsonrpc":"2.0","id":"never-asked","result":{"tools":[]}}\n\n')],
  ['questions', streams('data: {"jsonrpc":"2.0","id":"q","method":"roots/list"}\n\n')],
];

const STDIO_SERVERS = ['short lines', 'one line', 'notifications', 'answers', 'broken JSON', 'stderr'];

test.runIf(process.platform === 'linux')(
  'servers that send without end',
  async () => {
    const targets: [string, Target][] = [['a small server', await http({})]];
    for (const [name, behaviour] of SERVERS) targets.push([name, await http(behaviour)]);
    targets.push(['headers', await endlessHeaders()]);
    for (const name of STDIO_SERVERS) targets.push([`${name} over stdio`, stdio(name)]);

    const [small, ...measured] = await measure(targets);
    const smallMib = small?.movedMib ?? Number.NaN;

    expect(measured.map(({ name }) => name)).toEqual(targets.slice(1).map(([name]) => name));
    expect(measured.filter(({ code }) => code === 'up')).toEqual([]);
    const swollen = measured.filter(({ movedMib }) => !(movedMib - smallMib < MOST_MIB));
    expect(swollen, `against ${smallMib} MiB`).toEqual([]);
  },
  90_000,
);

async function http(behaviour: Behaviour): Promise<Target> {
  const server = await startMcpServer(behaviour);
  onTestFinished(() => server.close());
  return { kind: 'http', url: server.url, headers: {}, dialect: 'auto' };
}

async function endlessHeaders(): Promise<Target> {
  const server = await startRawServer((socket) => {
    const header = `x-long: ${'v'.repeat(1_000)}\r\n`.repeat(60);
    const write = (): void => {
      while (!socket.destroyed && socket.write(header));
      if (!socket.destroyed) socket.once('drain', write);
    };
    socket.write('HTTP/1.1 200 OK\r\n');
    write();
  });
  onTestFinished(() => server.close());
  return { kind: 'http', url: `http://127.0.0.1:${server.port}/mcp`, headers: {}, dialect: 'auto' };
}

function stdio(mode: string): Target {
  const script = fileURLToPath(new URL('../../fixtures/stdio/flood.mjs', import.meta.url));
  return { kind: 'stdio', command: process.execPath, args: [script, mode], env: {}, cwd: null };
}

interface Measured {
  name: string;
  code: string;
  movedMib: number;
}

async function measure(targets: [string, Target][]): Promise<Measured[]> {
  const script = fileURLToPath(new URL('../../fixtures/probe-memory.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(JSON.stringify(targets));
  const output = await text(child.stdout);
  return output
    .trim()
    .split('\n')
    .map((line): Measured => JSON.parse(line));
}
