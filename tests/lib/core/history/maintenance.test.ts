import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endRefusal, type KeptWindow, reconcileWindows, type WantedWindow } from '@/lib/core/history/maintenance';

const NOW = 1_000;
const wanted = (uid: string, startAt: number, endAt: number, more: Partial<WantedWindow> = {}): WantedWindow => ({
  uid,
  title: 'Patch day',
  timezone: 'UTC',
  servers: ['a'],
  startAt,
  endAt,
  ...more,
});
const kept = (uid: string, startAt: number, endAt: number, more: Partial<KeptWindow> = {}): KeptWindow => ({
  ...wanted(uid, startAt, endAt),
  id: 7,
  endedBy: null,
  ...more,
});

/** "+ w 1100-1200", "~ 7 w 900-1000", "- 7" */
function changes(stored: KeptWindow[], asked: WantedWindow[], mayMissWindows = false): string[] {
  const { added, changed, withdrawnIds } = reconcileWindows(stored, asked, { now: NOW, mayMissWindows });
  return [
    ...added.map(({ uid, startAt, endAt }) => `+ ${uid} ${startAt}-${endAt}`),
    ...changed.map(({ id, uid, startAt, endAt }) => `~ ${id} ${uid} ${startAt}-${endAt}`),
    ...withdrawnIds.map((id) => `- ${id}`),
  ];
}

describe('reconcileWindows', () => {
  it.each<[string, KeptWindow[], WantedWindow[], string[]]>([
    ['a new one', [], [wanted('w', 1_100, 1_200)], ['+ w 1100-1200']],
    ['a new one under way', [], [wanted('w', 900, 1_200)], ['+ w 900-1200']],
    ['a new one that is over', [], [wanted('w', 900, 1_000)], []],
    ['one as it was', [kept('w', 1_100, 1_200)], [wanted('w', 1_100, 1_200)], []],
    ['one under way as it was', [kept('w', 900, 1_200)], [wanted('w', 900, 1_200)], []],
    ['a coming one that was moved', [kept('w', 1_100, 1_200)], [wanted('w', 1_110, 1_210)], ['~ 7 w 1110-1210']],
    ['one under way that lasts longer', [kept('w', 900, 1_200)], [wanted('w', 900, 1_300)], ['~ 7 w 900-1300']],
    ['one under way whose beginning moved', [kept('w', 900, 1_200)], [wanted('w', 950, 1_250)], ['~ 7 w 900-1250']],
    ['one under way that should be over by now', [kept('w', 900, 1_200)], [wanted('w', 900, 950)], ['~ 7 w 900-1000']],
    ['one under way that nobody wants', [kept('w', 900, 1_200)], [], ['~ 7 w 900-1000']],
    ['one that begins now and nobody wants', [kept('w', 1_000, 1_200)], [], ['~ 7 w 1000-1000']],
    ['a coming one that nobody wants', [kept('w', 1_100, 1_200)], [], ['- 7']],
    ['one that is over and not wanted', [kept('w', 800, 900)], [], []],
    ['one that was not wanted for a while', [kept('w', 800, 900)], [wanted('w', 800, 1_200)], ['~ 7 w 800-1200']],
    ['one ended early', [kept('w', 800, 900, { endedBy: 'Ada' })], [wanted('w', 800, 1_200)], []],
    ['other servers', [kept('w', 900, 1_200)], [wanted('w', 900, 1_200, { servers: ['a', 'b'] })], ['~ 7 w 900-1200']],
  ])('%s', (_case, stored, asked, expected) => {
    expect(changes(stored, asked)).toEqual(expected);
  });

  it('takes nothing back while a file cannot be read', () => {
    const stored = [kept('now', 900, 1_200), kept('later', 1_100, 1_200, { id: 8 })];
    expect(changes(stored, [wanted('more', 1_100, 1_200)], true)).toEqual(['+ more 1100-1200']);
  });

  it('never touches what is over, never moves a beginning that was, and changes nothing the second time', () => {
    const window = fc.record({
      uid: fc.constantFrom('a', 'b', 'c', 'd'),
      startAt: fc.integer({ min: 0, max: 2_000 }),
      lengthMs: fc.integer({ min: 1, max: 900 }),
      endedBy: fc.constantFrom(null, null, 'Ada'),
    });
    const windows = fc.uniqueArray(window, { selector: ({ uid }) => uid });
    fc.assert(
      fc.property(windows, windows, (stored, asked) => {
        const before = stored.map(({ uid, startAt, lengthMs, endedBy }, id) => {
          const endAt = endedBy === null ? startAt + lengthMs : Math.min(NOW, startAt + lengthMs);
          return kept(uid, startAt, Math.max(startAt, endAt), { id, endedBy });
        });
        const wish = asked.map(({ uid, startAt, lengthMs }) => wanted(uid, startAt, startAt + lengthMs));
        const circumstances = { now: NOW, mayMissWindows: false };
        const { added, changed, withdrawnIds } = reconcileWindows(before, wish, circumstances);
        const after = new Map(before.map((entry) => [entry.id, entry]));
        for (const id of withdrawnIds) after.delete(id);
        for (const entry of changed) after.set(entry.id, entry);
        for (const [i, entry] of added.entries()) after.set(100 + i, { ...entry, id: 100 + i, endedBy: null });
        for (const old of before.filter(({ startAt }) => startAt <= NOW)) {
          const now = after.get(old.id);
          expect(now?.startAt).toBe(old.startAt);
          // History is only ever lengthened by a window that is wanted at this moment.
          if ((now?.endAt ?? 0) < old.endAt) expect(now?.endAt).toBeGreaterThanOrEqual(Math.min(NOW, old.endAt));
        }
        const again = reconcileWindows([...after.values()], wish, circumstances);
        expect(again).toEqual({ added: [], changed: [], withdrawnIds: [] });
      }),
    );
  });
});

describe('endRefusal', () => {
  it.each([
    [99, 'not_begun'],
    [100, null],
    [199, null],
    [200, 'over'],
  ])('at %d: %s', (now, expected) => {
    expect(endRefusal({ startAt: 100, endAt: 200 }, now)).toBe(expected);
  });
});
