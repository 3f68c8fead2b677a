import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { readPanelHours } from '@/lib/reads/panel-hours';
import { memoryDb } from '@/tests/database';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { enroll } from '@/tests/fixtures/visits';

const START = Date.UTC(2026, 10, 22, 13, 0);

test('calls, latency and failures of each stage, hour by hour, of this server and this day alone', () => {
  const db = memoryDb();
  const roll = enroll(db, START);
  const empty = readPanelHours(roll.id, START, db);
  expect([empty.checkCount, empty.failures, empty.hours]).toEqual([0, [], []]);
  for (const minute of [0, 1, 2]) roll.visit(START + minute * MINUTE_MS, answered());
  roll.visit(START + 61 * MINUTE_MS, failed());
  roll.visit(START + 62 * MINUTE_MS, answered());
  const view = readPanelHours(roll.id, START + 2 * HOUR_MS, db);
  expect([view.checkCount, view.failures]).toEqual([5, [{ stage: 'reach', count: 1 }]]);
  expect(view.hours.map(({ startAt, checkCount, failures }) => [startAt, checkCount, failures])).toEqual([
    [START + HOUR_MS, 2, [{ stage: 'reach', count: 1 }]],
    [START, 3, []],
  ]);
  expect(view.hours[1]?.p50Ms).toBe(view.latency.total.p50Ms);
  expect(view.latency.total.p50Ms).not.toBeNull();
  expect(readPanelHours(roll.id + 1, START + 2 * HOUR_MS, db).checkCount).toBe(0);
  expect(readPanelHours(roll.id, START + 27 * HOUR_MS, db).checkCount).toBe(0);
});
