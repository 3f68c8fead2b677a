import { describe, expect, it } from 'vitest';
import { writeSetting } from '@/db/queries/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { readMaintenance } from '@/lib/reads/maintenance';
import { readServerPage } from '@/lib/reads/server-page';
import { memoryDb } from '@/tests/database';
import { NOW, storeEndpoint } from '@/tests/fixtures/stored-endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';

const window = (title: string, startAt: number, servers: string[] = []) => ({
  title,
  startAt,
  endAt: startAt + HOUR_MS,
  servers,
});

function stored() {
  const db = memoryDb();
  writeSetting(db, 'page', { title: 'Acme tools', timezone: 'Europe/Berlin' });
  storeEndpoint(db, { slug: 'a', title: 'A' });
  storeEndpoint(db, { slug: 'b', title: 'B', position: 1 });
  storeEndpoint(db, { slug: 'hidden', isHidden: true });
  return db;
}

describe('readMaintenance', () => {
  it('tells of the past three months and of all that is to come, by their beginning, without hidden servers', () => {
    const db = stored();
    storeWindow(db, window('in four months', NOW + 119 * DAY_MS, ['a']));
    storeWindow(db, window('long ago', NOW - 100 * DAY_MS));
    storeWindow(db, window('last month', NOW - 30 * DAY_MS, ['b', 'hidden']));
    storeWindow(db, window('secret', NOW + DAY_MS, ['hidden']));
    storeWindow(db, window('now', NOW - MINUTE_MS));
    storeWindow(db, { title: 'ended at its beginning', startAt: NOW - DAY_MS, endAt: NOW - DAY_MS });
    const view = readMaintenance(NOW, db);
    expect(view.page).toEqual({ title: 'Acme tools', timezone: 'Europe/Berlin', language: 'en' });
    expect(view.windows.map(({ title, servers }) => [title, servers])).toEqual([
      ['last month', ['b']],
      ['now', []],
      ['in four months', ['a']],
    ]);
    expect([...view.titles]).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ]);
    expect(JSON.stringify(view)).not.toContain('hidden');
  });

  it('is bounded, the nearest first', () => {
    const db = stored();
    for (let i = -300; i < 700; i++) storeWindow(db, window(`${i}`, NOW + i * 2 * HOUR_MS));
    const { windows } = readMaintenance(NOW, db);
    expect(windows).toHaveLength(700);
    expect([windows[0]?.title, windows.at(-1)?.title]).toEqual(['-200', '499']);
  });

  it('tells nobody who ended it', () => {
    const db = stored();
    storeWindow(db, { ...window('now', NOW - HOUR_MS), endAt: NOW, endedBy: 'Ada Lovelace' });
    expect(JSON.stringify(readMaintenance(NOW, db))).not.toContain('Ada');
  });
});

describe("a server's own page", () => {
  it('announces what concerns it, a week ahead, and names no other', () => {
    const db = stored();
    storeWindow(db, window('both', NOW + DAY_MS, ['a', 'b']));
    storeWindow(db, window('all', NOW - MINUTE_MS));
    storeWindow(db, window('other', NOW + DAY_MS, ['b']));
    storeWindow(db, window('far', NOW + 8 * DAY_MS, ['a']));
    expect(readServerPage('a', NOW, db)?.maintenance.map(({ title, servers }) => [title, servers])).toEqual([
      ['all', []],
      ['both', ['a']],
    ]);
    expect(readServerPage('a', NOW, db)?.server.status).toBe('maintenance');
  });
});
