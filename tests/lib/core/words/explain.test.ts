import { describe, expect, test } from 'vitest';
import { FAILURE_CODES, type FailureCode } from '@/lib/core/failure';
import { DAY_MS } from '@/lib/core/time';
import type { ServerView } from '@/lib/core/view';
import { effectText, noteText, reasonText, serverFacts, sinceText, troubleTitle } from '@/lib/core/words/explain';
import * as made from '@/tests/fixtures/views';

const { githubTools, warehouse, locked, unset, slow, unreachable, doesNotStart, noTools, NOW } = made;

/** It works, but something about its list is not right. */
function listFault(code: FailureCode): ServerView {
  return { ...slow, reason: { stage: 'tools', code, message: 'a is not listed' } };
}

test.each<[string, ServerView, string]>([
  ['an error at the handshake', githubTools, 'github-tools refuses the handshake'],
  ['a refused connection', unreachable, 'billing-mcp refuses the connection'],
  ['a command that is not there', doesNotStart, 'scratchpad cannot be started'],
  ['a failing dependency', warehouse, 'warehouse has a failing dependency'],
  ['slowness', slow, 'docs-search answers slowly'],
  ['a refused credential', locked, 'vault refuses our credential'],
  ['no code at all', { ...githubTools, reason: null }, 'github-tools is down'],
])('troubleTitle: %s', (_, server, words) => {
  expect(troubleTitle(server)).toBe(words);
});

test('every failure code has a title of its own words', () => {
  for (const code of FAILURE_CODES) {
    const title = troubleTitle({ ...githubTools, reason: { stage: 'tools', code, message: 'x' } });
    expect(title).toMatch(/^github-tools [a-z].*[^.]$/);
    expect(title).not.toContain('_');
  }
});

test.each<[string, ServerView, string | null]>([
  ['up', made.projectTools, null],
  ['reach', unreachable, 'Cannot be reached: connection refused on port 4100'],
  ['reach of a command', doesNotStart, 'Does not start: command not found: uvx'],
  ['handshake', githubTools, 'Reached, but the handshake fails: initialize answered error -32603'],
  ['tools', noTools, 'The handshake works, its tools do not: tools/list did not answer within 10 s'],
  ['dependencies', warehouse, 'The protocol answers; /health says: iam_credentials: ExpiredToken'],
  ['health alone', { ...warehouse, type: 'health' }, '/health says: iam_credentials: ExpiredToken'],
  [
    'a message that names /health itself',
    { ...warehouse, reason: { stage: 'dependencies', code: 'health_failed', message: '/health answered 503' } },
    'The protocol answers; /health answered 503',
  ],
  ['slow', slow, 'Everything answers, but late: answered in 3.1 s, slower than 2.0 s'],
  ['throttled', made.throttled, 'Throttled: asks to be called less often (HTTP 429)'],
  ['a faulty list', listFault('tools_missing'), 'Its tool list is not right: a is not listed'],
  ['a failed canary call', listFault('canary_failed'), 'Its tools are listed, but a call fails: a is not listed'],
  ['locked', locked, 'The server answers, but not to us: 401 on initialize'],
  ['not called', unset, 'Not called: TICKETS_TOKEN is not set'],
])('reasonText: %s', (_, server, words) => {
  expect(reasonText(server)).toBe(words);
});

test('a message cannot turn the line around or run on', () => {
  const reason = { stage: 'reach', code: 'refused', message: `\u202e${'x'.repeat(1_000)}\n` } as const;
  const text = reasonText({ ...unreachable, reason }) ?? '';
  expect(text).not.toContain('\u202e');
  expect(text.length).toBeLessThan(330);
});

describe('effectText', () => {
  test.each<[string, ServerView, string | null]>([
    ['down with tools', githubTools, 'Its 26 tools are missing from every client until it answers again.'],
    [
      'down with one tool',
      { ...githubTools, toolCount: 1 },
      'Its only tool is missing from every client until it answers again.',
    ],
    ['down, tools never seen', doesNotStart, 'No MCP client can work with it until it answers again.'],
    ['down, without tools', { ...githubTools, toolCount: 0 }, 'No MCP client can work with it until it answers again.'],
    ['a health URL that is down', { ...githubTools, type: 'health' }, null],
    ['a dependency', warehouse, 'All 12 tools are listed, but calls that need iam_credentials may fail.'],
    ['slow', slow, 'Its tools work, but clients have to wait for them.'],
    ['a faulty list', listFault('tools_missing'), 'Agents that need what is missing will fail; its other tools work.'],
    ['a failed canary call', listFault('canary_failed'), 'Its tools are listed, but calling them may fail.'],
    ['up', made.projectTools, null],
    ['maintenance', made.resting, null],
  ])('%s', (_, server, words) => {
    expect(effectText(server)).toBe(words);
  });
});

test.each<[string, ServerView, string | null]>([
  ['up', made.projectTools, null],
  ['asked again', made.askedAgain, 'Missed its last call, asking again.'],
  [
    'throttled while it counts as up',
    { ...made.askedAgain, isThrottled: true },
    'Throttled: it asks to be called less often, so the next call waits.',
  ],
  ['broken', unreachable, 'Cannot be reached: connection refused on port 4100.'],
  ['paused', made.paused, 'Paused: it is not called.'],
  ['maintenance', made.resting, 'Planned maintenance: calls that fail now do not count.'],
])('noteText: %s', (_, server, words) => {
  expect(noteText(server)).toBe(words);
});

test('noteText says that a server is unstable, while it fails and while it answers', () => {
  const shaky = { ...made.projectTools, isUnstable: true, changesLastHour: 7 };
  expect(noteText(shaky)).toBe('Answers, then fails again: 7 changes in the last hour.');
  expect(noteText({ ...unreachable, isUnstable: true, changesLastHour: 1 })).toMatch(
    /^Answers, then fails again: 1 change in the last hour\. Cannot be reached: /,
  );
  expect(noteText({ ...shaky, changesLastHour: 0 })).toMatch(/^Answered and failed by turns; /);
  expect(noteText(shaky, 'de')).toBe('Antwortet und fällt wieder aus: 7 Wechsel in der letzten Stunde.');
});

test.each<[string, ServerView, string]>([
  ['all known', warehouse, 'http · 12 tools · p95 380 ms'],
  ['one tool', made.newcomer, 'http · 1 tool · p95 61 ms'],
  ['no tools', { ...warehouse, toolCount: 0 }, 'http · no tools · p95 380 ms'],
  ['nothing known', doesNotStart, 'stdio'],
  ['a health URL', made.healthOnly, 'health URL · p95 22 ms'],
])('serverFacts: %s', (_, server, words) => {
  expect(serverFacts(server)).toBe(words);
});

test('sinceText gives instant and span', () => {
  expect(sinceText(githubTools, NOW, 'Europe/Berlin')).toBe('Down since 13:41, 22 minutes');
  expect(sinceText({ ...githubTools, since: NOW - 3 * DAY_MS }, NOW, 'UTC')).toBe('Down since 19 Nov, 13:03, 3 days');
  expect(sinceText(made.waiting, NOW, 'UTC')).toBeNull();
});
