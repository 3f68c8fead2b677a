import { describe, expect, test } from 'vitest';
import {
  GATHER_MS,
  gatherNews,
  JOIN_MS,
  type OpenThread,
  type Situation,
  type WaitingNews,
} from '@/lib/core/alert/gather';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const GROUP = 'Data platform';
let nextId = 1;

function raised(key: string, given: Partial<WaitingNews> = {}): WaitingNews {
  return { id: nextId++, key, event: 'outage_opened', group: GROUP, raisedAt: T0, threadKey: null, ...given };
}

function thread(key: string, given: Partial<OpenThread> = {}): OpenThread {
  return { key, group: GROUP, openedAt: T0, followedUpAt: null, snoozedUntil: null, members: [key], ...given };
}

/** "open a,b": what is told now. */
function told(waiting: WaitingNews[], given: Partial<Situation> & { isFaltering?: boolean } = {}): string[] {
  const falteringGroups = new Set(given.isFaltering ? [GROUP] : []);
  const tellings = gatherNews({ waiting, threads: [], now: T0, falteringGroups, ...given });
  return tellings.map((telling) => `${telling.how} ${telling.news.map(({ key }) => key).join()}`);
}

describe('the first of a group', () => {
  test('is told at once when no other server of it misses its calls', () => {
    expect(told([raised('a')])).toEqual(['open a']);
  });

  test('waits for those that do, but not for long', () => {
    const waiting = [raised('a'), raised('b', { raisedAt: T0 + 2 * SECOND_MS })];
    expect(told(waiting, { isFaltering: true, now: T0 + GATHER_MS - 1 })).toEqual([]);
    expect(told(waiting, { isFaltering: true, now: T0 + GATHER_MS })).toEqual(['open a,b']);
    expect(told(waiting, { now: T0 + 5 * SECOND_MS })).toEqual(['open a,b']);
  });

  test('waits for nobody when it was raised by a clock that was set back since', () => {
    expect(told([raised('a', { raisedAt: T0 + HOUR_MS })], { isFaltering: true })).toEqual(['open a']);
  });

  test('waits no more when its end waits behind it', () => {
    const waiting = [raised('a'), raised('a', { event: 'outage_resolved' })];
    expect(told(waiting, { isFaltering: true })).toEqual(['open a']);
  });

  test('takes nobody along who failed more than a minute later', () => {
    // As after a time in which Rollcall did not run.
    const late = raised('c', { raisedAt: T0 + JOIN_MS + 1 });
    expect(told([raised('a'), raised('b', { raisedAt: T0 + JOIN_MS }), late], { now: T0 + 9 * MINUTE_MS })).toEqual([
      'open a,b',
    ]);
  });
});

test.each([
  ['servers without a group', { group: null }],
  ['refused credentials', { event: 'credential_rejected' }],
  ['certificates', { event: 'certificate_expiring' }],
] as const)('%s are told one by one, whatever others do', (_case, given) => {
  expect(told([raised('a', given), raised('b', given)], { isFaltering: true })).toEqual(['open a', 'open b']);
});

test('two groups are two matters', () => {
  expect(told([raised('a'), raised('b', { group: 'Sales' }), raised('c')])).toEqual(['open a,c', 'open b']);
});

describe('who fails later', () => {
  const joiner = raised('b', { raisedAt: T0 + 30 * SECOND_MS });

  test('joins within a minute, in one message', () => {
    const given = { threads: [thread('a')], isFaltering: true };
    expect(told([joiner], { ...given, now: T0 + 40 * SECOND_MS })).toEqual([]);
    expect(told([joiner], { ...given, now: T0 + JOIN_MS })).toEqual(['join b']);
    expect(told([joiner], { ...given, isFaltering: false, now: T0 + 30 * SECOND_MS })).toEqual(['join b']);
  });

  test.each([
    ['the minute is over', joiner.raisedAt - JOIN_MS - 1, {}],
    ['others joined and were told of', T0, { followedUpAt: T0 + 5 * SECOND_MS }],
    ['it is another group', T0, { group: 'Sales' }],
  ])('is a matter of its own when %s', (_case, openedAt, given) => {
    expect(told([joiner], { threads: [thread('a', { openedAt, ...given })], now: T0 + 40 * SECOND_MS })).toEqual([
      'open b',
    ]);
  });

  test('is a matter of its own when the first is over by then', () => {
    const end = raised('a', { event: 'outage_resolved', threadKey: 'a' });
    expect(told([joiner, end], { threads: [thread('a')] })).toEqual(['open b', 'end a']);
  });
});

describe('a matter', () => {
  const members = ['a', 'b', 'c'];
  const threads = [thread('a', { members })];
  const end = (key: string) => raised(key, { event: 'outage_resolved', threadKey: 'a' });
  const worse = (key: string) => raised(key, { event: 'outage_worsened', threadKey: 'a' });

  test('is over with the last of its servers', () => {
    expect(told([end('a'), end('c')], { threads })).toEqual(['settle a,c']);
    expect(told([end('b')], { threads: [thread('a', { members: ['b'] })] })).toEqual(['end b']);
    expect(told(members.map(end), { threads })).toEqual(['end a,b,c']);
  });

  test('tells what becomes worse together', () => {
    const waiting = [worse('a'), worse('b')];
    expect(told(waiting, { threads, now: T0 + 5 * SECOND_MS })).toEqual([]);
    expect(told(waiting, { threads, now: T0 + 10 * SECOND_MS })).toEqual(['go_on a,b']);
    expect(told([worse('a')], { threads: [thread('a')] })).toEqual(['go_on a']);
  });

  test('that is snoozed tells no worse until then, but who took it, and its end', () => {
    const snoozed = [thread('a', { snoozedUntil: T0 + MINUTE_MS })];
    const taken = raised('a', { event: 'outage_acknowledged', threadKey: 'a' });
    expect(told([worse('a')], { threads: snoozed })).toEqual([]);
    expect(told([worse('a')], { threads: snoozed, now: T0 + MINUTE_MS })).toEqual(['go_on a']);
    expect(told([taken], { threads: snoozed })).toEqual(['go_on a']);
    expect(told([worse('a'), end('a')], { threads: snoozed })).toEqual(['settle a', 'end a']);
  });

  test('that is over and comes back under its key is told anew', () => {
    const again = raised('token', { event: 'token_expiring', threadKey: 'token' });
    expect(told([again])).toEqual(['open token']);
    expect(told([again], { threads: [thread('token')] })).toEqual(['go_on token']);
  });
});

test('what nothing follows is told as it comes; an end of nothing is written off', () => {
  const blind = raised('blind', { event: 'monitor_blind', group: null });
  const end = raised('x', { event: 'outage_resolved', threadKey: 'x' });
  expect(told([blind, end])).toEqual(['alone blind', 'settle x']);
});
