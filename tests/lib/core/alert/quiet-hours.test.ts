import { expect, test } from 'vitest';
import { nextDigestAt, quietUntil } from '@/lib/core/alert/quiet-hours';

const BERLIN = 'Europe/Berlin';
const at = (text: string) => Date.parse(text);
const night = { from: 22 * 60, to: 7 * 60, timezone: BERLIN, days: [] };

test.each([
  ['in the evening', night, '2026-11-22T22:00+01:00', '2026-11-23T07:00+01:00'],
  ['after midnight', night, '2026-11-23T06:59+01:00', '2026-11-23T07:00+01:00'],
  ['at their end', night, '2026-11-23T07:00+01:00', null],
  ['before them', night, '2026-11-22T21:59+01:00', null],
  ['at noon', { ...night, from: 12 * 60, to: 13 * 60 }, '2026-11-22T12:30+01:00', '2026-11-22T13:00+01:00'],
  // 22 November 2026 is a Sunday.
  ['on the day they begin', { ...night, days: [0] }, '2026-11-23T03:00+01:00', '2026-11-23T07:00+01:00'],
  ['on another day', { ...night, days: [1] }, '2026-11-23T03:00+01:00', null],
  ['in a night with 25 hours', night, '2026-10-24T23:00+02:00', '2026-10-25T07:00+01:00'],
  ['in a night with 23 hours', night, '2026-03-28T23:00+01:00', '2026-03-29T07:00+02:00'],
  ['until an hour that is skipped', { ...night, to: 150 }, '2026-03-29T01:00+01:00', '2026-03-29T03:30+02:00'],
  ['elsewhere', { ...night, timezone: 'America/New_York' }, '2026-11-22T22:30-05:00', '2026-11-23T07:00-05:00'],
])('quiet hours %s', (_case, quiet, now, until) => {
  expect(quietUntil(quiet, at(now))).toBe(until && at(until));
});

test.each([
  ['today', '2026-11-22T08:59+01:00', '2026-11-22T09:00+01:00'],
  ['tomorrow, when it was just sent', '2026-11-22T09:00+01:00', '2026-11-23T09:00+01:00'],
  ['over the change to winter', '2026-10-24T12:00+02:00', '2026-10-25T09:00+01:00'],
  ['over the change to summer', '2026-03-28T12:00+01:00', '2026-03-29T09:00+02:00'],
])('the next digest is %s', (_case, now, due) => {
  expect(nextDigestAt({ at: 9 * 60, timezone: BERLIN }, at(now))).toBe(at(due));
});
