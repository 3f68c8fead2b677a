// `npm run bench:reading`: how many readers the page bears. The product as it ships beside a bare node:http server that
// sends the same bytes, in turns within one run; then 500 visitors a second while a thousand servers a minute are called.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { table } from './print-table';
import { cpuTimeMs } from './reading/cpu-time';
import { startReadable } from './reading/start-readable';
import { startFastServer } from './start-fast-server';

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '100' },
    /** Called in all during the last part. */
    called: { type: 'string', default: '1000' },
    /** Empty leaves the comparison out. */
    days: { type: 'string', default: '90,365' },
    /** Of each slice; there are three for each server and case. */
    seconds: { type: 'string', default: '1.5' },
  },
});
const PATHS = ['/', '/servers/server-7', '/badge/server-7.svg', '/api/v2/summary.json', '/feed.atom'];
const HEADS = [
  ...['address', 'connections', 'coding', 'bytes', 'limit', 'Rollcall', 'share'],
  ...['limit, µs CPU', 'Rollcall, µs CPU', 'share of CPU'],
];
const CODINGS = [null, 'gzip, br'];
const CONNECTIONS = [10, 100];
const SLICES = 3;
/** Newcomers are called in the first seconds, and brotli is at hand by then. */
const SETTLE_MS = 25_000;
const RATE = 500;

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const run = promisify(execFile);
const fast = await startFastServer();
const limit = fork(file('reading/limit-server.mjs'));
const [limitPort]: number[] = await once(limit, 'message');
try {
  for (const days of values.days.split(',').filter(Boolean).map(Number)) {
    const rows = await withRollcall(days, 0, compareAll);
    print(`\n${values.servers} servers with ${days} days of history, requests a second\n`);
    print(table([HEADS, ...rows]));
  }
  const line = await withRollcall(90, Number(values.called) - Number(values.servers), openLoop);
  print(`\n/ at ${RATE} requests a second while ${values.called} servers a minute are called: ${line}`);
} finally {
  limit.kill();
  await fast.end();
}

interface Running {
  port: number;
  pid: number | undefined;
}

async function withRollcall<T>(days: number, hidden: number, use: (running: Running) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-reading-'));
  const past = { servers: Number(values.servers), hidden, days, origin: fast.origin };
  const rollcall = await startReadable(folder, past);
  try {
    await sleep(SETTLE_MS);
    return await use(rollcall);
  } finally {
    await rollcall.end();
    rmSync(folder, { recursive: true });
  }
}

async function compareAll(rollcall: Running): Promise<string[][]> {
  const rows: string[][] = [];
  for (const address of PATHS) {
    for (const coding of CODINGS) {
      for (const connections of CONNECTIONS) {
        const row = await compare({ rollcall, address, coding, connections });
        process.stderr.write(`${row.join('  ')}\n`);
        rows.push(row);
      }
    }
  }
  return rows;
}

interface Case {
  rollcall: Running;
  address: string;
  coding: string | null;
  connections: number;
}

/** Slices in turns, so that what else the machine does hits both; the middle one of each counts. */
async function compare({ rollcall, address, coding, connections }: Case): Promise<string[]> {
  const headers = coding === null ? {} : { 'accept-encoding': coding };
  // The first asks for it, the second gets it with brotli.
  await ask(rollcall.port, address, headers);
  await sleep(300);
  const answer = await ask(rollcall.port, address, headers);
  limit.send({ headers: answer.headers, body: answer.body.toString('base64') });
  await once(limit, 'message');
  const bare: Slice[] = [];
  const ours: Slice[] = [];
  for (let slice = 0; slice < SLICES; slice++) {
    bare.push(await measure({ port: limitPort ?? 0, pid: limit.pid }, address, { headers, connections }));
    ours.push(await measure(rollcall, address, { headers, connections }));
  }
  const [most, got] = [bare, ours].map((slices) => middle(slices.map(({ perSecond }) => perSecond)));
  const [least, spent] = [bare, ours].map((slices) => middle(slices.map(({ cpuMicros }) => cpuMicros)));
  return [
    ...[address, String(connections), String(answer.headers['content-encoding'] ?? 'none'), String(answer.body.length)],
    ...[most, got].map((figure) => (figure ?? 0).toFixed(0)),
    ((got ?? 0) / (most ?? 1)).toFixed(2),
    ...[least, spent].map((figure) => (figure ?? 0).toFixed(0)),
    ((least ?? 0) / (spent ?? 1)).toFixed(2),
  ];
}

interface Slice {
  perSecond: number;
  /** CPU time of the whole process a request, in microseconds. */
  cpuMicros: number;
}

async function measure({ port, pid }: Running, address: string, wanted: Load): Promise<Slice> {
  const before = cpuTimeMs(pid);
  const { perSecond, answered } = await load(port, address, wanted);
  return { perSecond, cpuMicros: ((cpuTimeMs(pid) - before) * 1_000) / answered };
}

async function openLoop({ port }: Running): Promise<string> {
  const headers = { 'accept-encoding': 'gzip, br' };
  const seconds = 30;
  // The first drawing after a start loads what draws it, for a second or two: that is a start, not a stampede.
  await ask(port, '/', headers);
  await sleep(1_000);
  const { perSecond, p50Ms, p99Ms, maxMs } = await load(port, '/', { headers, connections: 100, seconds, rate: RATE });
  const [p50, p99, max] = [p50Ms, p99Ms, maxMs].map((ms) => ms.toFixed(1));
  return `${perSecond.toFixed(0)} answered a second, p50 ${p50} ms, p99 ${p99} ms, most ${max} ms`;
}

interface Load {
  headers: Record<string, string>;
  connections: number;
  seconds?: number;
  rate?: number;
}

interface Loaded {
  perSecond: number;
  answered: number;
  failed: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
}

async function load(port: number, address: string, wanted: Load): Promise<Loaded> {
  const task = JSON.stringify({ port, path: address, seconds: Number(values.seconds), rate: null, ...wanted });
  const { stdout } = await run(process.execPath, [file('reading/load.mjs'), task]);
  const loaded: Loaded = JSON.parse(stdout);
  if (loaded.failed > 0) throw new Error(`${address}: ${loaded.failed} requests failed`);
  return loaded;
}

async function ask(port: number, address: string, headers: Record<string, string>) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: address, headers }, resolve).on('error', reject);
  });
  const { date: _, connection: __, 'keep-alive': ___, ...sent } = response.headers;
  return { headers: sent, body: await buffer(response) };
}

function middle(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
