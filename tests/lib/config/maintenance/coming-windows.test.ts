import { describe, expect, it } from 'vitest';
import { comingWindows } from '@/lib/config/maintenance/coming-windows';
import type { MaintenancePlan } from '@/lib/config/maintenance/maintenance-plans';
import { readTimes } from '@/lib/config/maintenance/read-times';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';

const NOW = Date.parse('2026-11-22T12:00Z');
const UNTIL = NOW + 120 * DAY_MS;

interface Given {
  title?: string;
  start: string;
  repeat?: string;
  timezone?: string;
  hours?: number;
  except?: string[];
  servers?: string[];
}

function plan({ title = 'Patch day', start, timezone = 'Europe/Berlin', hours = 2, servers = [], ...more }: Given) {
  const durationMs = hours * HOUR_MS;
  const refuse = (key: string, message: string) => {
    throw new Error(`${key}: ${message}`);
  };
  const setting = { title, start, duration: durationMs, ...more };
  const times = readTimes(setting, timezone, { warn: refuse, note: refuse });
  if (times === null) throw new Error('no times');
  return { title, endpoints: servers, groups: [], timezone, durationMs, times } satisfies MaintenancePlan;
}

const windows = (plans: MaintenancePlan[], now = NOW) => comingWindows(plans, { now, untilAt: UNTIL });
const uids = (plans: MaintenancePlan[]) => windows(plans).map(({ uid }) => uid);
const weekly: Given = { start: '2026-11-17T22:00', repeat: 'FREQ=WEEKLY' };

describe('comingWindows', () => {
  it('keeps a single window until it is over, and finds it however far away', () => {
    const single = plan({ start: '2026-11-22T12:00' });
    expect(windows([single], Date.parse('2026-11-22T12:59Z'))).toHaveLength(1);
    expect(windows([single], Date.parse('2026-11-22T13:00Z'))).toEqual([]);
    expect(windows([plan({ start: '2030-01-01T12:00' })])).toHaveLength(1);
  });

  it('gives those of a rule that are under way and those of the next months, earliest first', () => {
    const given = windows([plan({ start: '2026-12-24T10:00', title: 'Feast' }), plan({ ...weekly, hours: 5 * 24 })]);
    expect(given.slice(0, 2).map(({ startAt }) => new Date(startAt).toISOString())).toEqual([
      '2026-11-17T21:00:00.000Z',
      '2026-11-24T21:00:00.000Z',
    ]);
    expect(given.map(({ startAt }) => startAt)).toEqual(given.map(({ startAt }) => startAt).sort());
    expect(given.find(({ title }) => title === 'Feast')).toBeDefined();
    expect(given.at(-1)?.startAt).toBeGreaterThan(UNTIL - 8 * DAY_MS);
  });

  it('lasts as long as it says while the clocks change, from the time on the wall', () => {
    const night = plan({ start: '2026-03-28T22:00', repeat: 'FREQ=DAILY;COUNT=2', hours: 6 });
    const given = comingWindows([night], { now: Date.parse('2026-03-01'), untilAt: Date.parse('2026-05-01') });
    expect(given.map(({ startAt, endAt }) => [startAt, endAt].map((at) => new Date(at).toISOString()))).toEqual([
      ['2026-03-28T21:00:00.000Z', '2026-03-29T03:00:00.000Z'],
      ['2026-03-29T20:00:00.000Z', '2026-03-30T02:00:00.000Z'],
    ]);
  });

  it('names each window after its time on the wall, differently', () => {
    const all = uids([plan(weekly), plan({ ...weekly, title: 'Other' }), plan({ ...weekly, timezone: 'UTC' })]);
    expect(new Set(all).size).toBe(all.length);
    expect(all[0]).toMatch(/^20261124T2200-[0-9a-f]{16}$/);
  });

  it.each<[string, Given]>([
    ['of another length', { ...weekly, hours: 5 }],
    ['for other servers', { ...weekly, servers: ['warehouse'] }],
    ['that ends some day', { ...weekly, repeat: 'FREQ=WEEKLY;UNTIL=20991231' }],
  ])('names a window the same when it is one %s', (_case, changed) => {
    expect(uids([plan(changed)])).toEqual(uids([plan(weekly)]));
  });

  it('keeps the names of the others when one day is excepted', () => {
    const [, second, ...others] = uids([plan(weekly)]);
    expect(uids([plan({ ...weekly, except: ['2026-12-01'] })])).toEqual([uids([plan(weekly)])[0], ...others]);
    expect(second).toMatch(/^20261201T2200/);
  });

  it('tells twins apart, also when one of them is over', () => {
    const short = plan({ start: '2026-11-22T12:00', hours: 1 });
    const long = plan({ start: '2026-11-22T12:00', hours: 3 });
    const at = (time: string) => windows([short, long], Date.parse(time)).map(({ uid, endAt }) => ({ uid, endAt }));
    const [, second] = at('2026-11-22T11:30Z');
    expect(at('2026-11-22T12:30Z')).toEqual([second]);
  });
});
