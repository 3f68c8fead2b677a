import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { DEFAULT_POLICY } from '@/lib/core/endpoint';
import { settleIdleEndpoints } from '@/lib/engine/ledger/settle-idle';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { memoryDb } from '@/tests/database';
import { anEndpoint } from '@/tests/fixtures/endpoints';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
let db: Db;
const rows = () => db.select().from(schema.endpoints).all();
const states = () => db.select().from(schema.endpointStates).all();
const dayOf = () =>
  db
    .select()
    .from(schema.rollups)
    .all()
    .find(({ grain }) => grain === 'day');
const sync = (endpoints: ReturnType<typeof anEndpoint>[], now: number, brokenFiles: string[] = []) =>
  syncEndpoints(db, { endpoints, brokenFiles, isFound: true }, now);

beforeEach(() => {
  db = memoryDb();
});

describe('syncEndpoints', () => {
  test('adds, keeps order, and is idempotent', () => {
    const wanted = [anEndpoint({ slug: 'b' }), anEndpoint({ slug: 'a' })];
    sync(wanted, T0);
    const first = rows();
    sync(wanted, T0 + 60_000);
    expect(rows()).toEqual(first);
    expect(first.map(({ slug, position }) => [slug, position])).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });

  test('stores no address, header, command or variable', () => {
    const secret = 'tr0ub4dor-token';
    sync(
      [
        anEndpoint({
          target: {
            kind: 'http',
            url: `https://internal.example/mcp?key=${secret}`,
            headers: { Authorization: `Bearer ${secret}` },
            dialect: 'auto',
          },
          health: { url: `https://internal.example/health?key=${secret}`, headers: {}, required: false, public: false },
        }),
      ],
      T0,
    );
    expect(JSON.stringify([rows(), states()])).not.toMatch(/tr0ub4dor|internal\.example/);
  });

  test('archives what is gone and brings it back with its history', () => {
    sync([anEndpoint({ slug: 'a' }), anEndpoint({ slug: 'b' })], T0);
    const id = rows().find(({ slug }) => slug === 'b')?.id;
    sync([anEndpoint({ slug: 'a' })], T0 + 1_000);
    expect(rows().find(({ slug }) => slug === 'b')?.archivedAt).toBe(T0 + 1_000);
    sync([anEndpoint({ slug: 'a' }), anEndpoint({ slug: 'b' })], T0 + 2_000);
    expect(rows().find(({ slug }) => slug === 'b')).toMatchObject({ id, archivedAt: null });
  });

  test('what a broken file named stays, uncalled, and says so', () => {
    sync([anEndpoint({ slug: 'a', source: 'team.mcp.json' })], T0);
    sync([], T0 + 1_000, ['team.mcp.json']);
    expect(rows()).toMatchObject([{ slug: 'a', archivedAt: null, problem: 'team.mcp.json cannot be read' }]);
  });

  test('a lost configuration archives nothing', () => {
    sync([anEndpoint({ slug: 'a' })], T0);
    syncEndpoints(db, { endpoints: [], brokenFiles: [], isFound: false }, T0 + 1_000);
    expect(rows()).toMatchObject([{ slug: 'a', archivedAt: null, problem: 'mcp.json cannot be read' }]);
  });

  test('an endpoint of the panel is archived when the panel names it no longer, also while all files are lost', () => {
    sync([anEndpoint({ slug: 'panel', source: null }), anEndpoint({ slug: 'file', source: 'mcp.json' })], T0);
    syncEndpoints(db, { endpoints: [], brokenFiles: [], isFound: false }, T0 + 1_000);
    expect(Object.fromEntries(rows().map(({ slug, archivedAt }) => [slug, archivedAt]))).toEqual({
      panel: T0 + 1_000,
      file: null,
    });
  });

  test('becoming unfit ends the outage and the status; the time is unknown', () => {
    sync([anEndpoint()], T0);
    const id = rows()[0]?.id ?? 0;
    db.update(schema.endpointStates).set({ status: 'down', since: T0, bookedUntil: T0, verdict: 'down' }).run();
    db.insert(schema.outages)
      .values({ endpointId: id, status: 'down', startedAt: T0, confirmedAt: T0, message: 'x' })
      .run();
    sync([anEndpoint({ problem: 'MY_TOKEN is not set' })], T0 + 60_000);
    expect(db.select().from(schema.outages).all()).toMatchObject([{ endedAt: T0 + 60_000 }]);
    expect(states()).toMatchObject([{ status: 'unknown', verdict: null, idleAs: 'unknown' }]);
    settleIdleEndpoints(db, T0 + 90_000);
    expect(dayOf()).toMatchObject({ downMs: 60_000, unknownMs: 30_000, blindMs: 0 });
  });

  test('a shorter interval does not turn the time before it into blind time', () => {
    const hourly = { ...DEFAULT_POLICY, intervalMs: 3_600_000 };
    sync([anEndpoint({ policy: hourly })], T0);
    db.update(schema.endpointStates).set({ status: 'up', since: T0, bookedUntil: T0 }).run();
    sync([anEndpoint()], T0 + 3_000_000);
    expect(states()).toMatchObject([{ status: 'up', bookedUntil: T0 + 3_000_000 }]);
    expect(dayOf()).toMatchObject({ upMs: 3_000_000, blindMs: 0 });
  });

  test('a pause keeps the status, and its time is neither up nor blind', () => {
    sync([anEndpoint()], T0);
    db.update(schema.endpointStates).set({ status: 'up', since: T0, bookedUntil: T0 }).run();
    sync([anEndpoint({ paused: true })], T0 + 60_000);
    sync([anEndpoint()], T0 + 3_660_000);
    expect(states()).toMatchObject([{ status: 'up', idleSince: null, bookedUntil: T0 + 3_660_000 }]);
    expect(dayOf()).toMatchObject({ upMs: 60_000, pausedMs: 3_600_000, blindMs: 0 });
    expect(rows()[0]?.nextCheckAt).toBeLessThan(T0 + 3_660_000 + 8_000);
  });
});
