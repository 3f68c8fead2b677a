import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { readLateness } from '@/lib/reads/lateness';
import { memoryDb } from '@/tests/database';
import { NOW, type StoredEndpoint, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

const OVERDUE = { slug: 'a', nextCheckAt: NOW - 2 * MINUTE_MS - 1 };
const BEATING = { at: NOW - 5 * SECOND_MS, startedAt: NOW - HOUR_MS };
const NO_LOOP = ['the loop has not started'];
const LATE_CALL = ['1 server should have been called long ago'];

describe('readLateness', () => {
  it.each<[string, { stored?: StoredEndpoint; beat: typeof BEATING | null; isDelayed: boolean; reasons: string[] }]>([
    ['on time', { stored: { slug: 'a' }, beat: BEATING, isDelayed: false, reasons: [] }],
    ['a new installation with nothing to call', { beat: null, isDelayed: false, reasons: NO_LOOP }],
    ['a loop that never ran', { stored: { slug: 'a' }, beat: null, isDelayed: true, reasons: NO_LOOP }],
    ['30 s of silence', { beat: { ...BEATING, at: NOW - 30 * SECOND_MS }, isDelayed: false, reasons: [] }],
    [
      'more than that',
      {
        beat: { ...BEATING, at: NOW - 5 * MINUTE_MS },
        isDelayed: true,
        reasons: ['the loop was last seen 5 minutes ago'],
      },
    ],
    [
      'two intervals late',
      { stored: { ...OVERDUE, nextCheckAt: NOW - 2 * MINUTE_MS }, beat: BEATING, isDelayed: false, reasons: [] },
    ],
    ['more than two', { stored: OVERDUE, beat: BEATING, isDelayed: true, reasons: LATE_CALL }],
    ['a hidden one', { stored: { ...OVERDUE, isHidden: true }, beat: BEATING, isDelayed: true, reasons: LATE_CALL }],
    ['paused', { stored: { ...OVERDUE, isPaused: true }, beat: BEATING, isDelayed: false, reasons: [] }],
    ['not callable', { stored: { ...OVERDUE, problem: 'X is not set' }, beat: BEATING, isDelayed: false, reasons: [] }],
    ['archived', { stored: { ...OVERDUE, archivedAt: NOW }, beat: BEATING, isDelayed: false, reasons: [] }],
    [
      'somebody is at it',
      { stored: { ...OVERDUE, claimedUntil: NOW + 1 }, beat: BEATING, isDelayed: false, reasons: [] },
    ],
    [
      'the claim ran out',
      { stored: { ...OVERDUE, claimedUntil: NOW }, beat: BEATING, isDelayed: true, reasons: LATE_CALL },
    ],
    [
      'overdue because Rollcall was stopped until now',
      { stored: OVERDUE, beat: { at: NOW, startedAt: NOW - SECOND_MS }, isDelayed: false, reasons: [] },
    ],
  ])('%s', (_name, { stored, beat, isDelayed, reasons }) => {
    const db = memoryDb();
    if (stored) storeEndpoint(db, stored);
    expect(readLateness(db, beat, NOW)).toEqual({ isDelayed, reasons });
  });
});
