import { describe, expect, test } from 'vitest';
import { type AlertRoute, routeAlert } from '@/lib/core/alert/alert-route';

/** 22:30 in London. */
const NOW = Date.UTC(2026, 10, 22, 22, 30);
const ANY: AlertRoute = { to: [], severities: [], events: [], groups: [], servers: [] };
const warehouse = { slug: 'warehouse', title: 'Warehouse', group: 'Data platform' };
const opened = { event: 'outage_opened', severity: 'critical', servers: [warehouse] } as const;
const blind = { event: 'monitor_blind', severity: 'medium', servers: [] } as const;
const channels = ['oncall', 'chat', 'mail'];

const byDefault = (alert: Parameters<typeof routeAlert>[0]) =>
  routeAlert(alert, { channels, routes: null }, NOW).map(({ channel }) => channel);

const to = (alert: Parameters<typeof routeAlert>[0], ...routes: Partial<AlertRoute>[]) =>
  ways(alert, ...routes).map(({ channel }) => channel);

const ways = (alert: Parameters<typeof routeAlert>[0], ...routes: Partial<AlertRoute>[]) =>
  routeAlert(alert, { channels, routes: routes.map((route) => ({ ...ANY, ...route })) }, NOW);

describe('without a route', () => {
  test('every channel gets what is critical or high', () => {
    expect(byDefault(opened)).toEqual(channels);
    expect(byDefault({ ...opened, severity: 'high' })).toEqual(channels);
  });

  test('nothing less urgent goes anywhere', () => {
    expect(byDefault(blind)).toEqual([]);
    expect(byDefault({ ...opened, severity: 'low' })).toEqual([]);
  });
});

describe('a route', () => {
  test.each([
    ['without conditions', {}, true],
    ['of its severity', { severities: ['critical', 'high'] }, true],
    ['of another severity', { severities: ['high'] }, false],
    ['of its event', { events: ['outage_opened'] }, true],
    ['of another event', { events: ['outage_resolved'] }, false],
    ['of its group', { groups: ['Data platform'] }, true],
    ['of another group', { groups: ['Sales'] }, false],
    ['of its server', { servers: ['warehouse'] }, true],
    ['of another server', { servers: ['billing'] }, false],
    ['of another group, but its server', { groups: ['Sales'], servers: ['warehouse'] }, true],
    ['of its group, but another severity', { groups: ['Data platform'], severities: ['low'] }, false],
  ] satisfies [string, Partial<AlertRoute>, boolean][])('%s', (_name, route, isTaken) => {
    expect(to(opened, { to: ['chat'], ...route })).toEqual(isTaken ? ['chat'] : []);
  });

  test('with servers or groups does not take what is about no server', () => {
    expect(to(blind, { to: ['chat'], servers: ['warehouse'] })).toEqual([]);
    expect(to(blind, { to: ['chat'] })).toEqual(['chat']);
  });

  test('takes a grouped alert when one of its servers fits', () => {
    const both = { ...opened, servers: [{ slug: 'other', title: 'Other', group: null }, warehouse] };
    expect(to(both, { to: ['chat'], servers: ['warehouse'] })).toEqual(['chat']);
  });
});

test('channels are named once, in their own order, and only those that exist', () => {
  expect(to(opened, { to: ['mail', 'gone'] }, { to: ['oncall', 'mail'] })).toEqual(['oncall', 'mail']);
});

test('where every route was wrong nobody is told, rather than everybody', () => {
  expect(to(opened)).toEqual([]);
});

describe('what is not urgent', () => {
  const severities = ['medium', 'low'] as const;
  const quiet = { from: 22 * 60, to: 7 * 60, timezone: 'Europe/London', days: [], severities };
  const digest = { at: 9 * 60, timezone: 'Europe/London', severities: ['medium'] as const };
  const at = (hour: number) => Date.UTC(2026, 10, 23, hour);

  test('waits for the end of quiet hours, or for the digest; what is urgent does not', () => {
    expect(ways(blind, { to: ['chat'], quiet })).toEqual([{ channel: 'chat', how: 'held', at: at(7) }]);
    expect(ways(blind, { to: ['chat'], quiet, digest })).toEqual([{ channel: 'chat', how: 'digest', at: at(9) }]);
    expect(ways(opened, { to: ['chat'], quiet, digest })).toEqual([{ channel: 'chat', how: 'now', at: NOW }]);
  });

  test('goes by the route that is soonest', () => {
    expect(ways(blind, { to: ['chat'], digest }, { to: ['chat', 'mail'], quiet }, { to: ['mail'] })).toEqual([
      { channel: 'chat', how: 'held', at: at(7) },
      { channel: 'mail', how: 'now', at: NOW },
    ]);
  });
});
