// `npm run bench:weight`: what a first visit to `/` of 20 servers with 90 days of history brings over the line, in brotli and
// in gzip. Ends with exit code 1 when page and style take 40 kB or scripts 120 kB in brotli, which every browser speaks.
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { table } from './print-table';
import { startReadable } from './reading/start-readable';
import { startFastServer } from './start-fast-server';

const MOST = { page: 40_000, scripts: 120_000 };
const CODINGS = ['br', 'gzip'] as const;
/** Until the servers were called and brotli is at hand. */
const SETTLE_MS = 15_000;
const COMPRESS_MS = 4_000;

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-weight-'));
const fast = await startFastServer();
try {
  const rollcall = await startReadable(folder, { servers: 20, hidden: 0, days: 90, origin: fast.origin });
  try {
    await sleep(SETTLE_MS);
    process.exitCode = await report(rollcall.port);
  } finally {
    await rollcall.end();
  }
} finally {
  await fast.end();
  rmSync(folder, { recursive: true });
}

/** @returns the exit code */
async function report(port: number): Promise<number> {
  const html = (await ask(port, '/', 'identity')).toString();
  const scripts = addresses(html, /<script(?![^>]*nomodule)[^>]*\ssrc="([^"]+)"/gi);
  const styles = addresses(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const rows = [['coding', 'page', 'style', 'page and style', 'scripts', 'files']];
  const weights = new Map<string, { page: number; scripts: number }>();
  for (const coding of CODINGS) {
    const [page, style, script] = await Promise.all([['/'], styles, scripts].map((all) => weightOf(port, all, coding)));
    const all = { page: (page ?? 0) + (style ?? 0), scripts: script ?? 0 };
    weights.set(coding, all);
    rows.push([coding, ...[page, style, all.page, all.scripts].map(String), `${styles.length + scripts.length}`]);
  }
  process.stdout.write(`${table(rows)}\n`);
  const least = weights.get('br');
  const isLight = least !== undefined && least.page < MOST.page && least.scripts < MOST.scripts;
  process.stdout.write(isLight ? 'light enough\n' : 'TOO HEAVY\n');
  return isLight ? 0 : 1;
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, address = '']) => address))];
}

/** Of the bodies as sent, head of the answer left out. */
async function weightOf(port: number, all: readonly string[], coding: string): Promise<number> {
  // Who asks first starts the compressing, which takes seconds at its best.
  for (const address of all) await ask(port, address, coding);
  await sleep(COMPRESS_MS);
  let bytes = 0;
  for (const address of all) bytes += (await ask(port, address, coding)).length;
  return bytes;
}

async function ask(port: number, address: string, coding: string): Promise<Buffer> {
  const headers = { 'accept-encoding': coding };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: address, headers }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`${address}: ${response.statusCode}`);
  return buffer(response);
}
