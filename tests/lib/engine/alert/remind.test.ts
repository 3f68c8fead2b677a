import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import { acknowledgeAlert } from '@/lib/admin/alert/acknowledge-alert';
import { snoozeAlert } from '@/lib/admin/alert/snooze-alert';
import { unsnoozeAlert } from '@/lib/admin/alert/unsnooze-alert';
import type { Alerting, AlertRoute } from '@/lib/core/alert/alert-route';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { remind, sendDigests } from '@/lib/engine/alert/remind';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { memoryDb } from '@/tests/database';
import { noLinks } from '@/tests/fixtures/alerts';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import { enroll, type Roll } from '@/tests/fixtures/visits';

/** 21:00 in London. */
const T0 = Date.UTC(2026, 10, 22, 21, 0);
const ROUTE: AlertRoute = { to: ['chat'], severities: [], events: [], groups: [], servers: [] };
const SLOW = answered(undefined, { latencyMs: 9_000 });
const QUIET = { from: 22 * 60, to: 7 * 60, timezone: 'UTC', days: [], severities: ['medium', 'low'] as const };

let db: Db;
let roll: Roll;
let alerting: Alerting;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
});

function configure(route: Partial<AlertRoute>): void {
  alerting = {
    page: { title: 'Acme tools', timezone: 'UTC', url: null },
    channels: ['chat', 'boss'],
    routes: [{ ...ROUTE, ...route }],
  };
  roll.alerting = alerting;
}

/** Three visits, a minute apart, from that minute on. */
function hear(minute: number, outcome: typeof SLOW): void {
  for (const more of [0, 1, 2]) roll.visit(T0 + (minute + more) * MINUTE_MS, outcome);
}

/** As the loop does, each minute. */
function live(fromMinute: number, untilMinute: number): void {
  const teller = { alerting, signLinks: noLinks };
  for (let minute = fromMinute; minute <= untilMinute; minute++) {
    const now = T0 + minute * MINUTE_MS;
    tellNews(db, teller, now);
    remind(db, teller, now);
    sendDigests(db, teller, now);
  }
}

/** "event channel minute": what is on its way, and since when it may go. */
const sent = () =>
  db
    .select()
    .from(schema.deliveries)
    .all()
    .filter(({ state }) => state === 'pending')
    .map(({ alertId, channel, nextAttemptAt }) => {
      const alert = db
        .select()
        .from(schema.alerts)
        .all()
        .find(({ id }) => id === alertId);
      return `${alert?.event} ${channel} ${(nextAttemptAt - T0) / MINUTE_MS}`;
    });
const threadKey = () => db.select().from(schema.threads).get()?.key ?? '';

test('a trouble is repeated and escalated until somebody takes it on', () => {
  configure({ repeatMs: 30 * MINUTE_MS, escalate: { afterMs: 45 * MINUTE_MS, to: ['boss'] } });
  hear(0, failed());
  live(3, 70);
  expect(sent()).toEqual([
    'outage_opened chat 2',
    'outage_opened chat 32',
    'outage_opened boss 47',
    'outage_opened chat 62',
  ]);
  const reminder = db.select().from(schema.alerts).all().at(-1)?.message;
  expect(reminder).toMatchObject({ repeat: 3, dedupKey: threadKey() });
  expect(reminder?.firstLine).toBe('warehouse is still down: connection refused, since 21:00');
  expect(acknowledgeAlert(db, person('Ann'), threadKey(), T0 + 71 * MINUTE_MS)).toEqual({ ok: true });
  live(71, 200);
  expect(sent().slice(4).toSorted()).toEqual(['outage_acknowledged boss 71', 'outage_acknowledged chat 71']);
  hear(201, answered());
  expect(sent().slice(6).toSorted()).toEqual(['outage_resolved boss 202', 'outage_resolved chat 202']);
});

test('a channel that gave the escalation up is not tried without end', () => {
  configure({ escalate: { afterMs: 10 * MINUTE_MS, to: ['boss'] } });
  hear(0, failed());
  live(3, 12);
  db.update(schema.deliveries).set({ state: 'given_up' }).run();
  live(13, 60);
  expect(db.select().from(schema.alerts).all()).toHaveLength(2);
});

test('a snooze holds everything but the end, and is followed by a reminder; taking it back does the same', () => {
  configure({ repeatMs: 10 * MINUTE_MS });
  hear(0, SLOW);
  const snooze = { threadKey: threadKey(), durationMs: HOUR_MS };
  expect(snoozeAlert(db, person('Ann'), snooze, T0 + 5 * MINUTE_MS)).toEqual({
    ok: true,
    until: T0 + 65 * MINUTE_MS,
  });
  hear(10, failed());
  live(13, 66);
  expect(sent()).toEqual(['outage_opened chat 2', 'outage_worsened chat 65']);
  expect(snoozeAlert(db, null, snooze, T0 + 67 * MINUTE_MS).ok).toBe(true);
  expect(unsnoozeAlert(db, person('Ann'), threadKey(), T0 + 68 * MINUTE_MS)).toEqual({ ok: true });
  expect(unsnoozeAlert(db, person('Ann'), threadKey(), T0 + 69 * MINUTE_MS)).toEqual({
    ok: false,
    code: 'not_snoozed',
  });
  live(68, 76);
  expect(sent().at(-1)).toBe('outage_opened chat 75');
});

test('quiet hours hold what is not urgent, and send it when it is still true', () => {
  configure({ quiet: QUIET });
  hear(90, SLOW);
  live(93, 700);
  expect(sent()).toEqual(['outage_opened chat 600']);
});

test('what is over by the end of quiet hours is a line of one message in the morning', () => {
  configure({ quiet: QUIET });
  hear(90, SLOW);
  hear(120, answered());
  live(123, 599);
  expect(sent()).toEqual([]);
  live(600, 601);
  expect(sent()).toEqual(['digest chat 600']);
  expect(db.select().from(schema.alerts).all().at(-1)?.message.sentences).toEqual([
    expect.stringMatching(/^warehouse is degraded: .*, since 22:30\.$/),
    'warehouse is up again, after 30 minutes.',
  ]);
});

test('what becomes urgent in quiet hours is told at once, in place of what they held', () => {
  configure({ quiet: QUIET });
  hear(90, SLOW);
  hear(100, failed());
  expect(sent()).toEqual(['outage_worsened chat 102']);
  hear(110, answered());
  live(113, 700);
  expect(sent().slice(1)).toEqual(['outage_resolved chat 111']);
});

test('a digest gathers a day into one message, and says nothing when nothing was', () => {
  configure({ digest: { at: 9 * 60, timezone: 'UTC', severities: ['medium'] } });
  hear(0, SLOW);
  hear(30, answered());
  hear(60, SLOW);
  live(63, 3_000);
  expect(sent()).toEqual(['digest chat 720']);
  expect(db.select().from(schema.alerts).all().at(-1)?.message).toMatchObject({
    severity: 'low',
    firstLine: expect.stringMatching(/^3 alerts since/),
  });
});
