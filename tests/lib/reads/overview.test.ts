import { drizzle } from 'drizzle-orm/better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import { insertBlindSpan } from '@/db/queries/blind-spans';
import { replaceDependencies } from '@/db/queries/dependencies';
import { writeSetting } from '@/db/queries/settings';
import * as schema from '@/db/schema';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay, startOfHour } from '@/lib/core/time';
import { readOverview } from '@/lib/reads/overview';
import { memoryDb } from '@/tests/database';
import {
  brokenState,
  NEVER_CHECKED,
  NOW,
  storeBeat,
  storeEndpoint,
  storeRollup,
} from '@/tests/fixtures/stored-endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';

const REFUSED = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;

/** The same database, and the list of statements it is asked. */
function listened(db: Db): { db: Db; asked: string[] } {
  const asked: string[] = [];
  const logger = { logQuery: (query: string) => void asked.push(query) };
  return { db: drizzle({ client: db.$client, schema, logger }), asked };
}

function servers(db: Db) {
  return readOverview(NOW, db).servers.map(({ slug, status }) => `${slug} ${status}`);
}

describe('readOverview', () => {
  it('is complete when nothing is stored', () => {
    expect(readOverview(NOW, memoryDb())).toEqual({
      generatedAt: NOW,
      page: { title: 'Rollcall', timezone: 'UTC', language: 'en' },
      status: 'unknown',
      told: [],
      servers: [],
      maintenance: [],
      calledAt: null,
      nextCallAt: null,
      isDelayed: false,
      hasConfigErrors: false,
      networkLostSince: null,
      blindSpans: [],
    });
  });

  it('lists servers in the order of the configuration, without hidden and archived ones', () => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'second', position: 2 });
    storeEndpoint(db, { slug: 'first', position: 1 });
    storeEndpoint(db, { slug: 'hidden', isHidden: true, state: brokenState('down', REFUSED) });
    storeEndpoint(db, { slug: 'archived', archivedAt: NOW, state: brokenState('down', REFUSED) });
    expect(servers(db)).toEqual(['first up', 'second up']);
    expect(readOverview(NOW, db).status).toBe('up');
  });

  it('takes the worst of what is shown, and leaves paused servers out of it', () => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'a', state: brokenState('locked', REFUSED) });
    storeEndpoint(db, { slug: 'b', isPaused: true, state: brokenState('down', REFUSED) });
    expect(readOverview(NOW, db).status).toBe('locked');
  });

  it('tells the last call and the next one, of servers that are called', () => {
    const db = memoryDb();
    storeBeat(db);
    storeEndpoint(db, { slug: 'a', state: { checkedAt: NOW - 30 * SECOND_MS }, nextCheckAt: NOW + 30 * SECOND_MS });
    storeEndpoint(db, { slug: 'b', state: { checkedAt: NOW - 9 * SECOND_MS }, nextCheckAt: NOW + 51 * SECOND_MS });
    storeEndpoint(db, { slug: 'c', isPaused: true, nextCheckAt: NOW + SECOND_MS, state: NEVER_CHECKED });
    const view = readOverview(NOW, db);
    expect(view).toMatchObject({ calledAt: NOW - 9 * SECOND_MS, nextCallAt: NOW + 30 * SECOND_MS, isDelayed: false });
    expect(view.servers.map(({ nextCheckAt }) => nextCheckAt === null)).toEqual([false, false, true]);
  });

  it('says that it may be old when the loop is silent', () => {
    const db = memoryDb();
    storeBeat(db, NOW - 5 * MINUTE_MS);
    expect(readOverview(NOW, db).isDelayed).toBe(true);
  });

  it('gives each server its own history and dependencies', () => {
    const db = memoryDb();
    const a = storeEndpoint(db, { slug: 'a', hasHealth: true, isHealthPublic: true });
    const b = storeEndpoint(db, { slug: 'b', position: 1, hasHealth: true });
    const failed = [{ name: 'dynamodb', state: 'failed' as const, message: 'no credentials' }];
    replaceDependencies(db, a, failed, NOW - SECOND_MS);
    replaceDependencies(db, b, failed, NOW - SECOND_MS);
    storeRollup(db, a, { grain: 'day', bucketAt: startOfDay(NOW), ms: { up: 1 } });
    storeRollup(db, b, { grain: 'day', bucketAt: startOfDay(NOW), ms: { down: 1 } });
    storeRollup(db, b, { grain: 'hour', bucketAt: startOfHour(NOW), ms: { down: 1 }, latenciesMs: [10] });
    const [first, second] = readOverview(NOW, db).servers;
    const named = { name: 'dynamodb', state: 'failed', since: NOW - SECOND_MS };
    expect(first).toMatchObject({ uptime: { '24h': null, '90d': 1 }, p95Ms: null });
    expect(first?.dependencies).toEqual([{ ...named, message: 'no credentials' }]);
    expect(second).toMatchObject({ uptime: { '24h': 0, '90d': 0 }, p95Ms: 10 });
    expect(second?.dependencies, 'its text is for administrators').toEqual([{ ...named, message: null }]);
  });

  it('announces maintenance of the next week, without naming hidden servers', () => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'a' });
    storeEndpoint(db, { slug: 'b', position: 1 });
    storeEndpoint(db, { slug: 'hidden', isHidden: true });
    const window = (title: string, startAt: number, slugs: string[]) => {
      return { title, startAt, endAt: startAt + HOUR_MS, servers: slugs };
    };
    const windows = [
      window('tomorrow, all', NOW + DAY_MS, []),
      window('now', NOW - MINUTE_MS, ['a', 'hidden']),
      window('hidden only', NOW - MINUTE_MS, ['hidden']),
      window('in a month', NOW + 30 * DAY_MS, ['a']),
      window('ends now', NOW - HOUR_MS, ['b']),
    ];
    for (const entry of windows) storeWindow(db, entry);
    expect(servers(db)).toEqual(['a maintenance', 'b up']);
    expect(readOverview(NOW, db).maintenance).toMatchObject([
      { title: 'now', servers: ['a'] },
      { title: 'tomorrow, all', servers: [] },
    ]);
  });

  it('covers every server by a window that names none', () => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'a' });
    storeWindow(db, { startAt: NOW, endAt: NOW + 1 });
    expect(servers(db)).toEqual(['a maintenance']);
  });

  it('gives the blind spans of the last 90 days, newest first', () => {
    const db = memoryDb();
    const old = { startAt: NOW - 95 * DAY_MS, endAt: NOW - 91 * DAY_MS };
    const long = { startAt: NOW - 91 * DAY_MS, endAt: NOW - 80 * DAY_MS };
    const recent = { startAt: NOW - DAY_MS, endAt: NOW - DAY_MS + HOUR_MS };
    for (const span of [old, long, recent]) insertBlindSpan(db, span);
    expect(readOverview(NOW, db).blindSpans).toEqual([recent, long]);
  });

  it('takes the title from the settings and keeps their problems to itself', () => {
    const db = memoryDb();
    writeSetting(db, 'page', { title: 'Acme tools', timezone: 'Europe/Berlin' });
    writeSetting(db, 'configProblems', [{ severity: 'error', file: 'secret-mcp.json' }]);
    const view = readOverview(NOW, db);
    expect(view).toMatchObject({ page: { title: 'Acme tools', timezone: 'Europe/Berlin' }, hasConfigErrors: true });
    expect(JSON.stringify(view)).not.toContain('secret-mcp');
  });

  it('asks a fixed number of questions, none of the checks, each along a key', () => {
    const db = memoryDb();
    storeBeat(db);
    const counts = [1, 40].map((size) => {
      for (let index = 0; index < size; index++) storeEndpoint(db, { slug: `server-${size}-${index}` });
      const { db: watched, asked } = listened(db);
      readOverview(NOW, watched);
      return asked;
    });
    const [few = [], many = []] = counts;
    expect(many).toEqual(few);
    expect(few).toHaveLength(10);
    expect(few.join('\n')).not.toMatch(/"checks"/);
    for (const query of few.filter((text) => text.includes('"rollups"'))) {
      const plan = db.$client
        .prepare(`explain query plan ${query}`)
        .all('hour', 0, 0)
        .map((step) => JSON.stringify(step));
      expect(plan.join('\n')).toMatch(
        /SEARCH rollups USING PRIMARY KEY \(endpoint_id=\? AND grain=\? AND bucket_at>\?\)/,
      );
    }
  });
});
