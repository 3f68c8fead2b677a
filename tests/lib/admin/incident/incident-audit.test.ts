// What the verbs about incidents write into the audit log, and what becomes of a form that is sent twice.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { selectAudit } from '@/db/queries/audit-entries';
import * as schema from '@/db/schema';
import { backDateIncident } from '@/lib/admin/incident/back-date-incident';
import { editUpdate } from '@/lib/admin/incident/edit-update';
import { hideIncident } from '@/lib/admin/incident/hide-incident';
import { mergeIncidents } from '@/lib/admin/incident/merge-incidents';
import { postUpdate } from '@/lib/admin/incident/post-update';
import { renameIncident } from '@/lib/admin/incident/rename-incident';
import { resolveIncident } from '@/lib/admin/incident/resolve-incident';
import { setAffectedServers } from '@/lib/admin/incident/set-affected-servers';
import { setImpact } from '@/lib/admin/incident/set-impact';
import { takeOverIncident } from '@/lib/admin/incident/take-over-incident';
import type { Actor } from '@/lib/core/access/actor';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { storeIncident } from '@/tests/fixtures/stored-incidents';
import { enrollAll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);
const NOW = START + HOUR_MS;
const ADA = person('Ada');

let db: Db;
beforeEach(() => {
  db = memoryDb();
  const rolls = enrollAll(db, START, [{ slug: 'a' }, { slug: 'b', group: 'Other' }]);
  for (const [check, outcome] of [answered(), failed(), failed(), failed()].entries()) {
    for (const roll of rolls) roll.visit(START + check * MINUTE_MS, outcome);
  }
});

describe('every verb', () => {
  test('writes who did what, from what, to what', () => {
    takeOverIncident(db, ADA, { incidentId: 1, title: 'A is away' }, NOW);
    setImpact(db, ADA, { incidentId: 1, impact: 'critical' }, NOW);
    setAffectedServers(db, ADA, { incidentId: 1, servers: [{ slug: 'b', state: 'down' }] }, NOW);
    const posted = postUpdate(db, ADA, { incidentId: 1, status: 'monitoring', body: 'Wait.' }, NOW);
    editUpdate(db, ADA, { updateId: posted.ok ? posted.updateId : 0, body: 'Waiting.' }, NOW);
    backDateIncident(db, ADA, { incidentId: 1, startedAt: START }, NOW);
    renameIncident(db, ADA, { incidentId: 1, title: 'A is back' }, NOW);
    resolveIncident(db, ADA, { incidentId: 1 }, NOW);
    for (const isHidden of [true, false]) hideIncident(db, ADA, { incidentId: 2, isHidden }, NOW);
    mergeIncidents(db, ADA, { incidentId: 1, intoId: 2 }, NOW);
    const told = selectAudit(db, {}, 50).toReversed();
    expect(new Set(told.map(({ actorId, at }) => `${actorId} ${at}`))).toEqual(new Set([`ada ${NOW}`]));
    expect(told.map(({ action, subject, before, after }) => [action, subject, before, after])).toEqual([
      ['incident.taken_over', 'incident 1', null, { title: 'A is away' }],
      ['incident.changed', 'incident 1', { impact: 'major' }, { impact: 'critical' }],
      ['incident.changed', 'incident 1', { servers: { a: 'down' } }, { servers: { b: 'down' } }],
      ['incident.update_posted', 'incident 1', null, { status: 'monitoring', at: NOW, body: 'Wait.' }],
      ['incident.update_edited', 'incident 1', { body: 'Wait.', at: NOW }, { body: 'Waiting.', at: NOW }],
      [
        'incident.changed',
        'incident 1',
        { startedAt: START + MINUTE_MS, resolvedAt: null },
        { startedAt: START, resolvedAt: null },
      ],
      ['incident.changed', 'incident 1', { title: 'A is away' }, { title: 'A is back' }],
      ['incident.update_posted', 'incident 1', null, { status: 'resolved', at: NOW, words: 'of the machine' }],
      ['incident.hidden', 'incident 2', null, null],
      ['incident.shown', 'incident 2', null, null],
      ['incident.merged', 'incident 1', null, { into: 'incident 2' }],
    ]);
  });

  test('that is sent twice is done once; said again later, or by another one, it is new', () => {
    const incidentId = storeIncident(db, NOW);
    expect(storeIncident(db, NOW)).toBe(incidentId);
    const post = (who: Actor, minutes: number) =>
      postUpdate(db, who, { incidentId, status: 'identified', body: 'The proxy.' }, NOW + minutes * MINUTE_MS);
    const first = post(ADA, 1);
    expect(post(ADA, 2)).toEqual(first);
    expect(post(person('Ben'), 3)).not.toEqual(first);
    expect(post(person('Ben'), 20)).toMatchObject({ ok: true });
    const resolve = () => resolveIncident(db, ADA, { incidentId }, NOW + 21 * MINUTE_MS);
    expect(resolve()).toEqual(resolve());
    const updates = db.select().from(schema.incidentUpdates).all();
    expect(updates.filter((update) => update.incidentId === incidentId)).toHaveLength(5);
    expect(selectAudit(db, {}, 50)).toHaveLength(5);
  });
});
