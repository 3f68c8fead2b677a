// `npm run bench`: the real engine and the real prober call many servers on loopback for some minutes. Prints how
// punctual they were and what a check cost; fails when one turn was missed or the 99th percentile is 5 s late.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrateDb, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import { DEFAULT_POLICY, type Endpoint } from '@/lib/core/endpoint';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { createEngine } from '@/lib/engine/engine';
import { createLogger } from '@/lib/log/logger';
import { createProber } from '@/lib/probe/probe';
import { startTimers } from '@/lib/runtime/timers';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { percentile, punctuality } from './punctuality';

const { values } = parseArgs({
  options: {
    endpoints: { type: 'string', default: '300' },
    /** Seconds between two calls of one server. */
    interval: { type: 'string', default: '60' },
    minutes: { type: 'string', default: '3' },
    /** For trying: 30 s with a call every 10 s. */
    short: { type: 'boolean', default: false },
  },
});
const count = Number(values.endpoints);
const intervalMs = values.short ? 10 * SECOND_MS : Number(values.interval) * SECOND_MS;
const durationMs = values.short ? 30 * SECOND_MS : Number(values.minutes) * MINUTE_MS;
const LATE_MS = 5 * SECOND_MS;

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-bench-'));
const server = spawn(process.execPath, [fileURLToPath(new URL('fast-server.mjs', import.meta.url))], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [port] = await once(server.stdout, 'data');
  process.exitCode = report(await measure(Number(String(port))));
} finally {
  server.kill();
  rmSync(folder, { recursive: true });
}

async function measure(port: number) {
  const db = openFile(path.join(folder, 'rollcall.db'));
  migrateDb(db);
  const log = createLogger('bench');
  const prober = createProber({ userAgent: 'Rollcall/0.0.0', denyHosts: [] });
  const probe = prober.probe;
  const engine = createEngine({
    db,
    probe,
    now: Date.now,
    log: createLogger('bench', { write: () => {} }),
    onChange: () => {},
  });
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const adoptedAt = Date.now();
  engine.adopt({
    endpoints: Array.from({ length: count }, (_, index) => benchEndpoint(index, port)),
    brokenFiles: [],
    isFound: true,
  });
  const cpuAtStart = process.cpuUsage();
  delay.enable();
  const timers = startTimers([{ name: 'call the roll', at: '* * * * * *', run: engine.tick }], log);
  // One whole round is over before memory is looked at: caches are full then.
  await sleep(Math.min(intervalMs, durationMs / 2));
  const rssAtStart = process.memoryUsage.rss();
  await sleep(adoptedAt + durationMs - Date.now());
  const cpu = process.cpuUsage(cpuAtStart);
  const judgedUntil = Date.now() - LATE_MS;
  timers.stop();
  await engine.stop();
  await prober.close();
  delay.disable();
  const checks = db.select().from(schema.checks).all();
  const slugs = new Map(
    db
      .select()
      .from(schema.endpoints)
      .all()
      .map(({ id, slug }) => [id, slug]),
  );
  db.$client.close();
  const begun = Map.groupBy(checks, ({ endpointId }) => slugs.get(endpointId) ?? '');
  const starts = new Map([...slugs.values()].map((slug) => [slug, (begun.get(slug) ?? []).map(({ at }) => at)]));
  return {
    ...punctuality(starts, { intervalMs, adoptedAt, judgedUntil }),
    checks,
    cpuMs: (cpu.user + cpu.system) / 1_000,
    rss: { start: rssAtStart, end: process.memoryUsage.rss() },
    delay,
  };
}

type Measured = Awaited<ReturnType<typeof measure>>;

/** @returns the exit code. */
function report({ turns, missed, latenessMs, checks, cpuMs, rss, delay }: Measured): number {
  const failed = checks.filter(({ verdict }) => verdict !== 'up').length;
  const tookMs = checks.flatMap(({ latencyMs }) => latencyMs ?? []).sort((a, b) => a - b);
  const ms = (values: readonly number[]) =>
    [0.5, 0.95, 0.99, 1].map((share) => `${percentile(values, share)}`.padStart(6)).join('');
  const seconds = durationMs / SECOND_MS;
  print('endpoints', `${count} over HTTP, every ${intervalMs / SECOND_MS} s, for ${seconds} s`);
  print('checks', `${checks.length}, ${(checks.length / seconds).toFixed(1)} a second, ${failed} not up`);
  print('turns', `${turns} due, ${missed} missed`);
  print('', '   p50   p95   p99   max');
  print('lateness, ms', ms(latenessMs));
  print('latency seen, ms', ms(tookMs));
  print(
    'loop delay, ms',
    [50, 95, 99, 100].map((share) => (delay.percentile(share) / 1e6 - 10).toFixed(0).padStart(6)).join(''),
  );
  print(
    'CPU',
    `${(cpuMs / checks.length).toFixed(1)} ms a check, ${((cpuMs / durationMs) * 100).toFixed(0)}% of one core`,
  );
  print('memory, MB', `${megabytes(rss.start)} after a round, ${megabytes(rss.end)} at the end`);
  const isGood = missed === 0 && failed === 0 && percentile(latenessMs, 0.99) < LATE_MS;
  print('verdict', isGood ? 'every server in every turn' : 'NOT GOOD ENOUGH');
  return isGood ? 0 : 1;
}

function benchEndpoint(index: number, port: number): Endpoint {
  const slug = `bench-${index}`;
  return anEndpoint({
    slug,
    target: { kind: 'http', url: `http://127.0.0.1:${port}/${slug}/mcp`, headers: {}, dialect: 'auto' },
    policy: { ...DEFAULT_POLICY, intervalMs },
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(18)}${value}\n`);
}
