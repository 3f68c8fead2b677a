// From a rollcall.json to booked time: real files, real expansion, the real write path.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { endMaintenance } from '@/lib/admin/end-maintenance';
import type { LoadedConfig } from '@/lib/config/load-config';
import { DEFAULT_POLICY } from '@/lib/core/endpoint';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UnixMs } from '@/lib/core/time';
import { planMaintenance } from '@/lib/runtime/plan-maintenance';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enroll } from '@/tests/fixtures/visits';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();
let db: Db;
beforeEach(() => {
  db = memoryDb();
});

const at = (text: string): UnixMs => Date.parse(text);
const patchDay = { title: 'Patch day', start: '2026-03-01T02:30', duration: '2h', timezone: 'Europe/Berlin' };
const daily = { ...patchDay, repeat: 'FREQ=DAILY', endpoints: ['warehouse'] };

function configure(maintenance: object[], previous: LoadedConfig | null = null): LoadedConfig {
  folder.write('mcp.json', { mcpServers: { warehouse: { url: 'https://a.test' } } });
  folder.write('rollcall.json', { maintenance });
  return folder.load({ previous });
}

/** "28 01:30-03:30", days and hours in UTC. */
const stored = () =>
  db
    .select()
    .from(schema.maintenanceWindows)
    .orderBy(schema.maintenanceWindows.startAt)
    .all()
    .map(({ startAt, endAt }) => {
      const [from, to] = [startAt, endAt].map((instant) => new Date(instant).toISOString());
      return `${from?.slice(8, 10)} ${from?.slice(11, 16)}-${to?.slice(11, 16)}`;
    });
const rows = () => db.select().from(schema.maintenanceWindows).orderBy(schema.maintenanceWindows.startAt).all();

describe('time in a repeated window', () => {
  it('is left out of uptime on each day, that of the change of the clocks too', () => {
    // 28 March 02:30 to 04:30 is 01:30Z to 03:30Z. On the 29th 02:30 is skipped: 03:30 to 05:30 is 01:30Z to 03:30Z.
    // On the 30th 02:30 is 00:30Z.
    const from = at('2026-03-28T00:00Z');
    planMaintenance(db, configure([daily]), from);
    expect(stored().slice(0, 3)).toEqual(['28 01:30-03:30', '29 01:30-03:30', '30 00:30-02:30']);
    // Down in the middle of each window, long enough to be confirmed.
    const windows = rows().slice(0, 3);
    const isAway = (now: UnixMs) =>
      windows.some(({ startAt, endAt }) => now >= startAt + 10 * MINUTE_MS && now < endAt - 10 * MINUTE_MS);
    const intervalMs = 5 * MINUTE_MS;
    const roll = enroll(db, from, { policy: { ...DEFAULT_POLICY, intervalMs } });
    for (let now = from; now <= from + 3 * DAY_MS; now += intervalMs) {
      roll.visit(now, isAway(now) ? failed() : answered());
    }
    const days = db
      .select()
      .from(schema.rollups)
      .all()
      .filter(({ grain }) => grain === 'day');
    const booked = days.slice(0, 3).map(({ upMs, downMs, maintenanceMs }) => ({ upMs, downMs, maintenanceMs }));
    expect(booked).toEqual(Array(3).fill({ upMs: 22 * HOUR_MS, downMs: 0, maintenanceMs: 2 * HOUR_MS }));
    expect(db.select().from(schema.outages).all()).toHaveLength(3);
  });
});

describe('the stored windows', () => {
  const now = at('2026-03-28T02:00Z');

  it('reach 120 days ahead, and go on a day further each day', () => {
    const loaded = configure([daily]);
    planMaintenance(db, loaded, now);
    expect(rows()).toHaveLength(121);
    const before = rows();
    planMaintenance(db, loaded, now + DAY_MS);
    expect(rows()).toHaveLength(122);
    expect(rows().slice(0, 121)).toEqual(before);
  });

  it('stay the same rows when the plan changes, with its new length and servers', () => {
    const first = configure([daily]);
    planMaintenance(db, first, now);
    const [underWay, next] = rows();
    planMaintenance(db, configure([{ ...daily, endpoints: [], duration: '4h' }], first), now + MINUTE_MS);
    const changed = { servers: [], changedAt: now + MINUTE_MS };
    const longerBy = 2 * HOUR_MS;
    expect(rows().slice(0, 2)).toEqual([
      { ...underWay, ...changed, endAt: (underWay?.endAt ?? 0) + longerBy },
      { ...next, ...changed, endAt: (next?.endAt ?? 0) + longerBy },
    ]);
  });

  it('end now when their plan is removed, and are forgotten when they had not begun', () => {
    const first = configure([daily]);
    planMaintenance(db, first, now);
    planMaintenance(db, configure([], first), now + MINUTE_MS);
    expect(stored()).toEqual(['28 01:30-02:01']);
    planMaintenance(db, first, now + 2 * MINUTE_MS);
    expect(stored().slice(0, 2)).toEqual(['28 01:30-03:30', '29 01:30-03:30']);
  });

  it('stay while the files are broken, also after a restart', () => {
    planMaintenance(db, configure([daily]), now);
    const before = rows();
    folder.write('rollcall.json', '{ "maintenance": [');
    planMaintenance(db, folder.load(), now + MINUTE_MS);
    expect(rows()).toEqual(before);
    folder.remove('rollcall.json');
    folder.remove('mcp.json');
    planMaintenance(db, folder.load(), now + MINUTE_MS);
    expect(rows()).toEqual(before);
  });

  it('do not come back when a person has ended one', () => {
    const loaded = configure([daily]);
    planMaintenance(db, loaded, now);
    endMaintenance(db, person('Ada'), rows()[0]?.id ?? 0, now + MINUTE_MS);
    planMaintenance(db, loaded, now + 2 * MINUTE_MS);
    expect(stored().slice(0, 2)).toEqual(['28 01:30-02:01', '29 01:30-03:30']);
  });

  it('are bounded, the nearest first', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...daily, title: `Night ${i}` }));
    const left = planMaintenance(db, configure(many), now);
    expect(rows()).toHaveLength(5_000);
    expect(left).toBe(60 * 121 - 5_000);
    const lastDay = Math.max(...rows().map(({ startAt }) => startAt));
    expect(lastDay).toBeLessThan(now + 90 * DAY_MS);
  });

  it('cover the groups and servers that the files name, by slug', () => {
    folder.write('mcp.json', {
      mcpServers: { 'My Server': { url: 'https://a.test', rollcall: { group: 'Data' } }, b: { url: 'https://b.test' } },
    });
    folder.write('rollcall.json', { maintenance: [{ ...patchDay, start: '2026-04-01T00:00', groups: ['Data'] }] });
    planMaintenance(db, folder.load(), now);
    expect(rows()).toMatchObject([{ servers: ['my-server'], timezone: 'Europe/Berlin', announcedAt: now }]);
  });
});
