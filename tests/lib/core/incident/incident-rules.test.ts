import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INCIDENT_STATUSES, isOver } from '@/lib/core/incident/incident';
import {
  type Dated,
  datingRefusal,
  LONGEST_BACK_DATE_MS,
  type Mergeable,
  mayFollow,
  merged,
  mergeRefusal,
  resolvedAfter,
  updateRefusal,
} from '@/lib/core/incident/incident-rules';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';

const NOW = Date.UTC(2026, 10, 22, 13, 0);
const open: Dated = { status: 'investigating', startedAt: NOW - HOUR_MS, resolvedAt: null };
const over: Dated = { status: 'resolved', startedAt: NOW - HOUR_MS, resolvedAt: NOW - 1_000 };

test('every pair of statuses: what may follow what', () => {
  const table = INCIDENT_STATUSES.map(
    (before) => `${before}: ${INCIDENT_STATUSES.filter((after) => mayFollow(before, after)).join(' ')}`,
  );
  expect(table).toEqual([
    'investigating: investigating identified monitoring resolved',
    'identified: investigating identified monitoring resolved',
    'monitoring: investigating identified monitoring resolved',
    'resolved: investigating identified monitoring postmortem',
    'postmortem: postmortem',
  ]);
});

describe('an update', () => {
  test.each([
    ['now', open, { status: 'identified', at: NOW }, null],
    ['for an earlier minute, after the last one', open, { status: 'identified', at: NOW - 30_000 }, null],
    ['of the future', open, { status: 'identified', at: NOW + 1 }, 'future'],
    ['from before the last one', open, { status: 'identified', at: NOW - 60_001 }, 'too_early'],
    ['from before the beginning', open, { status: 'resolved', at: NOW - HOUR_MS - 1 }, 'too_early'],
    ['post-mortem while it lasts', open, { status: 'postmortem', at: NOW }, 'order'],
    ['post-mortem when it is over', over, { status: 'postmortem', at: NOW }, null],
    ['resolved twice', over, { status: 'resolved', at: NOW }, 'order'],
    ['reopening', over, { status: 'investigating', at: NOW }, null],
  ] as const)('%s', (_, incident, update, expected) => {
    expect(updateRefusal(incident, update, { lastAt: NOW - 60_000, now: NOW })).toBe(expected);
  });

  test('resolves at its own instant; a post-mortem keeps the end, reopening takes it away', () => {
    expect(resolvedAfter(open, { status: 'resolved', at: NOW })).toBe(NOW);
    expect(resolvedAfter(over, { status: 'postmortem', at: NOW })).toBe(over.resolvedAt);
    expect(resolvedAfter(over, { status: 'monitoring', at: NOW })).toBeNull();
  });

  test('any allowed sequence has an end exactly while it is over', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...INCIDENT_STATUSES), { maxLength: 30 }), (wishes) => {
        let incident = open;
        let at = open.startedAt;
        for (const status of wishes) {
          const update = { status, at: at + 1_000 };
          if (updateRefusal(incident, update, { lastAt: at, now: NOW }) !== null) continue;
          at = update.at;
          incident = { ...incident, status, resolvedAt: resolvedAfter(incident, update) };
          expect(incident.resolvedAt !== null).toBe(isOver(incident.status));
          expect(incident.resolvedAt ?? at).toBeGreaterThanOrEqual(incident.startedAt);
        }
      }),
    );
  });
});

describe('back-dating', () => {
  const firstAt = NOW - HOUR_MS / 2;
  test.each([
    ['earlier', open, { startedAt: NOW - DAY_MS, resolvedAt: null }, null],
    ['later, up to the first update', open, { startedAt: firstAt, resolvedAt: null }, null],
    ['past the first update', open, { startedAt: firstAt + 1, resolvedAt: null }, 'after_updates'],
    ['into the future', open, { startedAt: NOW + 1, resolvedAt: null }, 'future'],
    ['more than a year back', open, { startedAt: NOW - LONGEST_BACK_DATE_MS - 1, resolvedAt: null }, 'too_old'],
    ['the end of one that lasts', open, { startedAt: NOW - DAY_MS, resolvedAt: NOW }, 'not_resolved'],
    ['both ends', over, { startedAt: NOW - DAY_MS, resolvedAt: NOW - HOUR_MS }, null],
    ['the end into the future', over, { startedAt: NOW - DAY_MS, resolvedAt: NOW + 1 }, 'future'],
    ['the end before the start', over, { startedAt: NOW - DAY_MS, resolvedAt: NOW - 2 * DAY_MS }, 'ends_before_start'],
  ] as const)('%s', (_, incident, dating, expected) => {
    expect(datingRefusal(incident, dating, { firstAt, now: NOW })).toBe(expected);
  });
});

describe('merging', () => {
  const into: Mergeable = { ...open, id: 1, impact: 'minor', isHidden: false, mergedIntoId: null };
  const from: Mergeable = { ...into, id: 2, impact: 'major', startedAt: NOW - DAY_MS };
  test.each([
    ['two open ones', from, into, null],
    ['one that is over into an open one', { ...from, ...over }, into, null],
    ['an open one into one that is over', from, { ...into, ...over }, 'still_open'],
    ['into itself', into, into, 'same'],
    ['one merged before', { ...from, mergedIntoId: 3 }, into, 'merged'],
    ['into one merged before', from, { ...into, mergedIntoId: 3 }, 'merged'],
    ['a hidden one', { ...from, isHidden: true }, into, 'hidden'],
  ] as const)('%s', (_, one, other, expected) => {
    expect(mergeRefusal(one, other)).toBe(expected);
  });

  test('takes the earlier start, the later end, the worse impact', () => {
    expect(merged(from, into)).toEqual({ startedAt: from.startedAt, resolvedAt: null, impact: 'major' });
    const ended = { ...into, ...over };
    expect(merged({ ...from, ...over, resolvedAt: NOW }, ended)).toMatchObject({ resolvedAt: NOW });
  });
});
