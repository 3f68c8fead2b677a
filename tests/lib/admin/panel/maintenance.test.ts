// Work planned in the panel, from its form's draft to the windows that the loop stores.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { selectAudit } from '@/db/queries/audit-entries';
import { endMaintenance } from '@/lib/admin/end-maintenance';
import { checkMaintenance, maintenanceScope, panelWindowUids } from '@/lib/admin/panel/check-maintenance';
import { maintenanceOf } from '@/lib/admin/panel/maintenance-documents';
import { deleteMaintenance, saveMaintenance } from '@/lib/admin/panel/save-maintenance';
import { acceptsAnyCertificate } from '@/lib/admin/panel/trust';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { readStoredPanel } from '@/lib/reads/panel-config';
import { readPanelMaintenance } from '@/lib/reads/panel-maintenance';
import { planMaintenance } from '@/lib/runtime/plan-maintenance';
import { ADA, type TestDesk, testDesk } from './desk';

const NOW = Date.UTC(2026, 10, 22, 13);
const ONCE = { title: 'Move', start: '2026-11-22T14:30', duration: '2h', timezone: 'Europe/Berlin' };
const WEEKLY = { ...ONCE, title: 'Patch day', repeat: 'FREQ=WEEKLY;BYDAY=TU', endpoints: ['a'] };

let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
  desk.writeFile('mcp.json', { mcpServers: { a: { url: 'https://a.test', rollcall: { group: 'G' } } } });
  desk.writeFile('rollcall.json', {
    maintenance: [{ title: 'Of a file', start: '2026-11-25T22:00', duration: '1h' }],
  });
});
afterEach(() => desk.remove());

const save = (entry: Record<string, unknown>, key: string | null = null) =>
  saveMaintenance(desk, ADA, { key, entry }, NOW);
const stored = () => maintenanceOf(readStoredPanel(desk.db, desk.sealer).panel.rollcall);
function follow(now = NOW) {
  syncEndpoints(desk.db, desk.load(), now);
  planMaintenance(desk.db, desk.load(), now);
}

test('is planned, changed and taken back, and the windows follow; those of files stay', () => {
  const saved = save(ONCE);
  expect(save(ONCE)).toEqual(saved);
  expect(stored()).toHaveLength(1);
  follow();
  // 14:30 in Berlin is 13:30 UTC.
  expect(readPanelMaintenance(NOW, desk.db).coming.map(({ title, startAt }) => [title, startAt])).toEqual([
    ['Move', NOW + HOUR_MS / 2],
    ['Of a file', Date.UTC(2026, 10, 25, 22)],
  ]);
  const changed = save({ ...ONCE, duration: '3h' }, saved.ok ? saved.key : null);
  follow();
  const [window] = readPanelMaintenance(NOW, desk.db).coming;
  expect(window).toMatchObject({ title: 'Move', servers: [], endAt: NOW + 3.5 * HOUR_MS });
  expect(panelWindowUids(desk, { since: NOW, untilAt: NOW + 9 * DAY_MS })).toEqual(new Set([window?.uid]));
  expect(save({ ...ONCE, title: 'Late' }, saved.ok ? saved.key : null)).toEqual({ ok: false, code: 'not_found' });
  expect(deleteMaintenance(desk, ADA, changed.ok ? changed.key : '', NOW)).toBe(true);
  expect(deleteMaintenance(desk, ADA, changed.ok ? changed.key : '', NOW)).toBe(false);
  follow();
  expect(readPanelMaintenance(NOW, desk.db).coming.map(({ title }) => title)).toEqual(['Of a file']);
  const told = selectAudit(desk.db, {}, 9).map(({ action, subject, before, after }) => [
    action,
    subject,
    before,
    after,
  ]);
  expect(told).toEqual([
    ['maintenance.deleted', 'Move', { ...ONCE, duration: '3h' }, null],
    ['maintenance.changed', 'Move', { duration: '2h' }, { duration: '3h' }],
    ['maintenance.created', 'Move', null, ONCE],
  ]);
});

test('under way it is running; ended early it is past, and the next one takes place', () => {
  save({ ...WEEKLY, start: '2026-11-22T14:00', repeat: 'FREQ=DAILY' });
  follow();
  const { running } = readPanelMaintenance(NOW, desk.db);
  expect(running).toMatchObject([{ title: 'Patch day', servers: ['a'], startAt: NOW }]);
  endMaintenance(desk.db, ADA, running[0]?.id ?? 0, NOW + HOUR_MS);
  const { past, coming } = readPanelMaintenance(NOW + HOUR_MS, desk.db);
  expect(past).toMatchObject([{ title: 'Patch day', endAt: NOW + HOUR_MS, endedBy: 'Ada' }]);
  expect(coming[0]).toMatchObject({ title: 'Patch day', startAt: NOW + DAY_MS });
  expect(selectAudit(desk.db, {}, 1)[0]).toMatchObject({ action: 'maintenance.ended', subject: 'Patch day' });
});

describe('looked at before', () => {
  const dates = (entry: Record<string, unknown>) => {
    const checked = checkMaintenance(desk, entry, NOW);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    return checked.preview.spans.map(({ startAt }) => new Date(startAt).toISOString().slice(0, 16));
  };

  test('it tells the next five, at the same hour on the wall over the change of the clocks', () => {
    expect(dates({ ...WEEKLY, repeat: 'FREQ=MONTHLY;BYDAY=-1SU' })).toEqual([
      '2026-11-29T13:30',
      '2026-12-27T13:30',
      '2027-01-31T13:30',
      '2027-02-28T13:30',
      '2027-03-28T12:30',
    ]);
  });

  test('a leap day has its five, a past one none, and one that counts as many as it counts', () => {
    expect(dates({ ...WEEKLY, start: '2026-11-22T00:30', repeat: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' })).toHaveLength(
      5,
    );
    expect(dates({ ...ONCE, start: '2026-01-01T00:00' })).toEqual([]);
    expect(dates({ ...WEEKLY, repeat: 'FREQ=DAILY;COUNT=2' })).toHaveLength(2);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no title', { ...ONCE, title: '' }, 'title'],
    ['a day that does not exist', { ...ONCE, start: '2026-02-30T10:00' }, 'start'],
    ['a zone that does not exist', { ...ONCE, timezone: 'Mars/Base' }, 'timezone'],
    ['a length of nothing', { ...ONCE, duration: '0s' }, 'duration'],
    ['a rule by the hour', { ...ONCE, repeat: 'FREQ=HOURLY' }, 'repeat'],
    ['a server that nobody knows', { ...ONCE, endpoints: ['nobody'] }, 'endpoints[0]'],
    ['an unknown key', { ...ONCE, servers: ['a'] }, 'servers'],
  ])('%s is told at its place, and not saved', (_, entry, path) => {
    const checked = checkMaintenance(desk, entry, NOW);
    expect(checked).toMatchObject({ ok: false });
    if (!checked.ok) expect(checked.problems.map((problem) => problem.path)).toContain(path);
    expect(save(entry)).toMatchObject({ ok: false, code: 'unfit' });
    expect(stored()).toEqual([]);
  });

  test('what it can be about is what is on the roll', () => {
    expect(maintenanceScope(desk)).toEqual({ servers: [{ name: 'a', title: 'a' }], groups: ['G'], timezone: 'UTC' });
  });
});

test('a server that takes any certificate is told by the configuration alone', () => {
  desk.writeFile('b.mcp.json', { mcpServers: { b: { url: 'https://b.test', rollcall: { insecure: true } } } });
  expect(['a', 'b', 'gone'].map((slug) => acceptsAnyCertificate(desk, slug))).toEqual([false, true, false]);
});
