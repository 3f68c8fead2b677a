import { describe, expect, it } from 'vitest';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { presentState } from '@/lib/reads/present-state';
import { memoryDb } from '@/tests/database';
import { brokenState, NEVER_CHECKED, NOW, type StoredEndpoint, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

const REFUSED = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
const WINDOW = { startAt: NOW - 10 * MINUTE_MS, endAt: NOW + HOUR_MS };
const UP_SINCE = NOW - HOUR_MS;
const CHECKED_AT = NOW - 20 * SECOND_MS;

function present(stored: Omit<StoredEndpoint, 'slug'>, underWay = false) {
  const db = memoryDb();
  storeEndpoint(db, { slug: 'warehouse', ...stored });
  const row = selectListedBySlug(db, 'warehouse');
  if (!row) throw new Error('nothing was stored');
  return presentState(row, underWay ? [WINDOW] : []);
}

describe('presentState', () => {
  it('says nothing more of a server that is up', () => {
    expect(present({})).toEqual({
      status: 'up',
      since: UP_SINCE,
      isConfirmed: true,
      isBeingAskedAgain: false,
      reason: null,
    });
  });

  it('gives the reason of a confirmed outage, not the newest check', () => {
    const state = {
      ...brokenState('down', REFUSED),
      stage: 'handshake',
      code: 'timeout',
      message: 'no answer',
    } as const;
    expect(present({ state })).toMatchObject({ status: 'down', since: UP_SINCE, reason: REFUSED });
  });

  it('waits for the first call of a newcomer', () => {
    expect(present({ state: NEVER_CHECKED })).toEqual({
      status: 'unknown',
      since: null,
      isConfirmed: false,
      isBeingAskedAgain: false,
      reason: null,
    });
    expect(present({ state: null })).toMatchObject({ status: 'unknown', since: null, isConfirmed: false });
  });

  it('shows a newcomer as its last verdict says, unconfirmed, with the reason of that check', () => {
    const firstAt = CHECKED_AT - 5 * SECOND_MS;
    const pending = { direction: 'worse', firstAt, count: 2, nearest: 'down', nearestAt: firstAt } as const;
    const state = { ...NEVER_CHECKED, verdict: 'down', checkedAt: CHECKED_AT, ...REFUSED, pending } as const;
    expect(present({ state })).toEqual({
      status: 'down',
      since: firstAt,
      isConfirmed: false,
      isBeingAskedAgain: false,
      reason: REFUSED,
    });
  });

  it('forgets a verdict from before it became unknown', () => {
    const state = { status: 'unknown', since: NOW - 5 * SECOND_MS, verdict: 'down', ...REFUSED } as const;
    expect(present({ state })).toMatchObject({ status: 'unknown', since: NOW - 5 * SECOND_MS, reason: null });
  });

  it.each([
    ['worse', true],
    ['better', false],
  ] as const)('a run of %s checks: asked again is %s', (direction, isBeingAskedAgain) => {
    const pending = { direction, firstAt: CHECKED_AT, count: 1, nearest: 'down', nearestAt: CHECKED_AT } as const;
    expect(present({ state: { pending } })).toMatchObject({ status: 'up', isBeingAskedAgain, reason: null });
  });

  it('asks nobody again who is not called', () => {
    const pending = {
      direction: 'worse',
      firstAt: CHECKED_AT,
      count: 1,
      nearest: 'down',
      nearestAt: CHECKED_AT,
    } as const;
    expect(present({ isPaused: true, state: { pending } }).isBeingAskedAgain).toBe(false);
    expect(present({ problem: 'MY_TOKEN is not set', state: { pending } }).isBeingAskedAgain).toBe(false);
  });

  it('lays maintenance over the status and keeps the reason below it', () => {
    expect(present({ state: brokenState('down', REFUSED) }, true)).toMatchObject({
      status: 'maintenance',
      since: WINDOW.startAt,
      isConfirmed: true,
      reason: REFUSED,
    });
  });

  it('lays a pause over everything', () => {
    expect(present({ isPaused: true, state: brokenState('down', REFUSED) }, true)).toEqual({
      status: 'paused',
      since: null,
      isConfirmed: true,
      isBeingAskedAgain: false,
      reason: null,
    });
  });

  it('says why a server is never contacted', () => {
    const since = NOW - MINUTE_MS;
    const state = { ...NEVER_CHECKED, since, idleSince: NOW - SECOND_MS, idleAs: 'unknown' } as const;
    expect(present({ problem: 'MY_TOKEN is not set', state })).toEqual({
      status: 'unknown',
      since,
      isConfirmed: true,
      isBeingAskedAgain: false,
      reason: {
        ...{ stage: null, code: null, message: 'MY_TOKEN is not set' },
        entryFault: { unsetVariables: [] },
      },
    });
    const told = present({ problem: 'MY_TOKEN is not set', unsetVariables: ['MY_TOKEN'], state });
    expect(told.reason?.entryFault).toEqual({ unsetVariables: ['MY_TOKEN'] });
  });

  it('makes a hostile message one harmless line', () => {
    const message = 'no\u202e\nanswer\u0000';
    expect(present({ state: brokenState('down', { ...REFUSED, message }) }).reason?.message).toBe('no answer');
  });
});
