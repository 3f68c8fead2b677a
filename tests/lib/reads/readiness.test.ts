import { describe, expect, it } from 'vitest';
import { openFile } from '@/db/client';
import { HOUR_MS } from '@/lib/core/time';
import { askDatabase, readReadiness } from '@/lib/reads/readiness';
import { memoryDb } from '@/tests/database';
import { NOW, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

describe('readReadiness', () => {
  it('is ready while the loop is on time', () => {
    const db = memoryDb();
    storeBeat(db);
    storeEndpoint(db, { slug: 'a' });
    expect(readReadiness(NOW, db)).toEqual({ isReady: true, reasons: [] });
  });

  it('is not ready before the loop has started, even with nothing to call', () => {
    expect(readReadiness(NOW, memoryDb())).toEqual({ isReady: false, reasons: ['the loop has not started'] });
  });

  it('gives every reason', () => {
    const db = memoryDb();
    storeBeat(db, NOW - HOUR_MS);
    storeEndpoint(db, { slug: 'a', nextCheckAt: NOW - HOUR_MS });
    storeEndpoint(db, { slug: 'b', nextCheckAt: NOW - HOUR_MS });
    expect(readReadiness(NOW, db)).toEqual({
      isReady: false,
      reasons: ['the loop was last seen 1 hour ago', '2 servers should have been called long ago'],
    });
  });
});

describe('askDatabase', () => {
  it('throws when there is nothing to ask', () => {
    expect(() => askDatabase(memoryDb())).not.toThrow();
    expect(() => askDatabase(openFile(':memory:'))).toThrow(/no such table/);
  });
});
