import { describe, expect, it } from 'vitest';
import type { ShownStatus } from '@/lib/core/status/status';
import { HOUR_MS } from '@/lib/core/time';
import { statuspageComponents, statuspageStatus, statuspageSummary } from '@/lib/render/statuspage/statuspage';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import {
  statuspageComponentsSchema,
  statuspageStatusSchema,
  statuspageSummarySchema,
} from '@/tests/fixtures/statuspage-schema';
import { NOW, overview, PAGES, server } from '@/tests/fixtures/views';

const URL = 'https://status.example.com';

function summary(statuses: ShownStatus[], given = {}) {
  const servers = statuses.map((status, index) => server(`s${index}`, { status, group: null }));
  return statuspageSummary(overview(servers, given), URL);
}

describe('statuspageSummary', () => {
  it.each(Object.entries(PAGES))('has the documented shape for the page "%s"', (_name, view) => {
    expect(statuspageSummarySchema.parse(statuspageSummary(view, URL))).toEqual(statuspageSummary(view, URL));
    expect(statuspageStatusSchema.parse(statuspageStatus(view, URL))).toEqual(statuspageStatus(view, URL));
    const list = statuspageComponents(view, URL);
    expect(statuspageComponentsSchema.parse(list)).toEqual(list);
    expect(list.components).toEqual(statuspageSummary(view, URL).components);
  });

  it.each<[ShownStatus, string]>([
    ['up', 'operational'],
    ['degraded', 'degraded_performance'],
    ['down', 'major_outage'],
    ['locked', 'degraded_performance'],
    ['unknown', 'degraded_performance'],
    ['maintenance', 'under_maintenance'],
    ['paused', 'under_maintenance'],
  ])('a server that is %s is %s', (status, word) => {
    expect(summary([status]).components[0]?.status).toBe(word);
  });

  it.each<[ShownStatus[], string, string]>([
    [[], 'none', 'No Servers Yet'],
    [['up', 'up'], 'none', 'All Systems Operational'],
    [['up', 'paused'], 'none', 'All Systems Operational'],
    [['paused', 'paused'], 'maintenance', 'Service Under Maintenance'],
    [['up', 'unknown'], 'minor', 'Partially Degraded Service'],
    [['up', 'maintenance'], 'maintenance', 'Service Under Maintenance'],
    [['maintenance', 'locked'], 'minor', 'Partially Degraded Service'],
    [['up', 'degraded'], 'minor', 'Partially Degraded Service'],
    [['up', 'down', 'degraded'], 'major', 'Partial System Outage'],
    [['locked', 'down'], 'major', 'Partial System Outage'],
    [['down', 'down'], 'critical', 'Major System Outage'],
    [['down', 'maintenance', 'paused', 'unknown'], 'critical', 'Major System Outage'],
  ])('%j together are %s', (statuses, indicator, description) => {
    expect(summary(statuses).status).toEqual({ indicator, description });
  });

  it.each<[ShownStatus, string, string]>([
    ['up', 'minor', 'All Systems Operational When Last Seen, Monitoring Delayed'],
    ['down', 'critical', 'Major System Outage When Last Seen, Monitoring Delayed'],
  ])('does not vouch for %s servers while the loop is late', (status, indicator, description) => {
    expect(summary([status], { isDelayed: true }).status).toEqual({ indicator, description });
  });
});

describe('components', () => {
  it('stand in the order of the page, groups before their members', () => {
    const servers = [
      server('a', { group: 'Shared', status: 'down' }),
      server('b', { group: null }),
      server('c', { group: 'Shared', status: 'paused' }),
      server('d', { group: 'Data!', status: 'paused' }),
      server('e', { group: 'data' }),
    ];
    const { components } = statuspageSummary(overview(servers), URL);
    expect(components.map(({ id, position, group_id, status }) => [id, position, group_id, status])).toEqual([
      ['group.shared', 1, null, 'major_outage'],
      ['a', 1, 'group.shared', 'major_outage'],
      ['c', 2, 'group.shared', 'under_maintenance'],
      ['b', 2, null, 'operational'],
      ['group.data', 3, null, 'under_maintenance'],
      ['d', 1, 'group.data', 'under_maintenance'],
      ['group.data-2', 4, null, 'operational'],
      ['e', 1, 'group.data-2', 'operational'],
    ]);
    const groups = components.filter(({ group }) => group);
    expect(groups.map((group) => group.components)).toEqual([['a', 'c'], ['d'], ['e']]);
    expect(components.filter(({ group }) => !group).every((component) => !('components' in component))).toBe(true);
  });
});

describe('scheduled maintenances', () => {
  const servers = [server('a', { title: 'Warehouse' }), server('b', { title: 'Billing' })];
  const window = maintenance('7', { startAt: NOW - HOUR_MS, endAt: NOW + HOUR_MS, servers: ['a'] });

  it('say what is covered, from when to when', () => {
    const [maintenance] = statuspageSummary(overview(servers, { maintenance: [window] }), URL).scheduled_maintenances;
    expect(maintenance).toMatchObject({
      id: 'maintenance.7',
      name: 'Patch day',
      status: 'in_progress',
      impact: 'maintenance',
      scheduled_for: '2026-11-22T12:03:23.000Z',
      scheduled_until: '2026-11-22T14:03:23.000Z',
      shortlink: URL,
    });
    expect(maintenance?.components.map(({ id }) => id)).toEqual(['a']);
    expect(maintenance?.incident_updates.at(-1)?.body).toBe(
      'Patch day: work on Warehouse from 2026-11-22T12:03:23.000Z to 2026-11-22T14:03:23.000Z.',
    );
  });

  it('cover every server when they name none', () => {
    const coming = { ...window, startAt: NOW + 1, servers: [] };
    const [maintenance] = statuspageSummary(overview(servers, { maintenance: [coming] }), URL).scheduled_maintenances;
    expect(maintenance?.status).toBe('scheduled');
    expect(maintenance?.components.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(maintenance?.incident_updates[0]?.body).toContain('work on all servers');
  });
});
