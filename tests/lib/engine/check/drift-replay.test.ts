// Whatever a server lists, however it flaps, whoever approves and whatever is forgotten meanwhile: the changes that are
// not yet approved, applied to the baseline in the order in which they were last seen, give the present list.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { selectCatalogueTools } from '@/db/queries/catalogues';
import * as schema from '@/db/schema';
import { approveDrift } from '@/lib/admin/approve-drift';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { DEFAULT_RETENTION, pruneSlice } from '@/lib/engine/prune';
import { memoryDb } from '@/tests/database';
import { answered } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enroll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const NAMES = ['a', 'b', 'c', 'd', 'e'];

interface Step {
  names: string[];
  gapMs: number;
  after: 'nothing' | 'approve' | 'prune';
}

const names = fc.subarray(NAMES);
const after = fc.constantFrom<Step['after'][]>('nothing', 'nothing', 'nothing', 'approve', 'prune');
/** A few checks over days, and many within one. */
const calm = fc.array(fc.record({ names, gapMs: fc.constantFrom(MINUTE_MS, 13 * HOUR_MS, 25 * HOUR_MS), after }), {
  maxLength: 25,
});
const busy = fc.array(
  fc.record({ names, gapMs: fc.constant(MINUTE_MS), after: fc.constant<Step['after']>('nothing') }),
  {
    minLength: 40,
    maxLength: 80,
  },
);

function replayed(db: Db): string[] {
  const state = db.select().from(schema.endpointStates).get();
  const list = new Set(selectCatalogueTools(db, state?.baselineCatalogueId ?? 0).map(({ name }) => name));
  const open = db
    .select()
    .from(schema.drifts)
    .all()
    .filter(({ approvedAt }) => approvedAt === null);
  for (const { changes } of open.sort((a, b) => a.lastSeenAt - b.lastSeenAt)) {
    for (const { tool, code } of changes) {
      if (code === 'tool_removed') list.delete(tool);
      if (code === 'tool_added') list.add(tool);
    }
  }
  return [...list].sort();
}

function approveNewest(db: Db, now: number): void {
  const rows = db
    .select()
    .from(schema.drifts)
    .all()
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt);
  const [newest] = rows.filter(({ approvedAt }) => approvedAt === null);
  if (newest) expect(approveDrift(db, person('Ada'), newest.id, now)).toMatchObject({ ok: true });
}

test('the changes lead from the baseline to the present list', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(calm, busy), (steps) => {
      const db = memoryDb();
      const roll = enroll(db, T0);
      let at = T0;
      for (const step of steps) {
        at += step.gapMs;
        roll.visit(at, answered(step.names, { hasTools: false }));
        if (step.after === 'approve') approveNewest(db, at + 1);
        if (step.after === 'prune') pruneSlice(db, at, { ...DEFAULT_RETENTION, catalogues: 2 });
        expect(replayed(db)).toEqual(step.names);
      }
      db.$client.close();
    }),
    { numRuns: 60 },
  );
});
