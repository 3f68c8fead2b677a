import { describe, expect, it } from 'vitest';
import { comingWindows } from '@/lib/config/maintenance/coming-windows';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

function load(windows: unknown[], page = {}) {
  folder.write('mcp.json', {
    mcpServers: { warehouse: { url: 'https://a.test' }, 'Büro 1': { url: 'https://b.test' } },
  });
  folder.write('rollcall.json', { page, endpoints: { warehouse: { group: 'Data platform' } }, maintenance: windows });
  const { maintenance, problems, notes } = folder.load();
  return {
    maintenance,
    problems,
    notes,
    warnings: problems.map(({ path, message, remedy }) => `${path}: ${message}. ${remedy}`),
  };
}

const NOW = Date.parse('2026-11-22T00:00Z');
const window = { title: 'Patch day', start: '2026-12-01T22:00', duration: '2h' };
const windowsOf = (more: Record<string, unknown>, page = {}) =>
  comingWindows(load([{ ...window, ...more }], page).maintenance, { now: NOW, untilAt: NOW + 120 * DAY_MS });
const startOf = (more: Record<string, unknown>, page = {}) => {
  const [first] = windowsOf(more, page);
  return first === undefined ? null : new Date(first.startAt).toISOString();
};

describe('maintenance', () => {
  it('covers everything when it names nothing', () => {
    expect(load([window]).maintenance).toMatchObject([
      { title: 'Patch day', endpoints: [], groups: [], timezone: 'UTC', durationMs: 2 * HOUR_MS },
    ]);
  });

  it('uses its own time zone before that of the page', () => {
    expect(startOf({}, { timezone: 'Asia/Tokyo' })).toBe('2026-12-01T13:00:00.000Z');
    expect(startOf({ timezone: 'America/New_York' }, { timezone: 'Asia/Tokyo' })).toBe('2026-12-02T03:00:00.000Z');
    expect(startOf({ start: '2026-12-01T22:00Z' }, { timezone: 'Asia/Tokyo' })).toBe('2026-12-01T22:00:00.000Z');
  });

  it('names servers and groups', () => {
    const { maintenance, problems } = load([{ ...window, endpoints: ['Büro 1'], groups: ['Data platform'] }]);
    expect(maintenance).toMatchObject([{ endpoints: ['Büro 1'], groups: ['Data platform'] }]);
    expect(problems).toEqual([]);
  });

  it('leaves out names that do not exist, and the window when none is left', () => {
    const { maintenance, warnings } = load([
      { ...window, title: 'One', endpoints: ['warehouse', 'warehose'] },
      { ...window, title: 'Two', endpoints: ['elsewhere'] },
      { ...window, title: 'Three', groups: ['Data platforms'] },
    ]);
    expect(maintenance).toMatchObject([{ title: 'One', endpoints: ['warehouse'] }]);
    expect(warnings).toEqual([
      'maintenance[0].endpoints[1]: there is no server called "warehose". Did you mean "warehouse"?',
      'maintenance[1].endpoints[0]: there is no server called "elsewhere". Name a server that exists, or remove it.',
      'maintenance[2].groups[0]: there is no group called "Data platforms". Did you mean "Data platform"?',
    ]);
  });
});

describe('repeated maintenance', () => {
  it('repeats without a word', () => {
    const { problems, notes } = load([{ ...window, repeat: 'FREQ=MONTHLY;BYDAY=1TU', except: ['2027-01-05'] }]);
    expect([problems, notes]).toEqual([[], []]);
    const given = { repeat: 'FREQ=MONTHLY;BYDAY=1TU', except: ['2027-01-05'], timezone: 'Europe/Berlin' };
    expect(windowsOf(given).map(({ startAt }) => new Date(startAt).toISOString())).toEqual([
      '2026-12-01T21:00:00.000Z',
      '2027-02-02T21:00:00.000Z',
      '2027-03-02T21:00:00.000Z',
    ]);
  });

  it('says when the first window is not that of start', () => {
    const { notes } = load([{ ...window, start: '2026-11-25T22:00', repeat: 'FREQ=MONTHLY;BYDAY=1TU' }]);
    expect(notes).toMatchObject([
      {
        path: 'maintenance[0].start',
        message: 'the rule does not name the day of "start"; the first window is that of 2026-12-01T22:00',
      },
    ]);
  });

  const every = (repeat: string, more = {}) => ({ ...window, repeat, ...more });
  it.each([
    [
      'the 30th of February',
      every('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
      'maintenance[0].repeat: the rule names no day within ten years of "start", so it is left out. Correct the rule: February has no 30th, and BYDAY=5MO comes only in some months.',
    ],
    [
      'an end before the beginning',
      every('FREQ=DAILY;UNTIL=20261130'),
      'maintenance[0].repeat: the rule names no day within ten years of "start", so it is left out. Correct the rule: February has no 30th, and BYDAY=5MO comes only in some months.',
    ],
    [
      'windows that overlap',
      every('FREQ=MONTHLY;BYMONTHDAY=1,31', { duration: '25h' }),
      'maintenance[0].duration: the next window would begin before this one is over, so it is left out. Shorten "duration", or let the rule name fewer days.',
    ],
    [
      'an offset',
      every('FREQ=DAILY', { start: '2026-12-01T22:00Z' }),
      'maintenance[0].start: a window that repeats cannot begin at an offset from UTC, so it is left out. Write "start" as the clocks of "timezone" show it, without Z or an offset.',
    ],
  ])('leaves out %s, saying why', (_case, given, warning) => {
    const { maintenance, warnings } = load([given]);
    expect(maintenance).toEqual([]);
    expect(warnings).toEqual([warning]);
  });

  it('takes a day of 24 hours each day, and leap days only', () => {
    expect(load([every('FREQ=DAILY', { duration: '24h' })]).problems).toEqual([]);
    expect(load([every('FREQ=YEARLY', { start: '2096-02-29T22:00' })]).problems).toEqual([]);
  });

  it.each([
    [
      'every second',
      { repeat: 'FREQ=SECONDLY' },
      'repeat',
      '"repeat" must repeat by the day at most: FREQ is DAILY, WEEKLY, MONTHLY, YEARLY',
    ],
    [
      'a rule too long',
      { repeat: `FREQ=DAILY;${'X'.repeat(200)}` },
      'repeat',
      '"repeat" must be at most 200 characters long',
    ],
    [
      'the year 9999',
      { start: '9999-12-31T22:00' },
      'start',
      '"start" must be a date and time that exists, from 1970 to 2199, such as "2026-12-01T22:00"',
    ],
    [
      'a day that does not exist',
      { repeat: 'FREQ=DAILY', except: ['2026-02-30'] },
      'except[0]',
      'it must be a day that exists, such as "2026-12-24"',
    ],
  ])('refuses %s with file, line, path and remedy', (_case, more, key, message) => {
    const { problems } = load([{ ...window, ...more }]);
    expect(problems).toMatchObject([
      {
        severity: 'error',
        file: 'rollcall.json',
        path: `maintenance[0].${key}`,
        message,
        remedy: 'Correct it; docs/configuration.md lists what each key takes.',
      },
    ]);
    expect(problems[0]?.line).toBeGreaterThan(1);
  });

  it('says that except means nothing without repeat', () => {
    const { maintenance, warnings } = load([{ ...window, except: ['2026-12-01'] }]);
    expect(maintenance).toHaveLength(1);
    expect(warnings).toEqual([
      'maintenance[0].except: "except" is ignored without "repeat". Remove it, or say with "repeat" how the window repeats.',
    ]);
  });
});
