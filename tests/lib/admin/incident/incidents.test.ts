// What administrators do to incidents, one after another on a real database, read back as visitors read it.

import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { backDateIncident } from '@/lib/admin/incident/back-date-incident';
import { editUpdate } from '@/lib/admin/incident/edit-update';
import { hideIncident } from '@/lib/admin/incident/hide-incident';
import { mergeIncidents } from '@/lib/admin/incident/merge-incidents';
import { openIncident } from '@/lib/admin/incident/open-incident';
import { postUpdate } from '@/lib/admin/incident/post-update';
import { renameIncident } from '@/lib/admin/incident/rename-incident';
import { resolveIncident } from '@/lib/admin/incident/resolve-incident';
import { setAffectedServers } from '@/lib/admin/incident/set-affected-servers';
import { setImpact } from '@/lib/admin/incident/set-impact';
import { takeOverIncident } from '@/lib/admin/incident/take-over-incident';
import type { IncidentView } from '@/lib/core/incident-view';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { readIncident, readIncidentMonth, readIncidents, readServerIncidents } from '@/lib/reads/incidents';
import { updateText } from '@/lib/render/update-text';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enrollAll, type Roll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);
const NOW = START + HOUR_MS;
const ADA = person('Ada');

let db: Db;
let rolls: Roll[];

beforeEach(() => {
  db = memoryDb();
  rolls = enrollAll(db, START, [
    { slug: 'a', title: 'A' },
    { slug: 'b', title: 'B', group: 'Other' },
  ]);
});

/** The machine finds both servers down, each an incident of its own: 1 and 2. */
function breakBoth(): void {
  for (const [check, outcome] of [answered(), failed(), failed(), failed()].entries()) {
    for (const roll of rolls) roll.visit(START + check * MINUTE_MS, outcome);
  }
}

function view(id: number | string, now = NOW): IncidentView {
  const found = readIncident(String(id), now, db);
  if (!found || found.isMerged) throw new Error(`incident ${id} is not shown`);
  return found.view.incident;
}

function opened(given: Record<string, unknown> = {}): number {
  const input = { title: 'Tokens expire early', body: 'We *look* into it.', impact: 'minor', ...given };
  const result = openIncident(db, ADA, input, NOW);
  if (!result.ok) throw new Error(result.code);
  return result.incidentId;
}

const statuses = (incident: IncidentView) => incident.updates.toReversed().map(({ status }) => status);
const states = (incident: IncidentView) => incident.servers.map(({ slug, state }) => `${slug} ${state}`);

describe('a suspected incident', () => {
  beforeEach(breakBoth);

  test('is taken over once, keeps its words unless a title is given, and is written on', () => {
    expect(incidentTitle(view(1))).toBe('A refuses the connection');
    expect(takeOverIncident(db, ADA, { incidentId: 1 }, NOW)).toEqual({ ok: true });
    expect(takeOverIncident(db, ADA, { incidentId: 1 }, NOW)).toEqual({ ok: false, code: 'already_taken' });
    expect(view(1)).toMatchObject({ isSuspected: false, writtenTitle: null, changedAt: NOW });
    expect(incidentTitle(view(1))).toBe('A refuses the connection');
    expect(renameIncident(db, ADA, { incidentId: 1, title: ' A is moving ' }, NOW)).toEqual({ ok: true });
    expect(incidentTitle(view(1))).toBe('A is moving');
    const posted = postUpdate(db, ADA, { incidentId: 1, status: 'identified', body: 'The **proxy**.' }, NOW);
    expect(posted).toMatchObject({ ok: true });
    expect(view(1).updates[0]).toMatchObject({
      author: { kind: 'person', name: null },
      at: NOW,
      body: 'The **proxy**.',
    });
    expect(view(1).updates.map((update) => updateText(update))).toEqual([
      'The proxy.',
      'A refuses the connection. Cannot be reached: connection refused. Its 2 tools are missing from every client until it answers again.',
    ]);
    expect(db.select().from(schema.incidents).get()).toMatchObject({ takenOverBy: 'Ada' });
  });

  test.each([
    ['an update', () => postUpdate(db, ADA, { incidentId: 1, status: 'monitoring', body: 'x' }, NOW)],
    ['a title', () => renameIncident(db, ADA, { incidentId: 1, title: 'x' }, NOW)],
    ['an impact', () => setImpact(db, ADA, { incidentId: 1, impact: 'critical' }, NOW)],
    ['servers', () => setAffectedServers(db, ADA, { incidentId: 1, servers: [] }, NOW)],
    ['a beginning', () => backDateIncident(db, ADA, { incidentId: 1, startedAt: START }, NOW)],
    ['its end', () => resolveIncident(db, ADA, { incidentId: 1 }, NOW)],
  ])('is taken over by %s', (_, act) => {
    expect(act()).toMatchObject({ ok: true });
    expect(view(1).isSuspected).toBe(false);
    expect(view(2).isSuspected).toBe(true);
  });

  test('is resolved in the machine’s words, told by a person, and all its servers are well', () => {
    resolveIncident(db, ADA, { incidentId: 1, at: START + 30 * MINUTE_MS, authorName: 'Platform team' }, NOW);
    const incident = view(1);
    expect(incident).toMatchObject({ status: 'resolved', resolvedAt: START + 30 * MINUTE_MS });
    expect(states(incident)).toEqual(['a operational']);
    expect(incident.updates[0]).toMatchObject({
      author: { kind: 'person', name: 'Platform team' },
      changes: [{ slug: 'a', from: 'down', to: 'operational' }],
    });
    expect(updateText(incident.updates[0] ?? { note: null, body: null })).toBe(
      'A is well again, after 29 minutes. What was wrong: connection refused.',
    );
  });

  test('goes into another one with all it has, and its address leads there, over two steps too', () => {
    const third = opened({ at: START + 2.5 * MINUTE_MS, servers: [{ slug: 'b', state: 'degraded' }] });
    expect(mergeIncidents(db, ADA, { incidentId: 1, intoId: 2 }, NOW)).toEqual({ ok: true });
    expect(mergeIncidents(db, ADA, { incidentId: 2, intoId: third }, NOW)).toEqual({ ok: true });
    const incident = view(third);
    expect(states(incident)).toEqual(['a down', 'b down']);
    expect(incident).toMatchObject({ impact: 'major', startedAt: START + MINUTE_MS });
    // Interleaved by the instant at which each was so.
    expect(incident.updates.map(({ author }) => author.kind)).toEqual(['machine', 'machine', 'person']);
    expect(incident.seen.map(({ server }) => server.slug)).toEqual(['a', 'b']);
    for (const id of ['1', '2']) expect(readIncident(id, NOW, db)).toEqual({ isMerged: true, intoId: String(third) });
    expect(readIncidents(NOW, db).current.map(({ id }) => id)).toEqual([String(third)]);
    expect(postUpdate(db, ADA, { incidentId: 1, status: 'resolved', body: 'x' }, NOW)).toMatchObject({
      code: 'not_found',
    });
    expect(mergeIncidents(db, ADA, { incidentId: 1, intoId: third }, NOW)).toMatchObject({ code: 'merged' });
    // The machine goes on there.
    for (const minute of [61, 62]) for (const roll of rolls) roll.visit(START + minute * MINUTE_MS, answered());
    expect(view(third, NOW + 5 * MINUTE_MS).allAnswerSince).toBe(START + 61 * MINUTE_MS);
  });

  test('is hidden and shown, and the machine goes on with it', () => {
    expect(hideIncident(db, ADA, { incidentId: 1, isHidden: true }, NOW)).toEqual({ ok: true });
    expect(hideIncident(db, ADA, { incidentId: 1, isHidden: true }, NOW)).toEqual({ ok: false, code: 'already' });
    expect(readIncident('1', NOW, db)).toBeNull();
    const { current, days } = readIncidents(NOW, db);
    expect([current.map(({ id }) => id), days.flatMap(({ incidents }) => incidents.map(({ id }) => id))]).toEqual([
      ['2'],
      ['2'],
    ]);
    expect([readServerIncidents('a', NOW, db), readIncidentMonth(null, NOW, db)?.days.length]).toEqual([[], 1]);
    for (const minute of [61, 62]) rolls[0]?.visit(START + minute * MINUTE_MS, answered());
    hideIncident(db, ADA, { incidentId: 1, isHidden: false }, NOW);
    expect(view(1)).toMatchObject({ status: 'resolved', isSuspected: true });
  });
});

describe('an incident opened by a person', () => {
  test('is told step by step, in order, to its post-mortem', () => {
    const incidentId = opened({ servers: [{ slug: 'a', state: 'degraded' }] });
    const post = (status: string, minutes: number, more = {}) =>
      postUpdate(db, ADA, { incidentId, status, body: status, ...more }, NOW + minutes * MINUTE_MS);
    expect(post('identified', 5)).toMatchObject({ ok: true });
    expect(post('monitoring', 4)).toEqual({ ok: false, code: 'too_early' });
    expect(post('monitoring', 6, { servers: [{ slug: 'b', state: 'down' }] })).toMatchObject({ ok: true });
    expect(post('postmortem', 7)).toEqual({ ok: false, code: 'order' });
    expect(post('resolved', 8)).toMatchObject({ ok: true });
    expect(post('postmortem', 9, { authorName: 'Ada Lovelace' })).toMatchObject({ ok: true });
    const incident = view(incidentId, NOW + 10 * MINUTE_MS);
    expect(statuses(incident)).toEqual(['investigating', 'identified', 'monitoring', 'resolved', 'postmortem']);
    expect(incident).toMatchObject({ status: 'postmortem', resolvedAt: NOW + 8 * MINUTE_MS, allAnswerSince: null });
    expect(states(incident)).toEqual(['a operational', 'b operational']);
    expect(incident.updates.map(({ changes }) => changes.length)).toEqual([0, 2, 1, 0, 1]);
  });

  test('may be about the past, and is corrected afterwards', () => {
    const incidentId = opened({ startedAt: NOW - 2 * DAY_MS, at: NOW - DAY_MS, status: 'resolved' });
    expect(view(incidentId)).toMatchObject({ startedAt: NOW - 2 * DAY_MS, resolvedAt: NOW - DAY_MS });
    const days = readIncidents(NOW, db).days;
    expect(days.map(({ incidents }) => incidents.length)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(days[2]?.date).toBe('2026-11-20');
    const [update] = view(incidentId).updates;
    const edit = (more: object) => editUpdate(db, ADA, { updateId: Number(update?.id), body: 'Better', ...more }, NOW);
    expect(edit({ at: NOW + 1 })).toEqual({ ok: false, code: 'out_of_order' });
    expect(edit({ at: NOW - 3 * DAY_MS })).toEqual({ ok: false, code: 'out_of_order' });
    expect(edit({ at: NOW - HOUR_MS })).toEqual({ ok: true });
    expect(view(incidentId)).toMatchObject({
      resolvedAt: NOW - HOUR_MS,
      updates: [{ body: 'Better', at: NOW - HOUR_MS, editedAt: NOW, writtenAt: NOW }],
    });
    const dates = { startedAt: NOW - 3 * DAY_MS, resolvedAt: NOW - 2 * HOUR_MS };
    expect(backDateIncident(db, ADA, { incidentId, ...dates }, NOW)).toEqual({ ok: true });
    expect(view(incidentId)).toMatchObject(dates);
  });

  test('about a server takes in what the machine finds of it', () => {
    const incidentId = opened({ at: START - HOUR_MS, servers: [{ slug: 'a', state: 'degraded' }] });
    breakBoth();
    expect(view(incidentId).seen.map(({ server }) => server.slug)).toEqual(['a']);
    expect(view(incidentId).updates).toHaveLength(1);
    expect(readServerIncidents('a', NOW, db).map(({ id }) => id)).toEqual([String(incidentId)]);
  });
});

describe('what is sent in', () => {
  const base = { title: 'T', body: 'B', impact: 'none' };
  test.each([
    ['no title', { ...base, title: ' ' }, 'title'],
    ['a long title', { ...base, title: 'x'.repeat(201) }, 'title'],
    ['a long body', { ...base, body: 'x'.repeat(10_001) }, 'body'],
    ['an unknown impact', { ...base, impact: 'huge' }, 'impact'],
    ['post-mortem first', { ...base, status: 'postmortem' }, 'status'],
    [
      '201 servers',
      { ...base, servers: Array.from({ length: 201 }, (_, i) => ({ slug: `s${i}`, state: 'down' })) },
      'servers',
    ],
    ['a server twice', { ...base, servers: [1, 2].map(() => ({ slug: 'a', state: 'down' })) }, 'servers'],
    ['an unknown field', { ...base, html: '<b>' }, ''],
    ['nothing', null, ''],
  ])('%s is refused by its path', (_, input, path) => {
    expect(openIncident(db, ADA, input, NOW)).toMatchObject({ ok: false, code: 'invalid', problems: [{ path }] });
    expect(db.select().from(schema.incidents).all()).toEqual([]);
  });

  test('an unknown server, a future, a far past', () => {
    const servers = [{ slug: 'nobody', state: 'down' }];
    expect(openIncident(db, ADA, { ...base, servers }, NOW)).toMatchObject({ code: 'unknown_server', slug: 'nobody' });
    expect(openIncident(db, ADA, { ...base, at: NOW + 1 }, NOW)).toMatchObject({ code: 'future' });
    expect(openIncident(db, ADA, { ...base, startedAt: 0 }, NOW)).toMatchObject({ code: 'too_old' });
  });

  test('what the machine told is not edited, and nothing is done to what is not there', () => {
    breakBoth();
    expect(editUpdate(db, ADA, { updateId: 1, body: 'x' }, NOW)).toEqual({ ok: false, code: 'machine_words' });
    expect(editUpdate(db, ADA, { updateId: 99, body: 'x' }, NOW)).toEqual({ ok: false, code: 'not_found' });
    const acts = [takeOverIncident, resolveIncident];
    for (const act of acts) expect(act(db, ADA, { incidentId: 99 }, NOW)).toEqual({ ok: false, code: 'not_found' });
  });
});
