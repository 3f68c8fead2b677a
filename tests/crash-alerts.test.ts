// Kills the process during a storm of state changes: every outage is there once, every alert arrived, hardly any twice.
// `KILLS=100 vitest run … tests/crash-alerts.test.ts` gives the figures of docs/bench.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import { HOUR_MS } from '@/lib/core/time';
import { createLogger } from '@/lib/log/logger';
import { virtualClock } from '@/tests/fixtures/crash/roll';
import { createCrashTeller } from '@/tests/fixtures/crash/teller';
import { endVictims, spawnVictim } from '@/tests/fixtures/crash/victim';

const KILLS = Number(process.env.KILLS ?? 8);
/** Each is told of six times, until it counts as unstable. */
const MOODY = 6 * KILLS;
const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-crash-alerts-'));
const file = path.join(folder, 'rollcall.db');
const beganAt = Date.now();
const answers = new Map<string, number>();
/** Ids of messages, in the order in which they arrived. */
const received: string[] = [];
let db: Db;

const server = createServer((request, response) => {
  const slug = (request.url ?? '').slice(1);
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    if (slug === 'alerts') received.push(JSON.parse(body).id);
    const count = answers.get(slug) ?? 0;
    answers.set(slug, count + 1);
    const isUp =
      slug === 'alerts' || slug.startsWith('steady') || (slug.startsWith('moody') && Math.floor(count / 4) % 2 === 0);
    // Long enough for a kill to find checks and deliveries under way.
    setTimeout(() => response.writeHead(isUp ? 200 : 503).end(), slug === 'alerts' ? 5 : 40);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const next = () => spawnVictim([file, String(port), String(beganAt), '/alerts', String(MOODY)]);
  let victim = next();
  for (let kill = 0; kill < KILLS; kill++) {
    await victim.ready;
    const successor = next();
    await victim.run(130 + Math.floor(Math.random() * 60));
    await wait(Math.random() * 50);
    await victim.end('SIGKILL');
    victim = successor;
  }
  await victim.end('SIGKILL');
  db = openFile(file);
  await deliverTheRest(`http://127.0.0.1:${port}/alerts`);
}, 600_000);

afterAll(async () => {
  db?.$client.close();
  endVictims();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** An hour later, when the claims of the killed have run out. */
async function deliverTheRest(url: string): Promise<void> {
  const clock = virtualClock(beganAt);
  const log = createLogger('crash', { write: (line) => void (line.includes('"info"') || process.stderr.write(line)) });
  const teller = createCrashTeller(db, { url, now: () => clock() + HOUR_MS, log });
  const pending = () => deliveries().filter(({ state }) => state === 'pending').length;
  do {
    teller.turn();
    await wait(5);
  } while (pending() > 0 || teller.running() > 0);
  await teller.stop();
}

const deliveries = () => db.select().from(schema.deliveries).all();
const outages = () => db.select().from(schema.outages).all();
const alerts = () => db.select().from(schema.alerts).all();

test('every outage is there once, and was told once', () => {
  const all = outages();
  const starts = all.map(({ endpointId, startedAt }) => `${endpointId} ${startedAt}`);
  expect(starts.length).toBeGreaterThan(KILLS / 3);
  expect(new Set(starts).size).toBe(starts.length);
  const opened = alerts().filter(({ event }) => event === 'outage_opened');
  for (const { id, slug } of db.select().from(schema.endpoints).all()) {
    const own = all.filter(({ endpointId }) => endpointId === id);
    expect(own.filter(({ endedAt }) => endedAt === null).length, slug).toBeLessThanOrEqual(1);
    expect(opened.filter(({ endpointId }) => endpointId === id).length, slug).toBe(own.length);
  }
});

test('every alert arrived, and hardly any twice', () => {
  const ids = alerts().map(({ message }) => message.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(received)).toEqual(new Set(ids));
  const doubled = received.length - ids.length;
  process.stdout.write(`${KILLS} kills, ${outages().length} outages, ${ids.length} alerts, ${doubled} doubled\n`);
  // One message at a time goes to a channel, so a kill finds one under way at most.
  expect(doubled).toBeLessThanOrEqual(KILLS);
  expect(doubled / ids.length).toBeLessThan(0.05);
});
