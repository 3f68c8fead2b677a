import { describe, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import { insertDrift } from '@/db/queries/drifts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { readDrift } from '@/lib/reads/drift';
import { memoryDb } from '@/tests/database';
import { ADDED, REQUIRED } from '@/tests/fixtures/drift-views';
import { NOW, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

const changed = { kind: 'breaking', changes: [REQUIRED, ADDED] } as const;

function store(db: Db, endpointId: number, at: number, lastSeenAt = at): number {
  return insertDrift(db, {
    endpointId,
    at,
    lastSeenAt,
    seenCount: 1,
    kind: changed.kind,
    changes: [...changed.changes],
  });
}

describe('readDrift', () => {
  it('tells what changed, by when it was last seen', () => {
    const db = memoryDb();
    const id = storeEndpoint(db, { slug: 'warehouse' });
    const other = storeEndpoint(db, { slug: 'other' });
    const once = store(db, id, NOW - HOUR_MS);
    const again = store(db, id, NOW - DAY_MS, NOW - MINUTE_MS);
    store(db, other, NOW);
    expect(readDrift('warehouse', NOW, db)).toEqual([
      { id: String(again), at: NOW - DAY_MS, lastSeenAt: NOW - MINUTE_MS, seenCount: 1, approvedAt: null, ...changed },
      { id: String(once), at: NOW - HOUR_MS, lastSeenAt: NOW - HOUR_MS, seenCount: 1, approvedAt: null, ...changed },
    ]);
  });

  it('goes back 90 days, and 50 changes', () => {
    const db = memoryDb();
    const id = storeEndpoint(db, { slug: 'warehouse' });
    store(db, id, NOW - 91 * DAY_MS);
    expect(readDrift('warehouse', NOW, db)).toEqual([]);
    for (let minute = 0; minute < 60; minute++) store(db, id, NOW - minute * MINUTE_MS);
    const drifts = readDrift('warehouse', NOW, db) ?? [];
    expect(drifts).toHaveLength(50);
    expect(drifts[0]?.at).toBe(NOW);
  });

  it('knows nothing of servers that are not listed', () => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'hidden', isHidden: true });
    expect(readDrift('hidden', NOW, db)).toBeNull();
    expect(readDrift('nobody', NOW, db)).toBeNull();
  });
});
