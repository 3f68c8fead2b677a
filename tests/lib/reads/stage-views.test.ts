import { describe, expect, it } from 'vitest';
import { replaceDependencies } from '@/db/queries/dependencies';
import type { NewEndpointStateRow } from '@/db/queries/endpoint-states';
import { selectDependencies } from '@/db/queries/read-dependencies';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import type { DependencyState } from '@/lib/core/outcome';
import { SECOND_MS } from '@/lib/core/time';
import { presentState } from '@/lib/reads/present-state';
import { stageViews } from '@/lib/reads/stage-views';
import { memoryDb } from '@/tests/database';
import { brokenState, NEVER_CHECKED, NOW, type StoredEndpoint, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

const CHECKED_AT = NOW - 20 * SECOND_MS;

interface Case extends Omit<StoredEndpoint, 'slug'> {
  dependency?: DependencyState;
  dependencyAt?: number;
}

function walk({ dependency, dependencyAt = CHECKED_AT, ...stored }: Case) {
  const db = memoryDb();
  const id = storeEndpoint(db, { slug: 'warehouse', ...stored });
  if (dependency) replaceDependencies(db, id, [{ name: 'dynamodb', state: dependency, message: null }], dependencyAt);
  const row = selectListedBySlug(db, 'warehouse');
  if (!row) throw new Error('nothing was stored');
  return stageViews({ row, present: presentState(row, []), dependencies: selectDependencies(db, id) });
}

function broken(
  status: 'degraded' | 'down' | 'locked',
  stage: 'reach' | 'handshake' | 'tools' | 'dependencies',
  more: Partial<NewEndpointStateRow> = {},
) {
  return { state: { ...brokenState(status, { stage, code: 'timeout', message: 'no answer' }), ...more } };
}

describe('stageViews', () => {
  it.each<[string, Case, string]>([
    ['up, no /health', {}, 'ok ok ok absent'],
    ['up, /health good', { hasHealth: true, dependency: 'ok', state: { dependenciesMs: 9 } }, 'ok ok ok ok'],
    ['up, no tools to list', { state: { toolsMs: null } }, 'ok ok ok absent'],
    ['down at reach', broken('down', 'reach'), 'failed skipped skipped absent'],
    ['down at handshake', broken('down', 'handshake'), 'ok failed skipped absent'],
    ['locked at handshake', broken('locked', 'handshake'), 'ok failed skipped absent'],
    ['down at tools', broken('down', 'tools'), 'ok ok failed absent'],
    ['degraded at tools', broken('degraded', 'tools'), 'ok ok warned absent'],
    ['slow at reach: the walk went on', broken('degraded', 'reach'), 'warned ok ok absent'],
    [
      'degraded, and the walk did not go on',
      broken('degraded', 'reach', { handshakeMs: null, toolsMs: null }),
      'warned skipped skipped absent',
    ],
    [
      'down at reach, /health answers',
      { hasHealth: true, dependency: 'ok', ...broken('down', 'reach', { dependenciesMs: 9 }) },
      'failed skipped skipped ok',
    ],
    [
      'down at reach, /health does not answer either',
      { hasHealth: true, ...broken('down', 'reach') },
      'failed skipped skipped skipped',
    ],
    [
      'down at tools, a dependency is bad too',
      { hasHealth: true, dependency: 'failed', ...broken('down', 'tools', { dependenciesMs: 9 }) },
      'ok ok failed warned',
    ],
    [
      'a dependency last heard of by an older check counts for nothing',
      {
        hasHealth: true,
        dependency: 'failed',
        dependencyAt: CHECKED_AT - 60 * SECOND_MS,
        ...broken('down', 'tools', { dependenciesMs: 9 }),
      },
      'ok ok failed ok',
    ],
    [
      'degraded by a dependency',
      { hasHealth: true, dependency: 'failed', ...broken('degraded', 'dependencies', { dependenciesMs: 9 }) },
      'ok ok ok warned',
    ],
    [
      'down by a required /health',
      { hasHealth: true, dependency: 'failed', ...broken('down', 'dependencies', { dependenciesMs: 9 }) },
      'ok ok ok failed',
    ],
    [
      'down, and nobody can say of the dependency',
      { hasHealth: true, dependency: 'unknown', ...broken('down', 'reach', { dependenciesMs: 9 }) },
      'failed skipped skipped skipped',
    ],
    ['health alone, up', { type: 'health', hasHealth: true, state: { dependenciesMs: 9 } }, 'ok absent absent ok'],
    [
      'health alone, reach',
      { type: 'health', hasHealth: true, ...broken('down', 'reach') },
      'failed absent absent skipped',
    ],
    [
      'health alone, bad',
      { type: 'health', hasHealth: true, ...broken('degraded', 'dependencies') },
      'ok absent absent warned',
    ],
    ['never checked', { hasHealth: true, state: NEVER_CHECKED }, 'skipped skipped skipped skipped'],
    [
      'unknown since it is fit to be called again',
      { state: { status: 'unknown', since: NOW } },
      'skipped skipped skipped absent',
    ],
    ['never stored', { state: null }, 'skipped skipped skipped absent'],
    ['paused', { isPaused: true, ...broken('down', 'reach') }, 'skipped skipped skipped absent'],
    ['not callable', { problem: 'MY_TOKEN is not set' }, 'skipped skipped skipped absent'],
    [
      'newcomer whose first call failed',
      { state: { ...NEVER_CHECKED, checkedAt: CHECKED_AT, verdict: 'down', stage: 'handshake', reachMs: 4 } },
      'ok failed skipped absent',
    ],
  ])('%s', (_name, stored, line) => {
    expect(
      walk(stored)
        .map(({ state }) => state)
        .join(' '),
    ).toBe(line);
  });

  it('gives the time of what was walked, and of nothing else', () => {
    expect(walk(broken('down', 'handshake')).map(({ tookMs }) => tookMs)).toEqual([4, 20, null, null]);
  });
});
