import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '@/lib/core/time';
import type { OverviewView, ServerView } from '@/lib/core/view';
import { countRoll, delayText, documentTitle, headline, serverTitle, troubleLine } from '@/lib/core/words/sentence';
import * as made from '@/tests/fixtures/views';

const up = (count: number) => Array.from({ length: count }, (_, index) => made.server(`server-${index + 1}`));
const { githubTools, warehouse, locked, unset, waiting, askedAgain, resting, paused, unreachable, overview } = made;

describe('headline', () => {
  test.each<[string, OverviewView, string]>([
    ['no servers', overview([]), 'There is no one on the roll yet.'],
    ['nothing called yet', overview([waiting]), 'The first roll call is under way.'],
    ['one up', overview(up(1)), 'server-1 answered the 14:03 roll call in full.'],
    ['one down', overview([githubTools]), 'github-tools did not answer the 14:03 roll call in full.'],
    ['both up', overview(up(2)), 'Both servers answered the 14:03 roll call in full.'],
    ['both down', overview([githubTools, warehouse]), 'Neither of the 2 servers answered the 14:03 roll call in full.'],
    ['all up', overview(up(11)), 'All 11 servers answered the 14:03 roll call in full.'],
    ['some', overview([...up(9), githubTools, warehouse]), '9 of 11 servers answered the 14:03 roll call in full.'],
    ['none', overview([githubTools, warehouse, locked]), 'None of the 3 servers answered the 14:03 roll call in full.'],
    [
      'one that missed its last call',
      overview([...up(2), askedAgain]),
      '2 of 3 servers answered the 14:03 roll call in full.',
    ],
    [
      'the excused are not counted',
      overview([...up(3), resting, paused]),
      'All 3 servers answered the 14:03 roll call in full.',
    ],
    [
      'a newcomer not called yet is not counted',
      overview([...up(3), waiting]),
      'All 3 servers answered the 14:03 roll call in full.',
    ],
    [
      'one that cannot be called is counted',
      overview([...up(3), unset]),
      '3 of 4 servers answered the 14:03 roll call in full.',
    ],
    ['only one that cannot be called', overview([unset]), 'The server cannot be called.'],
    ['only such that cannot be called', overview([unset, unset]), 'None of the servers can be called.'],
    ['all paused', overview([paused, paused, paused]), 'All 3 servers are paused.'],
    ['one paused', overview([paused]), 'old-wiki is paused.'],
    ['all excused', overview([paused, resting]), 'Both servers are in maintenance or paused.'],
    [
      'delayed',
      overview([...up(9), githubTools], { isDelayed: true }),
      'At the last roll call, at 14:03, 9 of 10 servers answered in full.',
    ],
    [
      'delayed, all',
      overview(up(3), { isDelayed: true }),
      'At the last roll call, at 14:03, all 3 servers answered in full.',
    ],
    [
      'delayed, one with a capital',
      overview([made.server('x', { title: 'Wiki' })], { isDelayed: true }),
      'At the last roll call, at 14:03, Wiki answered in full.',
    ],
  ])('%s', (_, view, words) => {
    expect(headline(view)).toBe(words);
  });
});

describe('troubleLine', () => {
  test('does not say that nothing is wrong when nobody has looked lately', () => {
    expect(troubleLine({ ...overview(up(3)), isDelayed: true })).toBe('');
  });

  test.each<[string, ServerView[], string]>([
    ['nobody', [], ''],
    ['all well', up(3), 'Nothing is wrong.'],
    ['down before degraded', [warehouse, githubTools], 'github-tools is down. warehouse is degraded.'],
    ['several down', [githubTools, unreachable], 'github-tools and billing-mcp are down.'],
    ['locked', [locked], 'vault refuses our credential.'],
    ['not fit to be called', [unset], 'tickets cannot be called.'],
    ['asked again', [askedAgain], 'calendar missed its last call and is being asked again.'],
    ['asked again while down says the worse', [{ ...githubTools, isBeingAskedAgain: true }], 'github-tools is down.'],
    ['excused', [resting, paused], 'notebooks is in maintenance. old-wiki is paused.'],
    ['waiting', [waiting], 'just-added waits for its first call.'],
    ['unknown for no known reason', [{ ...waiting, checkedAt: made.NOW }], 'just-added is in an unknown state.'],
    ['a crowd', ['a', 'b', 'c', 'd', 'e'].map((title) => ({ ...githubTools, title })), 'a, b and 3 more are down.'],
  ])('%s', (_, servers, words) => {
    expect(troubleLine(overview(servers))).toBe(words);
  });

  test('every state but a plain up is named exactly once', () => {
    const all = made.PAGES.mixed.servers;
    const line = troubleLine(overview(all));
    for (const { title, status, isBeingAskedAgain } of all) {
      const isPlain = status === 'up' && !isBeingAskedAgain;
      expect(line.split(title).length - 1, title).toBe(isPlain ? 0 : 1);
    }
  });
});

test.each<[string, OverviewView, string]>([
  ['all up', overview(up(2)), 'Acme tools'],
  ['every kind of trouble counts', overview([githubTools, warehouse, locked]), '(3) Acme tools'],
  ['degraded', overview([warehouse, made.slow]), '(2) Acme tools'],
  ['locked', overview([locked]), '(1) Acme tools'],
  ['maintenance', overview([resting]), 'Acme tools'],
  ['nothing to say', overview([]), 'Acme tools'],
  ['delayed', overview([githubTools], { isDelayed: true }), 'Delayed · Acme tools'],
])('documentTitle: %s', (_, view, words) => {
  expect(documentTitle(view)).toBe(words);
});

test('serverTitle names state, server and page', () => {
  expect(serverTitle(made.serverPage(warehouse))).toBe('Degraded · warehouse · Acme tools');
  expect(serverTitle(made.serverPage(waiting))).toBe('New · just-added · Acme tools');
});

test('delayText tells how old the news is', () => {
  const calledAt = made.NOW - 12 * MINUTE_MS;
  expect(delayText(overview(up(1), { calledAt }))).toBe('The last call was at 13:51, 12 minutes ago.');
  expect(delayText(overview(up(1)))).toBe('The last call was at 14:03.');
  expect(delayText(overview([waiting]))).toBe('No call has been made yet.');
});

test('countRoll counts who was called and who answered every stage', () => {
  expect(countRoll(made.PAGES.mixed.servers)).toEqual({ called: 9, answered: 3 });
});

test('headline: a lost network is all there is to say', () => {
  const view = made.overview([made.warehouse], { networkLostSince: made.NOW });
  expect(headline(view)).toBe('Rollcall cannot reach the network.');
  expect(headline(view, 'de')).toBe('Rollcall erreicht das Netz nicht.');
});
