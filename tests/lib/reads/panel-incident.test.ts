// What the panel shows of incidents beyond what visitors read, on the engine's own records.
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { acknowledgeAlert } from '@/lib/admin/alert/acknowledge-alert';
import { snoozeAlert } from '@/lib/admin/alert/snooze-alert';
import { hideIncident } from '@/lib/admin/incident/hide-incident';
import { mergeIncidents } from '@/lib/admin/incident/merge-incidents';
import { postUpdate } from '@/lib/admin/incident/post-update';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { readIncident } from '@/lib/reads/incidents';
import { readPanelIncident } from '@/lib/reads/panel-incident';
import { readPanelIncidents } from '@/lib/reads/panel-incidents';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { storeIncident } from '@/tests/fixtures/stored-incidents';
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
    { slug: 'h', title: 'H', group: 'Other', hidden: true },
  ]);
  for (const roll of rolls) {
    for (const [check, outcome] of [answered(), failed(), failed(), failed()].entries()) {
      roll.visit(START + check * MINUTE_MS, outcome);
    }
  }
});

function view(id: string, now = NOW) {
  const found = readPanelIncident(id, now, db);
  if (!found || found.isMerged) throw new Error(`there is no incident ${id}`);
  return found.view;
}

test('what the machine saw, step by step to its end, and who really wrote beside it', () => {
  postUpdate(db, ADA, { incidentId: 1, status: 'identified', body: 'The proxy.', authorName: 'The team' }, NOW);
  for (const minute of [61, 62]) rolls[0]?.visit(START + minute * MINUTE_MS, answered());
  const { seen, writers, inHand, incident } = view('1', NOW + HOUR_MS);
  expect(seen.map(({ at, server, status, message }) => [at - START, server.title, status, message])).toEqual([
    [MINUTE_MS, 'A', 'down', 'connection refused'],
    [61 * MINUTE_MS, 'A', 'up', null],
  ]);
  expect(inHand).toEqual({ at: NOW, by: 'Ada' });
  expect([...writers.values()]).toEqual([{ by: 'Ada', editedBy: null }]);
  expect(incident.updates[0]?.author).toEqual({ kind: 'person', name: 'The team' });
});

test('the alerts of its outage and of no other, taken on and put off', () => {
  const [alert] = view('1').alerts;
  expect(view('1').alerts).toHaveLength(1);
  expect(alert).toMatchObject({ endedAt: null, acknowledged: null, snoozed: null });
  const threadKey = alert?.threadKey ?? '';
  expect(threadKey).toContain('outage:a:');
  snoozeAlert(db, ADA, { threadKey, durationMs: HOUR_MS }, NOW);
  expect(view('1').alerts[0]?.snoozed).toEqual({ until: NOW + HOUR_MS, by: 'Ada' });
  expect(view('1', NOW + HOUR_MS).alerts[0]?.snoozed).toBeNull();
  acknowledgeAlert(db, null, threadKey, NOW);
  expect(view('1').alerts[0]?.acknowledged).toEqual({ at: NOW, by: null });
  expect(view(String(storeIncident(db, NOW))).alerts).toEqual([]);
});

test('lists tell going on, over and hidden apart, and name hidden servers, which visitors never see', () => {
  const past = storeIncident(db, NOW, { status: 'resolved' });
  const secret = storeIncident(db, NOW, { title: 'Secret', servers: [{ slug: 'h', state: 'down' }] });
  const ids = () => {
    const { open, over, hidden } = readPanelIncidents(NOW, db);
    return [open, over, hidden].map((list) => list.map(({ id }) => Number(id)));
  };
  expect(view(String(secret)).incident.servers).toMatchObject([{ slug: 'h', title: 'H' }]);
  expect(readIncident(String(secret), NOW, db)).toBeNull();
  expect(ids()).toEqual([[secret, 1], [past], []]);
  hideIncident(db, ADA, { incidentId: 1, isHidden: true }, NOW);
  expect(ids()).toEqual([[secret], [past], [1]]);
  expect(view('1').isHidden).toBe(true);
});

test('a merged one leads on, and an unknown one is nowhere', () => {
  const into = storeIncident(db, NOW);
  mergeIncidents(db, ADA, { incidentId: 1, intoId: into }, NOW);
  expect(readPanelIncident('1', NOW, db)).toEqual({ isMerged: true, intoId: into });
  for (const id of ['99', '0', 'x', '1e3']) expect(readPanelIncident(id, NOW, db)).toBeNull();
});
