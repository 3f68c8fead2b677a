// The seeded database shows every kind of history that a page can show, adds up, and comes out the same every time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maintenanceWindows } from '@/bin/demo/cast';
import { readMarker, seedFolder } from '@/bin/demo/seed-folder';
import { type Db, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Span } from '@/lib/core/time';
import type { OverviewView, ServerView } from '@/lib/core/view';
import { readOverview } from '@/lib/reads/overview';
import { readServerPage } from '@/lib/reads/server-page';

const NOW = Date.UTC(2026, 10, 22, 13, 3);
const DAYS = 10;
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-seed-'));
const at = (name: string) => path.join(folder, name);
const options = { now: NOW, days: DAYS, port: 4710, isForced: false };

let db: Db;
let view: OverviewView;

beforeAll(() => {
  expect(seedFolder({ ...options, folder: at('ten') })).toMatchObject({ ok: true, servers: 17 });
  db = openFile(path.join(at('ten'), 'rollcall.db'));
  view = readOverview(NOW, db);
}, 120_000);

afterAll(() => {
  db?.$client.close();
  rmSync(folder, { recursive: true });
});

function server(slug: string): ServerView {
  const found = view.servers.find((candidate) => candidate.slug === slug);
  if (!found) throw new Error(`${slug} is not on the page`);
  return found;
}

const outages = (slug: string) => readServerPage(slug, NOW, db)?.outages ?? [];
const minutesSince = (slug: string) => Math.round((NOW - (server(slug).since ?? 0)) / MINUTE_MS);

describe('the page of a seeded database', () => {
  test('shows every server in its state', () => {
    expect(Object.fromEntries(view.servers.map(({ slug, status }) => [slug, status]))).toEqual({
      'project-tools': 'up',
      'github-tools': 'down',
      'docs-search': 'degraded',
      'slack-digest': 'up',
      tickets: 'unknown',
      'web-search': 'degraded',
      warehouse: 'degraded',
      'query-runner': 'up',
      notebooks: 'up',
      'metrics-explorer': 'maintenance',
      'ci-runner': 'up',
      'deploy-gate': 'locked',
      'release-notes': 'up',
      'legacy-builds': 'paused',
      'billing-api': 'up',
      'design-tokens': 'up',
      'prompt-library': 'up',
    });
    expect(view).toMatchObject({ status: 'down', isDelayed: false, hasConfigErrors: false });
    expect(view.page.title).toBe('Acme tools');
    expect(new Set(view.servers.map(({ group }) => group))).toEqual(
      new Set(['Shared', 'Data platform', 'Delivery', 'Design']),
    );
    expect(NOW - (view.calledAt ?? 0)).toBeLessThan(MINUTE_MS);
  });

  test('one is down at the handshake, one is slow, one has a failing dependency, each since a while', () => {
    expect(server('github-tools').reason).toMatchObject({ stage: 'handshake', code: 'rpc_error' });
    expect(minutesSince('github-tools')).toBeCloseTo(22, -1);
    expect(server('docs-search').reason).toMatchObject({ code: 'slow' });
    expect(server('warehouse').reason).toMatchObject({ stage: 'dependencies', code: 'dependency_failed' });
    expect(server('warehouse').dependencies).toContainEqual(
      expect.objectContaining({ name: 'iam_credentials', state: 'failed', message: 'ExpiredToken' }),
    );
  });

  test('one is locked after its credential was accepted, one lacks a variable, one is paused, one is new', () => {
    expect(server('deploy-gate')).toMatchObject({ reason: { code: 'unauthorized' }, toolCount: 4 });
    expect(server('deploy-gate').uptime['7d']).not.toBeNull();
    expect(server('tickets').reason?.message).toBe('TICKETS_TOKEN is not set');
    expect(server('legacy-builds').days.at(-1)?.ms).toMatchObject({ up: 0, down: 0 });
    expect(server('legacy-builds').days.at(-1)?.ms.paused).toBeGreaterThan(12 * HOUR_MS);
    expect(NOW - server('release-notes').createdAt).toBe(74 * HOUR_MS);
  });

  test('nobody was called before coming on the roll', () => {
    for (const { id, slug, createdAt } of db.select().from(schema.endpoints).all()) {
      const checks = db.select().from(schema.checks).all();
      const first = Math.min(...checks.filter(({ endpointId }) => endpointId === id).map(({ at }) => at));
      expect(first, slug).toBeGreaterThanOrEqual(createdAt);
    }
    expect(server('release-notes').days.filter(({ uptime }) => uptime !== null)).toHaveLength(4);
  });

  test('one flaps, one was away for hours, and Rollcall itself was off once', () => {
    expect(outages('query-runner').length).toBeGreaterThan(10);
    const longest = Math.max(...outages('legacy-builds').map(({ startedAt, endedAt }) => (endedAt ?? NOW) - startedAt));
    expect(longest).toBeGreaterThan(6 * HOUR_MS);
    expect(view.blindSpans.map(({ startAt, endAt }) => endAt - startAt)).toEqual([275 * MINUTE_MS]);
    const blindMs = server('slack-digest').days.reduce((sum, { ms }) => sum + ms.blind, 0);
    expect(blindMs / MINUTE_MS).toBeCloseTo(275, -1);
  });

  test('maintenance was, and is announced; catalogues change', () => {
    const maintenanceMs = server('warehouse').days.reduce((sum, { ms }) => sum + ms.maintenance, 0);
    expect(maintenanceMs).toBe(2 * HOUR_MS);
    expect(view.maintenance).toMatchObject([
      { title: 'Rebuilding the metrics cube', servers: ['metrics-explorer'] },
      { title: 'Patch day', servers: ['warehouse', 'notebooks'] },
    ]);
    const tools = readServerPage('ci-runner', NOW, db);
    expect(tools?.catalogue.tools).toHaveLength(6);
    expect(NOW - (tools?.toolsUnchangedSince ?? 0)).toBeLessThan(DAYS * DAY_MS - HOUR_MS);
  });
});

describe('the books of a seeded database', () => {
  test('downtime from rollups is downtime from outages, less what was announced', () => {
    const announced = Object.values(maintenanceWindows(NOW));
    for (const { id, slug } of db.select().from(schema.endpoints).all()) {
      const state = db
        .select()
        .from(schema.endpointStates)
        .all()
        .find(({ endpointId }) => endpointId === id);
      const until = state?.bookedUntil ?? 0;
      const down = db
        .select()
        .from(schema.outages)
        .all()
        .filter(({ endpointId, status }) => endpointId === id && status === 'down')
        .map(({ startedAt, endedAt }) => ({ startAt: startedAt, endAt: endedAt ?? until }));
      const windows = announced.filter(({ servers }) => servers.includes(slug));
      const excused = windows.flatMap((window) => down.map((span) => overlapMs(span, window)));
      const fromOutages = sum(down.map(({ startAt, endAt }) => endAt - startAt)) - sum(excused);
      const days = db
        .select()
        .from(schema.rollups)
        .all()
        .filter((row) => row.endpointId === id && row.grain === 'day');
      const fromRollups = sum(days.map(({ downMs }) => downMs));
      expect(Math.abs(fromOutages - fromRollups), slug).toBeLessThan(MINUTE_MS);
    }
  });
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const overlapMs = (a: Span, b: Span) => Math.max(0, Math.min(a.endAt, b.endAt) - Math.max(a.startAt, b.startAt));

/** Every row of every table. */
function dump(name: string): string {
  const seeded = openFile(path.join(at(name), 'rollcall.db'));
  try {
    const tables = [schema.endpoints, schema.endpointStates, schema.checks, schema.rollups, schema.outages];
    const others = [
      schema.catalogues,
      schema.dependencies,
      schema.blindSpans,
      schema.maintenanceWindows,
      schema.settings,
    ];
    return JSON.stringify([...tables, ...others].map((table) => seeded.select().from(table).all()));
  } finally {
    seeded.$client.close();
  }
}

describe('seeding', () => {
  const short = { ...options, days: 3 };

  test('leaves a database alone that it did not make, unless it is forced to', () => {
    mkdirSync(at('foreign'));
    writeFileSync(path.join(at('foreign'), 'rollcall.db'), 'precious');
    const refused = seedFolder({ ...short, folder: at('foreign') });
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('--force') });
    expect(readFileSync(path.join(at('foreign'), 'rollcall.db'), 'utf8')).toBe('precious');
    expect(existsSync(path.join(at('foreign'), 'config'))).toBe(false);
    expect(seedFolder({ ...short, folder: at('foreign'), isForced: true })).toMatchObject({ ok: true });
    expect(readMarker(at('foreign'))).toMatchObject({ now: NOW });
  }, 60_000);

  test('twice gives the same content, also over its own work', () => {
    const first = dump('foreign');
    seedFolder({ ...short, folder: at('foreign') });
    expect(first.length).toBeGreaterThan(100_000);
    expect(dump('foreign') === first).toBe(true);
  }, 60_000);
});

describe('npm run seed', () => {
  const seed = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'bin/seed.ts', ...args], { cwd: root, encoding: 'utf8' });

  test('keeps a seeded database and writes its configuration anew', () => {
    const file = path.join(at('ten'), 'config', 'mcp.json');
    const kept = seed('--keep', '--data', at('ten'), '--port', '4999');
    expect(kept).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toContain('http://127.0.0.1:4999/github-tools/mcp');
  });

  test.each([
    [['--days', '3'], /--days 3 must be a whole number from 10 to 365/],
    [['--now', 'yesterday'], /--now yesterday is no time/],
    [['--port', '0'], /--port 0/],
    [['--dayz', '20'], /--dayz[\s\S]*npm run seed/],
  ])('%j is refused with a reason', (args, expected) => {
    const { status, stderr } = seed('--data', at('never'), ...args);
    expect([status, existsSync(at('never'))]).toEqual([1, false]);
    expect(stderr).toMatch(expected);
  });
});
