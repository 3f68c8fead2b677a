import { describe, expect, test } from 'vitest';
import { ALERT_EVENTS, endsTrouble, partOf } from '@/lib/core/alert/alert';
import { MINUTE_MS } from '@/lib/core/time';
import { alertOf, billing, happenings, opened, resolved, SINCE, vault, warehouse } from '@/tests/fixtures/alerts';
import { NOW } from '@/tests/fixtures/views';

test('an outage', () => {
  expect(alertOf(opened)).toMatchObject({
    id: 'msg_4f1d2c',
    event: 'outage_opened',
    severity: 'high',
    repeat: 0,
    status: 'degraded',
    stage: 'dependencies',
    code: 'dependency_failed',
    servers: [{ slug: 'warehouse', title: 'warehouse', group: 'Data platform' }],
    at: SINCE,
    since: SINCE,
    resolvedAt: null,
    dedupKey: `outage:warehouse:${SINCE}`,
  });
});

test.each(ALERT_EVENTS)('%s can be stored and comes back the same', (event) => {
  const alert = alertOf(happenings[event]);
  expect(JSON.parse(JSON.stringify(alert))).toEqual(alert);
});

test.each(ALERT_EVENTS)('%s begins no later than it ends', (event) => {
  const { since, at, resolvedAt } = alertOf(happenings[event]);
  expect(since ?? at).toBeLessThanOrEqual(at);
  expect(at).toBeLessThanOrEqual(resolvedAt ?? at);
});

test('what is told of one outage has one key, whatever happens to it meanwhile', () => {
  const told = ['outage_opened', 'outage_worsened', 'outage_acknowledged', 'outage_resolved'] as const;
  const keys = told.map((event) => alertOf(happenings[event], { now: NOW + MINUTE_MS }).dedupKey);
  expect(new Set(keys)).toEqual(new Set([`outage:warehouse:${SINCE}`]));
  expect(alertOf(happenings.network_lost).dedupKey).toBe(alertOf(happenings.network_back).dedupKey);
});

describe('keys differ', () => {
  test('between events that are not of one thing', () => {
    const keys = ALERT_EVENTS.map((event) => alertOf(happenings[event]).dedupKey);
    expect(new Set(keys).size).toBe(ALERT_EVENTS.length - 3 - 5);
  });

  test('between two outages of a server', () => {
    expect(alertOf({ ...opened, since: SINCE + 1 }).dedupKey).not.toBe(alertOf(opened).dedupKey);
  });

  test('between a server and a group that it leads', () => {
    const group = alertOf({ ...opened, servers: [warehouse, billing] });
    expect(group.dedupKey).toBe(`outage:warehouse+1:${SINCE}`);
  });
});

test('keys fit every receiver', () => {
  const slug = 'x'.repeat(64);
  const servers = [{ ...warehouse, slug }, ...Array.from({ length: 999 }, () => billing)];
  for (const event of ALERT_EVENTS) {
    const happening = happenings[event];
    const { dedupKey } = alertOf({ ...happening, ...('servers' in happening && { servers }) } as typeof happening);
    expect(dedupKey).toMatch(/^[\x21-\x7e]{1,255}$/);
  }
});

test('a group is told by its worst server', () => {
  const group = alertOf({ ...opened, servers: [vault, billing, warehouse] });
  expect(group).toMatchObject({ status: 'down', stage: 'reach', code: 'refused' });
  expect(group.servers.map(({ slug }) => slug)).toEqual(['vault', 'billing-mcp', 'warehouse']);
});

test('what ends something has the key of what began it', () => {
  const ends = ALERT_EVENTS.filter(endsTrouble);
  const begun = ALERT_EVENTS.filter((event) => partOf(event) === 'begins').map((event) => alertOf(happenings[event]));
  expect(ends).toHaveLength(6);
  for (const end of ends) expect(begun.map(({ dedupKey }) => dedupKey)).toContain(alertOf(happenings[end]).dedupKey);
  expect(alertOf(resolved).resolvedAt).toBe(NOW);
});
