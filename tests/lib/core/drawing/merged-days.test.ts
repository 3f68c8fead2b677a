import { expect, test } from 'vitest';
import { mergedDays } from '@/lib/core/drawing/merged-days';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import { daysWith, NOW } from '@/tests/fixtures/views';

test('a group has the days of its average server', () => {
  const created = NOW - 40 * DAY_MS;
  const bad = { days: daysWith({ 3: { down: 6 * HOUR_MS } }), createdAt: created - 100 * DAY_MS };
  const good = { days: daysWith(), createdAt: created };
  const { days, createdAt, uptime } = mergedDays([bad, good]);
  expect(days).toHaveLength(90);
  expect(days.at(-4)).toMatchObject({ ms: { down: 3 * HOUR_MS, up: 21 * HOUR_MS }, uptime: 0.875 });
  expect(createdAt).toBe(bad.createdAt);
  expect(uptime).toBeLessThan(1);
});

test('a server that came later counts from its first day on', () => {
  const young = { days: daysWith({ 1: { down: DAY_MS } }, NOW - 2 * DAY_MS), createdAt: NOW - 2 * DAY_MS };
  const { days } = mergedDays([young, { days: daysWith(), createdAt: NOW - 100 * DAY_MS }]);
  expect(days.at(-2)?.ms.down).toBe(DAY_MS / 2);
  expect(days.at(-20)?.ms).toMatchObject({ up: DAY_MS, down: 0 });
});
