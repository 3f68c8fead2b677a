import { describe, expect, it } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

function load(windows: unknown[], page = {}) {
  folder.write('mcp.json', {
    mcpServers: { warehouse: { url: 'https://a.test' }, 'Büro 1': { url: 'https://b.test' } },
  });
  folder.write('rollcall.json', { page, endpoints: { warehouse: { group: 'Data platform' } }, maintenance: windows });
  const { maintenance, problems } = folder.load();
  return {
    maintenance,
    problems,
    warnings: problems.map(({ path, message, remedy }) => `${path}: ${message}. ${remedy}`),
  };
}

const window = { title: 'Patch day', start: '2026-12-01T22:00', duration: '2h' };
const startOf = (more: Record<string, unknown>, page = {}) => {
  const [first] = load([{ ...window, ...more }], page).maintenance;
  return first === undefined ? null : new Date(first.startAt).toISOString();
};

describe('maintenance', () => {
  it('covers everything when it names nothing', () => {
    expect(load([window]).maintenance).toEqual([
      {
        title: 'Patch day',
        endpoints: [],
        groups: [],
        startAt: Date.parse('2026-12-01T22:00Z'),
        endAt: Date.parse('2026-12-02T00:00Z'),
      },
    ]);
  });

  it('uses its own time zone before that of the page', () => {
    expect(startOf({}, { timezone: 'Asia/Tokyo' })).toBe('2026-12-01T13:00:00.000Z');
    expect(startOf({ timezone: 'America/New_York' }, { timezone: 'Asia/Tokyo' })).toBe('2026-12-02T03:00:00.000Z');
    expect(startOf({ start: '2026-12-01T22:00Z' }, { timezone: 'Asia/Tokyo' })).toBe('2026-12-01T22:00:00.000Z');
  });

  it('lasts as long as it says, also over a change of the clocks', () => {
    const start = { start: '2026-03-29T01:00', duration: '3h', timezone: 'Europe/Berlin' };
    expect(load([{ ...window, ...start }]).maintenance).toMatchObject([
      { startAt: Date.parse('2026-03-29T00:00Z'), endAt: Date.parse('2026-03-29T03:00Z') },
    ]);
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

  it('says that it does not repeat yet', () => {
    const { maintenance, warnings } = load([{ ...window, repeat: 'FREQ=MONTHLY;BYDAY=1TU' }]);
    expect(maintenance).toHaveLength(1);
    expect(warnings).toEqual([
      'maintenance[0].repeat: repeat is not supported yet; only the first window is used. Name each window by itself until then.',
    ]);
  });
});
