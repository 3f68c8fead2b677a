import { describe, expect, test } from 'vitest';
import { beyondServers, overallStatus, withTold } from '@/lib/core/incident/told';
import { whatIsTold } from '@/lib/core/incident/what-is-told';
import type { IncidentView } from '@/lib/core/incident-view';
import { incident, incidentUpdate } from '@/tests/fixtures/incident-views';

const GITHUB = { slug: 'github-tools', title: 'github-tools', isListed: true } as const;
const change = (to: 'operational' | 'degraded' | 'down') => {
  return { slug: GITHUB.slug, title: GITHUB.title, from: 'operational', to } as const;
};
const byMachine = incidentUpdate('1', { author: { kind: 'machine', name: null }, changes: [change('down')] });
const byPerson = incidentUpdate('2', { changes: [change('degraded')] });

function told(given: Partial<IncidentView>) {
  const view = incident('7', { isSuspected: false, writtenTitle: 'Rows are old', ...given });
  const { servers, incidents } = whatIsTold([view]);
  return { server: servers.get(GITHUB.slug)?.state ?? null, incidents };
}

describe('what is told of a server', () => {
  test.each<[string, Partial<IncidentView>, 'degraded' | 'down' | null]>([
    ['by a person', { servers: [{ ...GITHUB, state: 'degraded' }], updates: [byPerson] }, 'degraded'],
    [
      'by the machine, before a person took over',
      { servers: [{ ...GITHUB, state: 'down' }], updates: [byMachine] },
      null,
    ],
    [
      'by a person after the machine',
      { servers: [{ ...GITHUB, state: 'degraded' }], updates: [byPerson, byMachine] },
      'degraded',
    ],
    [
      'by the machine after a person',
      { servers: [{ ...GITHUB, state: 'down' }], updates: [byMachine, byPerson] },
      null,
    ],
    ['that it is well', { servers: [{ ...GITHUB, state: 'operational' }], updates: [byPerson] }, null],
    [
      'in a suspected incident',
      { isSuspected: true, servers: [{ ...GITHUB, state: 'down' }], updates: [byPerson] },
      null,
    ],
  ])('%s', (_, given, state) => {
    expect(told(given).server).toBe(state);
  });

  test('the worst of several counts', () => {
    const one = (state: 'degraded' | 'down') =>
      incident(state, { isSuspected: false, servers: [{ ...GITHUB, state }], updates: [byPerson] });
    for (const order of [
      [one('down'), one('degraded')],
      [one('degraded'), one('down')],
    ])
      expect(whatIsTold(order).servers.get(GITHUB.slug)?.state).toBe('down');
  });
});

test('an incident without an impact, and a suspected one, move no page', () => {
  expect(told({ impact: 'none' }).incidents).toEqual([]);
  expect(told({ isSuspected: true }).incidents).toEqual([]);
  expect(told({ impact: 'minor', servers: [], writtenTitle: 'Rows are old.' }).incidents).toEqual([
    { title: 'Rows are old', impact: 'minor', servers: [] },
  ]);
});

test.each([
  ['up', 'degraded', 'degraded'],
  ['down', 'degraded', 'down'],
  ['locked', 'degraded', 'degraded'],
  ['maintenance', 'degraded', 'degraded'],
  ['unknown', 'down', 'down'],
  ['paused', 'down', 'paused'],
] as const)('heard %s, told %s: %s', (heard, state, status) => {
  expect(withTold(heard, { state, since: 0, title: 'x' })).toBe(status);
});

test('the page is as bad as its worst server and its worst open incident', () => {
  const incidents = [{ title: 'x', impact: 'minor', servers: ['a', 'b'] }] as const;
  expect(overallStatus(['up'], { incidents })).toBe('degraded');
  expect(overallStatus(['down'], { incidents })).toBe('down');
  expect(overallStatus(['up'], { incidents: [{ ...incidents[0], impact: 'critical' }] })).toBe('down');
  expect(overallStatus(['up'], { incidents: [] })).toBe('up');
});

test('an incident stands for itself where no server of it shows trouble', () => {
  const one = { title: 'x', impact: 'minor', servers: ['a'] } as const;
  const servers = [
    { slug: 'a', status: 'up' },
    { slug: 'b', status: 'down' },
  ] as const;
  expect(beyondServers([one, { ...one, servers: ['a', 'b'] }, { ...one, servers: [] }], servers)).toEqual([
    one,
    { ...one, servers: [] },
  ]);
});
