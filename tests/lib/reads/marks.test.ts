import { describe, expect, it } from 'vitest';
import { openFile } from '@/db/client';
import { writeSetting } from '@/db/queries/settings';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { readPageMark, readServerMark } from '@/lib/reads/marks';
import { memoryDb } from '@/tests/database';
import {
  brokenState,
  NEVER_CHECKED,
  NOW,
  type StoredEndpoint,
  storeBeat,
  storeEndpoint,
} from '@/tests/fixtures/stored-endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';

const DOWN = brokenState('down', { stage: 'reach', code: 'refused', message: 'connection refused' });

describe('readServerMark', () => {
  function mark(stored: Omit<StoredEndpoint, 'slug'>, beatAt = NOW) {
    const db = memoryDb();
    storeBeat(db, beatAt);
    storeEndpoint(db, { slug: 'warehouse', title: 'Warehouse', ...stored });
    return readServerMark('warehouse', NOW, db);
  }

  it('knows listed servers only', () => {
    expect(mark({ isHidden: true })).toBeNull();
    expect(mark({ archivedAt: NOW })).toBeNull();
    expect(mark({})).toEqual({ title: 'Warehouse', status: 'up', staleMs: null });
  });

  it.each<[string, Omit<StoredEndpoint, 'slug'>, number, number | null]>([
    ['three intervals old', { state: { checkedAt: NOW - 3 * MINUTE_MS } }, NOW, null],
    ['older', { state: { checkedAt: NOW - 3 * MINUTE_MS - 1 } }, NOW, 3 * MINUTE_MS + 1],
    ['old for its own interval', { intervalMs: HOUR_MS, state: { checkedAt: NOW - 2 * HOUR_MS } }, NOW, null],
    [
      'asked to be left alone, and was',
      { state: { checkedAt: NOW - 30 * MINUTE_MS, restUntil: NOW - 2 * MINUTE_MS } },
      NOW,
      null,
    ],
    [
      'asked to be left alone, and forgotten since',
      { state: { checkedAt: NOW - 30 * MINUTE_MS, restUntil: NOW - 2 * MINUTE_MS - 1 } },
      NOW,
      30 * MINUTE_MS,
    ],
    ['fresh, though the loop is late', {}, NOW - HOUR_MS, null],
    ['due, and the loop does not come', { nextCheckAt: NOW - 1 }, NOW - HOUR_MS, 20 * SECOND_MS],
    ['paused long ago', { isPaused: true, state: { checkedAt: NOW - HOUR_MS } }, NOW, null],
    ['not callable', { problem: 'X is not set', state: { checkedAt: NOW - HOUR_MS } }, NOW, null],
    ['never checked', { state: NEVER_CHECKED, nextCheckAt: NOW - 1 }, NOW - HOUR_MS, null],
  ])('%s', (_case, stored, beatAt, staleMs) => {
    expect(mark(stored, beatAt)?.staleMs).toBe(staleMs);
  });

  it('sees maintenance', () => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'warehouse', state: DOWN });
    storeWindow(db, { startAt: NOW, endAt: NOW + 1, servers: ['warehouse'] });
    expect(readServerMark('warehouse', NOW, db)?.status).toBe('maintenance');
    expect(readServerMark('warehouse', NOW + 1, db)?.status).toBe('down');
  });
});

describe('readPageMark', () => {
  it('counts those that should answer, in the state of the worst', () => {
    const db = memoryDb();
    storeBeat(db);
    writeSetting(db, 'page', { title: 'Acme tools', timezone: 'UTC' });
    storeEndpoint(db, { slug: 'up' });
    storeEndpoint(db, { slug: 'down', state: DOWN });
    storeEndpoint(db, { slug: 'unset', problem: 'X is not set', state: NEVER_CHECKED });
    storeEndpoint(db, { slug: 'waiting', state: NEVER_CHECKED });
    storeEndpoint(db, { slug: 'paused', isPaused: true });
    storeEndpoint(db, { slug: 'hidden', isHidden: true, state: DOWN });
    storeEndpoint(db, { slug: 'resting' });
    storeWindow(db, { startAt: NOW, endAt: NOW + 1, servers: ['resting'] });
    expect(readPageMark(NOW, db)).toEqual({
      title: 'Acme tools',
      status: 'down',
      upCount: 1,
      calledCount: 3,
      incidentCount: 0,
      staleMs: null,
    });
  });

  it('is stale since the newest check when the loop is late', () => {
    const db = memoryDb();
    storeBeat(db, NOW - HOUR_MS);
    storeEndpoint(db, { slug: 'a', state: { checkedAt: NOW - 50 * MINUTE_MS } });
    storeEndpoint(db, { slug: 'b', state: { checkedAt: NOW - 55 * MINUTE_MS } });
    expect(readPageMark(NOW, db).staleMs).toBe(50 * MINUTE_MS);
  });

  it('is grey on an empty page', () => {
    const empty = { title: 'Rollcall', status: 'unknown', upCount: 0, calledCount: 0, incidentCount: 0, staleMs: null };
    expect(readPageMark(NOW, memoryDb())).toEqual(empty);
  });

  it('fails loudly on a database that is none', () => {
    expect(() => readPageMark(NOW, openFile(':memory:'))).toThrow(/no such table/);
  });
});
