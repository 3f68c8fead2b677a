// Every pair: what each change of status does to each outage that may be open.
import { describe, expect, test } from 'vitest';
import { type OpenOutage, type OutageEffect, outageEffects, worseOf } from '@/lib/core/history/outage';
import type { Status } from '@/lib/core/status/status';
import { VERDICTS } from '@/lib/core/status/verdict';

const STATUSES: Status[] = ['up', 'degraded', 'down', 'locked', 'unknown'];
const reason = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;

const open = (status: OpenOutage['status'], isUnstable = false): OpenOutage => ({ status, isUnstable, changedAt: 50 });
const none = null;
const trouble = open('down');
const locked = open('locked');
const shaky = open('degraded', true);

function told(effects: OutageEffect[]): string {
  return effects
    .map((effect) => {
      if (effect.does === 'close') return `close@${effect.endedAt}`;
      if (effect.does === 'mark') return effect.isUnstable ? 'unstable' : 'steady';
      const { step } = effect;
      const said = `${effect.does} ${step.status}@${step.at}${step.reason ? '' : ' without reason'}`;
      return effect.does === 'open' && effect.isUnstable ? `${said} unstable` : said;
    })
    .join(', ');
}

const effectsOf = (outage: OpenOutage | null, from: Status, to: Status, isUnstable = false) =>
  told(outageEffects(outage, { from, to, at: 100, confirmedAt: 120, reason: to === 'up' ? null : reason, isUnstable }));

/** Columns: the status that it changes to. A dash: cannot be. The good time of an unstable one began at 50. */
const TABLE: [string, OpenOutage | null, Status, Record<Status, string>][] = [
  [
    'nothing open',
    none,
    'unknown',
    { up: '', degraded: 'open degraded@100', down: 'open down@100', locked: 'open locked@100', unknown: '-' },
  ],
  [
    'nothing open',
    none,
    'up',
    { up: '-', degraded: 'open degraded@100', down: 'open down@100', locked: 'open locked@100', unknown: '' },
  ],
  [
    'trouble',
    trouble,
    'degraded',
    {
      up: 'close@100',
      degraded: '-',
      down: 'step down@100',
      locked: 'close@100, open locked@100',
      unknown: 'close@100',
    },
  ],
  [
    'trouble',
    trouble,
    'down',
    {
      up: 'close@100',
      degraded: 'step degraded@100',
      down: '-',
      locked: 'close@100, open locked@100',
      unknown: 'close@100',
    },
  ],
  [
    'locked',
    locked,
    'locked',
    {
      up: 'close@100',
      degraded: 'close@100, open degraded@100',
      down: 'close@100, open down@100',
      locked: '-',
      unknown: 'close@100',
    },
  ],
  [
    'unstable, in a good stretch',
    shaky,
    'up',
    {
      up: '-',
      degraded: 'step degraded@100',
      down: 'step down@100',
      locked: 'close@50, open locked@100',
      unknown: 'close@50',
    },
  ],
  [
    'unstable, in a bad stretch',
    shaky,
    'degraded',
    {
      up: 'step up@100 without reason',
      degraded: '-',
      down: 'step down@100',
      locked: 'close@100, open locked@100',
      unknown: 'close@100',
    },
  ],
  [
    'unstable, in a bad stretch',
    shaky,
    'down',
    {
      up: 'step up@100 without reason',
      degraded: 'step degraded@100',
      down: '-',
      locked: 'close@100, open locked@100',
      unknown: 'close@100',
    },
  ],
];

describe('outageEffects', () => {
  const pairs = TABLE.flatMap(([name, outage, from, row]) =>
    STATUSES.filter((to) => row[to] !== '-').map((to) => [name, from, to, outage, row[to]] as const),
  );

  test('the table names every pair of statuses', () => {
    expect(new Set(pairs.map(([, from, to]) => `${from}>${to}`)).size).toBe(STATUSES.length * (STATUSES.length - 1));
  });

  test.each(pairs)('%s: %s > %s', (_name, from, to, outage, expected) => {
    expect(effectsOf(outage, from, to)).toBe(expected);
  });

  test('one change too many marks the open outage and keeps it open, or opens an unstable one', () => {
    expect(effectsOf(trouble, 'down', 'up', true)).toBe('unstable, step up@100 without reason');
    expect(effectsOf(trouble, 'down', 'degraded', true)).toBe('unstable, step degraded@100');
    expect(effectsOf(none, 'up', 'down', true)).toBe('open down@100 unstable');
    expect(effectsOf(locked, 'locked', 'down', true)).toBe('close@100, open down@100 unstable');
    expect(effectsOf(shaky, 'degraded', 'up', true)).toBe('step up@100 without reason');
  });

  test('a refused credential is never unstable', () => {
    expect(effectsOf(none, 'up', 'locked', true)).toBe('open locked@100');
    expect(effectsOf(locked, 'locked', 'up', true)).toBe('close@100');
    expect(effectsOf(shaky, 'up', 'locked', true)).toBe('close@50, open locked@100');
  });

  test('trouble without an open outage opens one, whatever it was before', () => {
    for (const from of STATUSES) {
      for (const to of VERDICTS) expect(effectsOf(none, from, to)).toBe(to === 'up' ? '' : `open ${to}@100`);
    }
  });

  test('a clock set back makes neither a negative outage nor steps out of order', () => {
    const late: OpenOutage = { status: 'down', isUnstable: false, changedAt: 500 };
    expect(effectsOf(late, 'down', 'unknown')).toBe('close@500');
    expect(effectsOf(late, 'down', 'degraded')).toBe('step degraded@501');
    expect(effectsOf({ ...late, isUnstable: true }, 'down', 'up')).toBe('step up@501 without reason');
  });

  test('an outage opens with its reason, and with words when nobody gave one', () => {
    const change = { from: 'up', to: 'down', at: 100, confirmedAt: 120, isUnstable: false } as const;
    expect(outageEffects(null, { ...change, reason })).toMatchObject([{ confirmedAt: 120, step: { reason } }]);
    expect(outageEffects(null, { ...change, reason: null })).toMatchObject([
      { step: { reason: { stage: null, code: null, message: 'no reason was given' } } },
    ]);
  });
});

test.each([
  ['locked', 'degraded', 'degraded'],
  ['down', 'degraded', 'down'],
  ['locked', 'locked', 'locked'],
] as const)('the worse of %s and %s is %s', (a, b, worse) => {
  expect(worseOf(a, b)).toBe(worse);
  expect(worseOf(b, a)).toBe(worse);
});
