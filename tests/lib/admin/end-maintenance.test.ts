import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { endMaintenance } from '@/lib/admin/end-maintenance';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { syncMaintenance } from '@/lib/engine/sync-maintenance';
import { memoryDb } from '@/tests/database';
import { answered } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enroll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 22, 0);
const ADA = person('Ada Lovelace');
const today = { uid: 'today', title: 'Patch day', timezone: 'UTC', servers: [], startAt: T0, endAt: T0 + 2 * HOUR_MS };
const tomorrow = { ...today, uid: 'tomorrow', startAt: T0 + DAY_MS, endAt: T0 + DAY_MS + 2 * HOUR_MS };

let db: Db;
const sync = (now: number) => syncMaintenance(db, [today, tomorrow], { now, mayMissWindows: false });
const windows = () => db.select().from(schema.maintenanceWindows).orderBy(schema.maintenanceWindows.startAt).all();

beforeEach(() => {
  db = memoryDb();
  sync(T0 - DAY_MS);
});

describe('endMaintenance', () => {
  it('ends this window now, and only this one, whatever the configuration says later', () => {
    const now = T0 + 30 * MINUTE_MS;
    const [first, second] = windows();
    expect(endMaintenance(db, ADA, first?.id ?? 0, now)).toEqual({ ok: true });
    for (const at of [now, now + MINUTE_MS, now + HOUR_MS]) sync(at);
    expect(windows()).toEqual([{ ...first, endAt: now, endedBy: 'Ada Lovelace', changedAt: now }, second]);
  });

  it('counts time again from then on', () => {
    const roll = enroll(db, T0);
    roll.visit(T0, answered());
    endMaintenance(db, ADA, windows()[0]?.id ?? 0, T0 + 20_000);
    roll.visit(T0 + MINUTE_MS, answered());
    const [day] = db.select().from(schema.rollups).all();
    expect(day).toMatchObject({ upMs: 40_000, maintenanceMs: 20_000 });
  });

  it.each([
    ['one not begun', T0 - 1, 'not_begun'],
    ['one that is over', T0 + 2 * HOUR_MS, 'over'],
  ])('refuses %s', (_case, now, code) => {
    const before = windows();
    expect(endMaintenance(db, ADA, before[0]?.id ?? 0, now)).toEqual({ ok: false, code });
    expect(windows()).toEqual(before);
  });

  it('refuses one that was ended already, and one that never was', () => {
    const id = windows()[0]?.id ?? 0;
    endMaintenance(db, ADA, id, T0 + 1);
    expect(endMaintenance(db, person('Bob'), id, T0 + 2)).toEqual({ ok: false, code: 'over' });
    expect(windows()[0]?.endedBy).toBe('Ada Lovelace');
    expect(endMaintenance(db, ADA, 99, T0)).toEqual({ ok: false, code: 'not_found' });
  });
});
