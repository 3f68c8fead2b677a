import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import type { ServerView, StageView } from '@/lib/core/view';
import { stageText } from '@/lib/core/words/stage-text';
import { githubTools, healthOnly, NOW, projectTools, server, warehouse } from '@/tests/fixtures/views';

const plain = server('plain');
const withTls = (leftMs: number) => server('tls', { certificateExpiresAt: NOW + leftMs });
const silent = server('silent', { protocolVersion: null, toolCount: null });

test.each<[string, ServerView, StageView, string]>([
  ['reach', plain, { stage: 'reach', state: 'ok', tookMs: 14 }, 'answers in 14\u00a0ms'],
  [
    'reach',
    withTls(61 * DAY_MS),
    { stage: 'reach', state: 'ok', tookMs: 14 },
    'answers in 14\u00a0ms, certificate expires in 61 days',
  ],
  ['reach', withTls(HOUR_MS), { stage: 'reach', state: 'ok', tookMs: null }, 'certificate expires in 1 hour'],
  ['reach', withTls(0), { stage: 'reach', state: 'ok', tookMs: 14 }, 'answers in 14\u00a0ms, certificate has expired'],
  ['reach', withTls(0), { stage: 'reach', state: 'failed', tookMs: null }, 'failed'],
  ['reach of a command', projectTools, { stage: 'reach', state: 'ok', tookMs: 210 }, 'starts in 210\u00a0ms'],
  ['handshake', plain, { stage: 'handshake', state: 'ok', tookMs: 92 }, 'speaks 2026-07-28, 92\u00a0ms'],
  ['handshake without version', silent, { stage: 'handshake', state: 'ok', tookMs: 92 }, '92\u00a0ms'],
  ['tools', plain, { stage: 'tools', state: 'ok', tookMs: 140 }, '12 listed in 140\u00a0ms'],
  ['nothing known but that it went well', silent, { stage: 'tools', state: 'ok', tookMs: null }, 'good'],
  ['nothing known but that it did not', silent, { stage: 'tools', state: 'warned', tookMs: null }, 'not right'],
  ['failed', githubTools, { stage: 'handshake', state: 'failed', tookMs: 31 }, 'failed after 31\u00a0ms'],
  ['failed at once', githubTools, { stage: 'handshake', state: 'failed', tookMs: null }, 'failed'],
  ['skipped', githubTools, { stage: 'tools', state: 'skipped', tookMs: null }, 'not reached'],
  ['absent', plain, { stage: 'dependencies', state: 'absent', tookMs: null }, 'no health URL set'],
  ['absent MCP', healthOnly, { stage: 'tools', state: 'absent', tookMs: null }, 'no MCP, only a health URL'],
  ['bad dependency', warehouse, { stage: 'dependencies', state: 'warned', tookMs: 9 }, '1 of 3 fails: iam_credentials'],
  ['health that names nothing', plain, { stage: 'dependencies', state: 'ok', tookMs: 9 }, 'answers in 9\u00a0ms'],
])('%s', (_, of, view, words) => {
  expect(stageText(of, view, NOW)).toBe(words);
});

test('good dependencies are counted', () => {
  const good = warehouse.dependencies.map((dependency) => ({ ...dependency, state: 'ok' as const }));
  const view: StageView = { stage: 'dependencies', state: 'ok', tookMs: 9 };
  expect(stageText({ ...warehouse, dependencies: good }, view, NOW)).toBe('all 3 ok');
  expect(stageText({ ...warehouse, dependencies: good.slice(0, 1) }, view, NOW)).toBe('1 ok');
});
