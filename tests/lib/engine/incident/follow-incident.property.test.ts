// Whatever three servers do, are paused or come back, incidents and outages tell the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { isOver } from '@/lib/core/incident/incident';
import { MINUTE_MS } from '@/lib/core/time';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { readNewestIncidents } from '@/lib/reads/incidents';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { enrollAll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);
const OUTCOMES = {
  up: answered(),
  slow: answered(undefined, { latencyMs: 9_000 }),
  down: failed(),
  locked: failed({ stage: 'handshake', code: 'unauthorized', message: '401', detail: null }),
};

/** So many minutes of one kind for one server, or a pause of it. */
const step = fc.record({
  server: fc.nat({ max: 2 }),
  does: fc.constantFrom('up', 'slow', 'down', 'locked', 'pause'),
  minutes: fc.integer({ min: 1, max: 12 }),
});

function expectTheSame(db: Db): void {
  const outages = db.select().from(schema.outages).all();
  const links = db.select().from(schema.incidentOutages).all();
  // No outage without its incident, no incident without its outage, and no outage in two.
  const troubles = outages.filter(({ status }) => status !== 'locked').map(({ id }) => id);
  expect(links.map(({ outageId }) => outageId).sort()).toEqual(troubles.sort());
  for (const { outageId, endedAt } of links) {
    expect(endedAt).toBe(outages.find(({ id }) => id === outageId)?.endedAt);
  }
  for (const { id, status, startedAt, resolvedAt, mergedIntoId } of db.select().from(schema.incidents).all()) {
    const held = links.filter(({ incidentId }) => incidentId === id);
    expect([held.length > 0, mergedIntoId]).toEqual([true, null]);
    // Open as long as one of its outages is, and for as long as they were.
    expect(isOver(status)).toBe(held.every(({ endedAt }) => endedAt !== null));
    expect(resolvedAt !== null).toBe(isOver(status));
    expect(startedAt).toBe(Math.min(...held.map((link) => link.startedAt)));
    if (resolvedAt !== null) expect(resolvedAt).toBe(Math.max(...held.map((link) => link.endedAt ?? 0)));
  }
  for (const view of readNewestIncidents(START * 2, 500, db)) {
    // "Resolved" is told exactly as often as it was opened, less the present time.
    const ends = view.updates.filter(({ status }) => status === 'resolved').length;
    const begins = 1 + view.updates.filter(({ note }) => note?.kind === 'reopened').length;
    expect(ends).toBeLessThanOrEqual(begins);
    if (view.resolvedAt !== null) {
      expect(view.updates[0]?.status).toBe('resolved');
      expect(view.servers.every(({ state }) => state === 'operational')).toBe(true);
    }
  }
}

test('no outage without its incident, and no incident that outlasts its outages', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const db = memoryDb();
      const rolls = enrollAll(db, START, [{ slug: 'a', group: 'G' }, { slug: 'b', group: 'G' }, { slug: 'c' }]);
      const paused = new Set<number>();
      let at = START;
      const sync = () => {
        const endpoints = rolls.map(({ endpoint }, index) => ({ ...endpoint, paused: paused.has(index) }));
        syncEndpoints(db, { endpoints, brokenFiles: [], isFound: true }, at);
      };
      for (const { server, does, minutes } of steps) {
        if (does === 'pause') {
          paused.add(server);
          sync();
        } else if (paused.delete(server)) sync();
        for (let minute = 0; minute < minutes; minute++) {
          at += MINUTE_MS;
          if (does !== 'pause') rolls[server]?.visit(at, OUTCOMES[does]);
        }
      }
      expectTheSame(db);
      db.$client.close();
    }),
    { numRuns: 25 },
  );
});
