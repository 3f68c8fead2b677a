// Whole courses of checks: when reasons become steps, when a server becomes unstable, and when it has calmed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANGES_WINDOW_MS, MOST_CHANGES, STEADY_MS } from '@/lib/core/history/instability';
import { type Account, goIdle, openAccount, settleCheck } from '@/lib/core/history/ledger';
import type { StepReason } from '@/lib/core/history/reason-run';
import { VERDICTS, type Verdict } from '@/lib/core/status/verdict';
import { MINUTE_MS } from '@/lib/core/time';
import { createOutageBook } from '@/tests/fixtures/outage-book';

/** One check confirms, so that a test writes statuses. */
const POLICY = { intervalMs: MINUTE_MS, confirm: 1, recover: 1 };
const reasonOf = (code: StepReason['code']): StepReason => ({ stage: 'reach', code, message: `it is ${code}` });

interface Heard {
  minute: number;
  verdict: Verdict | 'pause';
  code?: StepReason['code'];
}

function play(heard: readonly Heard[], policy = POLICY) {
  let account: Account = openAccount(0);
  const book = createOutageBook();
  const changes: number[] = [];
  for (const { minute, verdict, code = 'refused' } of heard) {
    const at = minute * MINUTE_MS;
    const before = account;
    const settled =
      verdict === 'pause'
        ? goIdle(before, 'paused', at, policy.intervalMs)
        : settleCheck(before, { at, verdict, policy });
    account = settled.account;
    const agrees = verdict === account.status && verdict !== 'up';
    book.follow(before, {
      at,
      change: settled.change,
      isSettled: account.pending === null,
      isWatched: account.idle === null,
      reason: agrees ? reasonOf(code) : null,
      confirm: policy.confirm,
    });
    if (settled.change && settled.change.from !== 'unknown') changes.push(settled.change.at);
  }
  return { outages: book.outages, changes, recentChanges: book.recentChanges };
}

/** "down@1-5 unstable: down@1 up@2 down@3", in minutes. */
function told(heard: readonly Heard[], policy = POLICY): string[] {
  return play(heard, policy).outages.map(({ worst, startedAt, endedAt, isUnstable, steps }) => {
    const minutes = (at: number | null) => (at === null ? '' : at / MINUTE_MS);
    const course = steps.map((step) => `${step.reason?.code ?? step.status}@${minutes(step.at)}`).join(' ');
    return `${worst}@${minutes(startedAt)}-${minutes(endedAt)}${isUnstable ? ' unstable' : ''}: ${course}`;
  });
}

/** The same verdict every minute from one to the other. */
const steady = (verdict: Verdict, from: number, to: number): Heard[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ minute: from + index, verdict }));
/** Down and up by turns, a minute each, down first. */
const flapping = (from: number, changes: number): Heard[] =>
  Array.from({ length: changes }, (_, index) => ({ minute: from + index, verdict: index % 2 === 0 ? 'down' : 'up' }));
const up: Heard = { minute: 0, verdict: 'up' };

describe('reasons', () => {
  const policy = { ...POLICY, confirm: 3, recover: 2 };
  const down = (minute: number, code: StepReason['code']): Heard => ({ minute, verdict: 'down', code });
  const start = [up, down(1, 'refused'), down(2, 'refused'), down(3, 'refused')];

  test.each<[string, Heard[], string]>([
    ['one odd reason is no step', [down(4, 'timeout'), down(5, 'refused')], 'refused@1'],
    ['two odd ones are none', [down(4, 'timeout'), down(5, 'timeout'), down(6, 'refused')], 'refused@1'],
    ['three in a row are, back-dated', [4, 5, 6].map((at) => down(at, 'timeout')), 'refused@1 timeout@4'],
    ['two kinds by turns are none', [4, 5, 6, 7].map((at) => down(at, at % 2 ? 'timeout' : 'reset')), 'refused@1'],
    [
      'a good check breaks the run',
      [down(4, 'timeout'), down(5, 'timeout'), { minute: 6, verdict: 'up' }, down(7, 'timeout')],
      'refused@1',
    ],
    [
      'it may change again and again',
      [...[4, 5, 6].map((at) => down(at, 'timeout')), ...[7, 8, 9].map((at) => down(at, 'refused'))],
      'refused@1 timeout@4 refused@7',
    ],
  ])('%s', (_name, heard, steps) => {
    expect(told([...start, ...heard], policy)).toEqual([`down@1-: ${steps}`]);
  });

  test('with a change of status the new reason comes at once', () => {
    const slow = [4, 5].map((minute): Heard => ({ minute, verdict: 'degraded', code: 'slow' }));
    expect(told([...start, ...slow], policy)).toEqual(['down@1-: refused@1 slow@4']);
  });
});

describe('instability', () => {
  test.each<[string, Heard[], string[]]>([
    [
      'five changes in an hour are five changes',
      [up, ...flapping(1, 5)],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5-: refused@5'],
    ],
    [
      'the sixth keeps the open outage open',
      [up, ...flapping(1, 6)],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5- unstable: refused@5 up@6'],
    ],
    [
      'then all that comes is one outage',
      [up, ...flapping(1, 12)],
      [
        'down@1-2: refused@1',
        'down@3-4: refused@3',
        'down@5- unstable: refused@5 up@6 refused@7 up@8 refused@9 up@10 refused@11 up@12',
      ],
    ],
    [
      '29 good minutes do not end it',
      [up, ...flapping(1, 6), ...steady('up', 7, 35)],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5- unstable: refused@5 up@6'],
    ],
    [
      '30 do, where they began',
      [up, ...flapping(1, 6), ...steady('up', 7, 36)],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5-6 unstable: refused@5'],
    ],
    [
      '30 bad ones make it an ordinary one, which the next good check ends',
      [up, ...flapping(1, 7), ...steady('down', 8, 37), { minute: 38, verdict: 'up' }],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5-38: refused@5 up@6 refused@7'],
    ],
    [
      'changes that are spread over more than an hour are ordinary',
      [up, ...flapping(1, 4), { minute: 60, verdict: 'down' }, { minute: 62, verdict: 'up' }],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@60-62: refused@60'],
    ],
    [
      'a long silence in good time ends it before the next trouble',
      [up, ...flapping(1, 6), { minute: 90, verdict: 'down' }],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5-6 unstable: refused@5', 'down@90-: refused@90'],
    ],
    [
      'a pause ends it where the good time began',
      [up, ...flapping(1, 6), { minute: 9, verdict: 'pause' }],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5-6 unstable: refused@5'],
    ],
    [
      'a refused credential ends it too, and is a stretch of its own',
      [up, ...flapping(1, 6), { minute: 8, verdict: 'locked', code: 'unauthorized' }],
      ['down@1-2: refused@1', 'down@3-4: refused@3', 'down@5-6 unstable: refused@5', 'locked@8-: unauthorized@8'],
    ],
  ])('%s', (_name, heard, expected) => {
    expect(told(heard)).toEqual(expected);
  });

  const historiesOf = (verdicts: readonly Verdict[]) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...verdicts)), { maxLength: 80 })
      .map((steps) => {
        let minute = 0;
        return steps.map(([wait, verdict]): Heard => {
          minute += wait;
          return { minute, verdict };
        });
      });
  const histories = historiesOf(VERDICTS);

  test('no hour sees more outages begin than changes are ordinary', () => {
    fc.assert(
      fc.property(historiesOf(['up', 'degraded', 'down']), (heard) => {
        const begun = play(heard).outages.map(({ startedAt }) => startedAt);
        for (const from of begun) {
          const within = begun.filter((at) => at >= from && at < from + CHANGES_WINDOW_MS);
          expect(within.length).toBeLessThanOrEqual(MOST_CHANGES);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('good time inside an outage never lasted: it was over before half an hour, or it ended the outage', () => {
    fc.assert(
      fc.property(histories, (heard) => {
        for (const { steps, endedAt } of play(heard).outages) {
          for (const [index, { at, status }] of steps.entries()) {
            const next = steps[index + 1];
            if (status !== 'up') continue;
            if (next) expect(next.at - at).toBeLessThan(STEADY_MS);
            else expect(endedAt).toBeNull();
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the count of changes is of one hour, and stays short', () => {
    fc.assert(
      fc.property(histories, (heard) => {
        const { recentChanges } = play(heard);
        const newest = recentChanges.at(-1) ?? 0;
        for (const at of recentChanges) expect(newest - at).toBeLessThan(CHANGES_WINDOW_MS);
      }),
    );
  });
});
