// `npm run bench:alert`: ten servers, each killed at a random moment of another tenth of the minute between two calls, so that ten
// runs say what many would, and how long it takes until the webhook has arrived. Real engine, prober, channel and settings; ends with exit code 1 when one took 80 s or the median 50 s.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, migrateDb, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import type { Alerting } from '@/lib/core/alert/alert-route';
import type { Endpoint } from '@/lib/core/endpoint';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { createDeliverer } from '@/lib/engine/alert/deliver-alerts';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { createEngine } from '@/lib/engine/engine';
import { createLogger } from '@/lib/log/logger';
import { createProber } from '@/lib/probe/probe';
import { createAlertSender } from '@/lib/runtime/send-alerts';
import { startTimers } from '@/lib/runtime/timers';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type FastServer, startFastServer } from './start-fast-server';

const RUNS = 10;
const SLOWEST_MS = 80 * SECOND_MS;
const MEDIAN_MS = 50 * SECOND_MS;
/** All were called twice by then, and have their place in the minute. */
const WARM_UP_MS = 20 * SECOND_MS;
const GIVE_UP_MS = 3 * MINUTE_MS;

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-alert-'));
const servers = new Map<string, FastServer>();
const ALERTING: Alerting = {
  page: { title: 'Bench', timezone: 'UTC', url: null },
  channels: ['oncall'],
  routes: [{ to: ['oncall'], severities: [], events: [], groups: [], servers: [] }],
};
const arrivedAt = new Map<string, number>();
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    for (const [slug] of servers)
      if (body.includes(`"${slug}"`) && !arrivedAt.has(slug)) arrivedAt.set(slug, Date.now());
    response.writeHead(200).end();
  });
});
try {
  for (let run = 0; run < RUNS; run++) servers.set(`server-${run}`, await startFastServer());
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  process.exitCode = report(await measure(typeof address === 'object' ? (address?.port ?? 0) : 0));
} finally {
  receiver.closeAllConnections();
  receiver.close();
  await Promise.all([...servers.values()].map((server) => server.end()));
  rmSync(folder, { recursive: true });
}

async function measure(port: number): Promise<(number | null)[]> {
  const db = openFile(path.join(folder, 'rollcall.db'));
  migrateDb(db);
  const log = createLogger('bench', { write: () => {} });
  const prober = createProber({ userAgent: 'Rollcall/0.0.0', denyHosts: [] });
  const engine = createEngine({ db, probe: prober.probe, now: Date.now, log, onChange: () => {} });
  const url = `http://127.0.0.1:${port}/`;
  const config = { type: 'webhook', url, secret: 'whsec_YmVuY2ggYmVuY2ggYmVuY2ggYmVuY2g=', headers: {} } as const;
  const channels = [{ name: 'oncall', type: config.type, config, problem: null, secrets: [] }];
  const send = createAlertSender({
    channels: () => channels,
    denyHosts: [],
    userAgent: 'Rollcall/0.0.0',
    now: Date.now,
  });
  const deliverer = createDeliverer({ db, send, channels: () => ['oncall'], now: Date.now, log });
  const teller = { alerting: ALERTING, signLinks: () => ({ acknowledge: null, snooze: null }) };
  engine.adopt({ endpoints: [...servers].map(endpointOf), brokenFiles: [], isFound: true });
  const timers = startTimers(
    [
      { name: 'call the roll', at: '* * * * * *', run: engine.tick },
      {
        name: 'tell and deliver alerts',
        at: '* * * * * *',
        run: () => {
          tellNews(db, teller, Date.now());
          deliverer.deliver();
        },
      },
    ],
    log,
  );
  await sleep(WARM_UP_MS);
  const tookMs = await Promise.all(
    [...servers].map(([slug, server], run) => deathOf(slug, server, momentOf(db, slug, run))),
  );
  timers.stop();
  await Promise.all([engine.stop(), deliverer.stop()]);
  await prober.close();
  db.$client.close();
  return tookMs;
}

/** So long before a call that the runs together cover the whole minute. */
function momentOf(db: Db, slug: string, run: number): number {
  const row = db
    .select()
    .from(schema.endpoints)
    .all()
    .find((endpoint) => endpoint.slug === slug);
  return (row?.nextCheckAt ?? 0) + MINUTE_MS - ((run + Math.random()) / RUNS) * MINUTE_MS;
}

/** Null when nobody was told. */
async function deathOf(slug: string, server: FastServer, moment: number): Promise<number | null> {
  await sleep(moment - Date.now());
  await server.end();
  servers.set(slug, { ...server, end: async () => {} });
  const diedAt = Date.now();
  while (!arrivedAt.has(slug) && Date.now() < diedAt + GIVE_UP_MS) await sleep(50);
  const at = arrivedAt.get(slug);
  return at === undefined ? null : at - diedAt;
}

/** @returns the exit code. */
function report(tookMs: readonly (number | null)[]): number {
  const told = tookMs.filter((ms) => ms !== null).sort((a, b) => a - b);
  const seconds = (ms: number | null) => (ms === null ? 'never' : `${(ms / SECOND_MS).toFixed(1)} s`);
  const median = ((told[Math.ceil(told.length / 2) - 1] ?? 0) + (told[Math.floor(told.length / 2)] ?? 0)) / 2;
  const slowest = told.length < RUNS ? null : (told.at(-1) ?? null);
  process.stdout.write(`from death to alert: ${tookMs.map(seconds).join(', ')}\n`);
  process.stdout.write(`median ${seconds(median)}, most ${seconds(slowest)}\n`);
  return slowest !== null && slowest < SLOWEST_MS && median < MEDIAN_MS ? 0 : 1;
}

function endpointOf([slug, { origin }]: [string, FastServer]): Endpoint {
  return anEndpoint({
    slug,
    target: { kind: 'http', url: `${origin}/${slug}`, headers: {}, dialect: 'auto' },
  });
}
