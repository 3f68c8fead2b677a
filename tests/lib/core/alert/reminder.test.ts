import { describe, expect, test } from 'vitest';
import type { AlertRoute } from '@/lib/core/alert/alert-route';
import { dueReminders, type OpenTrouble } from '@/lib/core/alert/reminder';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const channels = ['oncall', 'chat', 'boss'];
const REPEATED: AlertRoute = {
  to: ['oncall'],
  severities: [],
  events: [],
  groups: [],
  servers: [],
  repeatMs: 30 * MINUTE_MS,
};
const ESCALATED: AlertRoute = { ...REPEATED, escalate: { afterMs: 15 * MINUTE_MS, to: ['boss'] } };
const alert = { event: 'outage_opened', severity: 'critical', servers: [] } as const;

/** Minutes after the start: now, and when each channel was told last. */
function due(route: AlertRoute, now: number, told: Record<string, number>, given: Partial<OpenTrouble> = {}): string[] {
  const toldAt = new Map(Object.entries(told).map(([channel, minute]) => [channel, T0 + minute * MINUTE_MS]));
  const trouble = { openedAt: T0, acknowledgedAt: null, snoozedUntil: null, toldAt, alert, ...given };
  return dueReminders(trouble, { channels, routes: [route] }, T0 + now * MINUTE_MS);
}

describe('a trouble that nobody takes on', () => {
  test.each([
    ['is not told before its time', REPEATED, 29, { oncall: 0 }, []],
    ['is told when its time has come', REPEATED, 30, { oncall: 0 }, ['oncall']],
    ['counts from the last time', REPEATED, 59, { oncall: 30 }, []],
    ['is not repeated where it was never told', REPEATED, 60, { chat: 0 }, []],
    ['is told to others after a while', ESCALATED, 15, { oncall: 0 }, ['boss']],
    ['is not told to others sooner', ESCALATED, 14, { oncall: 0 }, []],
    ['is repeated to them too', ESCALATED, 45, { oncall: 30, boss: 15 }, ['boss']],
    ['is not repeated by a route of other severities', { ...REPEATED, severities: ['low'] }, 60, { oncall: 0 }, []],
  ] satisfies [string, AlertRoute, number, Record<string, number>, string[]][])(
    '%s',
    (_case, route, now, told, expected) => {
      expect(due(route, now, told)).toEqual(expected);
    },
  );
});

test('whoever took it on ends both', () => {
  expect(due(ESCALATED, 90, { oncall: 0 }, { acknowledgedAt: T0 })).toEqual([]);
});

test('a snooze holds both, and its end is told to whoever heard before', () => {
  const snoozed = { snoozedUntil: T0 + HOUR_MS };
  expect(due(ESCALATED, 59, { oncall: 0 }, snoozed)).toEqual([]);
  expect(due({ ...REPEATED, to: [] }, 60, { oncall: 0, chat: 0 }, snoozed)).toEqual(['oncall', 'chat']);
  expect(due({ ...REPEATED, to: [] }, 61, { oncall: 60, chat: 60 }, snoozed)).toEqual([]);
});

test('quiet hours and digests are not broken by reminders', () => {
  const severities = ['critical'] as const;
  const quiet = { from: 0, to: 23 * 60, timezone: 'UTC', days: [], severities };
  expect(due({ ...ESCALATED, quiet }, 90, { oncall: 0 })).toEqual([]);
  expect(due({ ...ESCALATED, digest: { at: 0, timezone: 'UTC', severities } }, 90, { oncall: 0 })).toEqual([]);
});
