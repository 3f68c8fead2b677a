import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { selectAudit } from '@/db/queries/audit-entries';
import * as schema from '@/db/schema';
import { approveDrift } from '@/lib/admin/approve-drift';
import { MINUTE_MS } from '@/lib/core/time';
import { readPanelDrifts } from '@/lib/reads/panel-drifts';
import { memoryDb } from '@/tests/database';
import { answered } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enroll, enrollAll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const LATER = T0 + 60 * MINUTE_MS;
const ADA = person('Ada Lovelace');
let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
  for (const [minute, names] of ['a b', 'a', 'a c'].entries()) {
    roll.visit(T0 + minute * MINUTE_MS, answered(names.split(' ')));
  }
});

const drifts = () => db.select().from(schema.drifts).orderBy(schema.drifts.id).all();
const state = () => db.select().from(schema.endpointStates).get();
const [first, newest] = [() => drifts()[0]?.id ?? 0, () => drifts().at(-1)?.id ?? 0];

test('the newest makes its list the baseline, and closes what led there', () => {
  const baselineCatalogueId = state()?.catalogueId;
  expect(approveDrift(db, ADA, newest(), LATER)).toEqual({ ok: true, baselineCatalogueId });
  expect(state()?.baselineCatalogueId).toBe(baselineCatalogueId);
  expect(drifts().map(({ approvedAt, approvedBy }) => [approvedAt, approvedBy])).toEqual([
    [LATER, 'Ada Lovelace'],
    [LATER, 'Ada Lovelace'],
  ]);
});

test('one that leads elsewhere is not approved: its list is gone', () => {
  const before = state();
  expect(approveDrift(db, ADA, first(), LATER)).toEqual({ ok: false, code: 'superseded' });
  expect(state()).toEqual(before);
  expect(drifts().every(({ approvedAt }) => approvedAt === null)).toBe(true);
});

test('a list that changed since it was looked at is not taken in unseen', () => {
  const seen = newest();
  roll.visit(T0 + 3 * MINUTE_MS, answered(['a', 'drop_database']));
  expect(approveDrift(db, ADA, seen, LATER)).toEqual({ ok: false, code: 'superseded' });
});

test('twice is once, and nothing is nothing', () => {
  const id = newest();
  approveDrift(db, ADA, id, LATER);
  expect(approveDrift(db, person('Grace'), id, LATER + 1)).toEqual({ ok: false, code: 'already_approved' });
  expect(drifts().at(-1)?.approvedBy).toBe('Ada Lovelace');
  expect(approveDrift(db, ADA, 9_999, LATER)).toEqual({ ok: false, code: 'not_found' });
});

test('what happens afterwards is news, also when it happened before', () => {
  approveDrift(db, ADA, newest(), LATER);
  roll.visit(LATER + MINUTE_MS, answered(['a']));
  roll.visit(LATER + 2 * MINUTE_MS, answered(['a', 'c']));
  expect(drifts().map(({ approvedAt, seenCount }) => [approvedAt !== null, seenCount])).toEqual([
    [true, 1],
    [true, 1],
    [false, 1],
    [false, 1],
  ]);
  expect(db.select().from(schema.events).all()).toHaveLength(4);
});

test('the panel lists what waits, says which of it leads to the list as it is, and forgets what was approved', () => {
  const hidden = enroll(db, T0, { slug: 'hidden', hidden: true });
  hidden.visit(T0, answered(['x']));
  const { servers } = readPanelDrifts(LATER, db);
  expect(servers).toEqual([]);
  const other = enrollAll(db, T0, [{}, { slug: 'other', hidden: true }])[1];
  for (const [minute, name] of ['x', 'y'].entries()) other?.visit(T0 + minute * MINUTE_MS, answered([name]));
  const listed = readPanelDrifts(LATER, db).servers;
  expect(listed.map(({ slug, presentId, drifts: waiting }) => [slug, presentId, waiting.length])).toEqual([
    [roll.endpoint.slug, 2, 2],
    ['other', 3, 1],
  ]);
  approveDrift(db, ADA, 2, LATER);
  expect(readPanelDrifts(LATER, db).servers.map(({ slug }) => slug)).toEqual(['other']);
  expect(selectAudit(db, {}, 9)).toMatchObject([{ action: 'drift.approved', subject: roll.endpoint.slug }]);
});

test('other endpoints keep theirs', () => {
  const other = enroll(db, T0, { slug: 'other' });
  other.visit(T0, answered(['x']));
  other.visit(T0 + MINUTE_MS, answered(['y']));
  approveDrift(db, ADA, newest() - 1, LATER);
  expect(drifts().at(-1)?.approvedAt).toBeNull();
});
