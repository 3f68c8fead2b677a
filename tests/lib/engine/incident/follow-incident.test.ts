// What people come to read of real outages: real checks on a real database, read back as visitors read it.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { updateIncident } from '@/db/queries/incidents';
import { insertWindow } from '@/db/queries/maintenance-windows';
import * as schema from '@/db/schema';
import type { Endpoint } from '@/lib/core/endpoint';
import type { IncidentView } from '@/lib/core/incident-view';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { readIncident, readIncidents, readNewestIncidents } from '@/lib/reads/incidents';
import { memoryDb } from '@/tests/database';
import { anEndpoint, answered, failed } from '@/tests/fixtures/endpoints';
import { enrollAll, type Roll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);
const UP = answered();
const DOWN = failed();
const SLOW = answered(undefined, { latencyMs: 9_000 });

let db: Db;
let rolls: Roll[];
let minute: number;

beforeEach(() => {
  db = memoryDb();
  rolls = [];
  minute = 0;
});

function start(...values: Partial<Endpoint>[]): void {
  rolls = enrollAll(
    db,
    START,
    values.map((given, index) => ({ slug: `s${index}`, title: `S${index}`, name: `s${index}`, ...given })),
  );
}

/** Three calls a minute apart of every server, five seconds after each other; a null leaves its server out. */
function hear(...outcomes: (typeof UP | null)[]): void {
  for (let check = 0; check < 3; check++) {
    minute++;
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome) rolls[index]?.visit(START + minute * MINUTE_MS + index * 5 * SECOND_MS, outcome);
    }
  }
}

const later = () => START + (minute + 1) * MINUTE_MS;
const all = () => readNewestIncidents(later(), 50, db).toReversed();
const current = () => readIncidents(later(), db).current;

function only(): IncidentView {
  const [incident, second] = all();
  if (!incident || second) throw new Error(`there are ${all().length} incidents`);
  return incident;
}

/** Oldest first. */
const notes = (incident: IncidentView) =>
  incident.updates
    .toReversed()
    .map(({ note }) => (note && 'server' in note ? `${note.kind} ${note.server.slug}` : note?.kind));

const states = (incident: IncidentView) => incident.servers.map(({ slug, state }) => `${slug} ${state}`);

describe('an outage', () => {
  test('opens a suspected incident when it is confirmed, back-dated, and closes it', () => {
    start({});
    hear(UP);
    rolls[0]?.visit(START + 3.5 * MINUTE_MS, DOWN);
    expect(all()).toEqual([]);
    hear(DOWN);
    const open = only();
    expect(open).toMatchObject({
      id: '1',
      isSuspected: true,
      status: 'investigating',
      impact: 'major',
      startedAt: START + 3.5 * MINUTE_MS,
      resolvedAt: null,
      writtenTitle: null,
      causes: [{ slug: 's0', title: 'S0', state: 'down', stage: 'reach', code: 'refused' }],
      servers: [{ slug: 's0', title: 'S0', state: 'down', isListed: true }],
      updates: [{ status: 'investigating', author: { kind: 'machine', name: null }, body: null }],
      seen: [{ server: { slug: 's0', title: 'S0' }, status: 'down', endedAt: null }],
    });
    expect(open.updates[0]?.changes).toEqual([{ slug: 's0', title: 'S0', from: 'operational', to: 'down' }]);
    expect(current().map(({ id }) => id)).toEqual(['1']);

    hear(UP);
    const closed = only();
    expect(closed).toMatchObject({ status: 'resolved', resolvedAt: START + 7 * MINUTE_MS, isSuspected: true });
    expect(closed.updates[0]?.note).toMatchObject({
      kind: 'resolved',
      startedAt: START + 3.5 * MINUTE_MS,
      endedAt: START + 7 * MINUTE_MS,
      servers: [{ slug: 's0', code: 'refused' }],
    });
    expect(states(closed)).toEqual(['s0 operational']);
    expect([current(), closed.seen[0]?.endedAt]).toEqual([[], START + 7 * MINUTE_MS]);
  });

  test('that gets worse is told once more, one that wavers is not', () => {
    start({});
    hear(UP);
    hear(SLOW);
    expect([only().impact, states(only())]).toEqual(['minor', ['s0 degraded']]);
    hear(DOWN);
    hear(SLOW);
    hear(DOWN);
    expect([notes(only()), only().impact]).toEqual([['opened s0', 'worsened s0'], 'major']);
    expect(only().causes).toMatchObject([{ slug: 's0', code: 'refused' }]);
    hear(UP);
    expect(notes(only()).at(-1)).toBe('resolved');
    expect(only().seen.every(({ endedAt }) => endedAt !== null)).toBe(true);
  });

  test('that comes again within ten minutes opens the same incident again; later, a new one', () => {
    start({});
    hear(UP);
    hear(DOWN);
    hear(UP);
    hear(DOWN);
    expect([notes(only()), only().status, only().resolvedAt]).toEqual([
      ['opened s0', 'resolved', 'reopened s0'],
      'investigating',
      null,
    ]);
    hear(UP);
    minute += 10;
    hear(UP);
    hear(DOWN);
    expect(all().map(({ id, status }) => `${id} ${status}`)).toEqual(['1 resolved', '2 investigating']);
  });

  test('that maintenance covers is told when it outlasts it, and one that was told goes on in it', () => {
    start({});
    hear(UP);
    insertWindow(db, {
      uid: 'w',
      title: 'Patch day',
      timezone: 'UTC',
      startAt: START + 3 * MINUTE_MS,
      endAt: START + 8 * MINUTE_MS,
      servers: [],
      announcedAt: START,
      changedAt: START,
    });
    hear(DOWN);
    expect(all()).toEqual([]);
    hear(DOWN);
    expect(notes(only())).toEqual(['opened s0']);
    expect(only().startedAt).toBe(START + 4 * MINUTE_MS);
  });

  test('of a server that refuses us, or that visitors do not know, is no incident', () => {
    start({ hidden: true }, {});
    hear(UP, UP);
    hear(DOWN, failed({ stage: 'handshake', code: 'unauthorized', message: '401', detail: null }));
    expect(db.select().from(schema.incidents).all()).toEqual([]);
  });

  test('is over for readers when nobody calls the server any more', () => {
    start({}, {});
    hear(UP, UP);
    hear(DOWN, UP);
    const [, second] = rolls;
    if (!second) throw new Error('two are on the roll');
    syncEndpoints(db, { endpoints: [second.endpoint], brokenFiles: [], isFound: true }, later());
    expect([notes(only()), only().status]).toEqual([['opened s0', 'unwatched'], 'resolved']);
    expect(only().servers).toEqual([{ slug: 's0', title: 'S0', state: 'operational', isListed: false }]);
  });

  test('is over for readers while the server is paused, and told again after it', () => {
    start({});
    hear(UP);
    hear(DOWN);
    const paused = anEndpoint({ ...rolls[0]?.endpoint, paused: true });
    syncEndpoints(db, { endpoints: [paused], brokenFiles: [], isFound: true }, later());
    expect([only().status, current()]).toEqual(['resolved', []]);
    syncEndpoints(db, { endpoints: [{ ...paused, paused: false }], brokenFiles: [], isFound: true }, later());
    minute++;
    hear(DOWN);
    expect([notes(only()), only().status]).toEqual([['opened s0', 'unwatched', 'reopened s0'], 'investigating']);
  });
});

describe('servers that fail together', () => {
  const ten = Array.from({ length: 10 }, () => ({ group: 'Shared' }));

  test('make one incident of their group, which lasts until the last is well', () => {
    start(...ten, { group: 'Other' });
    hear(...ten.map(() => UP), UP);
    hear(...ten.map(() => DOWN), DOWN);
    expect(all().map(({ servers }) => servers.length)).toEqual([10, 1]);
    expect(all()[0]?.causes.map(({ slug }) => slug)).toEqual(ten.map((_, index) => `s${index}`));
    expect(all().map(({ impact }) => impact)).toEqual(['major', 'major']);

    hear(...ten.map((_, index) => (index < 9 ? UP : DOWN)));
    expect(all()[0]).toMatchObject({ status: 'investigating' });
    expect(all().map(states)[0]?.slice(8)).toEqual(['s8 operational', 's9 down']);
    hear(...ten.map(() => UP));
    expect(all().map(({ status }) => status)).toEqual(['resolved', 'investigating']);
    expect(
      all()
        .map(notes)[0]
        ?.filter((kind) => kind === 'resolved'),
    ).toHaveLength(1);
  });

  test('but minutes apart, or in another group, make incidents of their own', () => {
    start({ group: 'Shared' }, { group: 'Shared' }, { group: null }, { group: null });
    hear(UP, UP, UP, UP);
    hear(DOWN, UP, UP, UP);
    hear(DOWN, DOWN, DOWN, DOWN);
    expect(all().map(states)).toEqual([['s0 down'], ['s1 down'], ['s2 down', 's3 down']]);
  });

  test('are critical when nobody on the page is left', () => {
    start({}, {});
    hear(UP, UP);
    hear(DOWN, DOWN);
    expect(only().impact).toBe('critical');
  });
});

describe('an incident in hand', () => {
  const takeOver = () => updateIncident(db, 1, { takenOverAt: later(), takenOverBy: 'Ada' });

  test('is left to the person: the machine shows what it sees and says since when all answer', () => {
    start({}, {});
    hear(UP, UP);
    hear(SLOW, UP);
    takeOver();
    hear(DOWN, UP);
    expect([notes(only()), only().impact, states(only())]).toEqual([['opened s0'], 'minor', ['s0 degraded']]);
    expect(only().allAnswerSince).toBeNull();
    hear(UP, UP);
    const answering = only();
    expect(answering).toMatchObject({ status: 'investigating', resolvedAt: null, isSuspected: false });
    expect(answering.allAnswerSince).toBe(START + 10 * MINUTE_MS);
    expect(answering.seen.length).toBeGreaterThan(0);
    // It fails again: the same person has it in hand.
    hear(DOWN, UP);
    expect([only().allAnswerSince, notes(only())]).toEqual([null, ['opened s0']]);
  });

  test('that was resolved by a person is not opened again by the machine', () => {
    start({});
    hear(UP);
    hear(DOWN);
    takeOver();
    updateIncident(db, 1, { status: 'resolved', resolvedAt: later() });
    hear(DOWN);
    hear(UP);
    expect(only().status).toBe('resolved');
    hear(DOWN);
    expect(all().map(({ status }) => status)).toEqual(['resolved', 'investigating']);
  });
});

test('hidden servers are not named, and an incident of nothing else is not there', () => {
  start({ group: 'G' }, { group: 'G' });
  hear(UP, UP);
  hear(DOWN, DOWN);
  const hide = (...slugs: string[]) => {
    const endpoints = rolls.map(({ endpoint }) => ({ ...endpoint, hidden: slugs.includes(endpoint.slug) }));
    syncEndpoints(db, { endpoints, brokenFiles: [], isFound: true }, later());
  };
  hide('s0');
  expect(states(only())).toEqual(['s1 down']);
  expect(JSON.stringify(only())).not.toMatch(/s0/i);
  hide('s0', 's1');
  expect([all(), current(), readIncident('1', later(), db)]).toEqual([[], [], null]);
});
