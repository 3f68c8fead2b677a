import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertTurn, alertTurn, type Standing, type Told } from '@/lib/core/alert/alert-turn';
import { type OutageStatus, worseOf } from '@/lib/core/history/outage';

const told = (worst: OutageStatus, hasToldCredential = worst === 'locked'): Told => ({
  worst,
  hasToldCredential,
  isUnstable: false,
});

/** Rows: what was told. Columns: the confirmed status; `locked` by a server that let us in before, `shut` by one that never did. */
const TABLE: [
  string,
  Told | null,
  Record<'up' | 'unknown' | 'shut' | 'locked' | 'degraded' | 'down', AlertTurn | null>,
][] = [
  ['nothing', null, { up: null, unknown: null, shut: null, locked: 'credential', degraded: 'opened', down: 'opened' }],
  [
    'locked',
    told('locked'),
    {
      up: 'resolved',
      unknown: 'resolved_unwatched',
      shut: 'resolved_locked',
      locked: null,
      degraded: 'worsened',
      down: 'worsened',
    },
  ],
  [
    'degraded',
    told('degraded'),
    {
      up: 'resolved',
      unknown: 'resolved_unwatched',
      shut: 'resolved_locked',
      locked: 'credential',
      degraded: null,
      down: 'worsened',
    },
  ],
  [
    'down',
    told('down'),
    {
      up: 'resolved',
      unknown: 'resolved_unwatched',
      shut: 'resolved_locked',
      locked: 'credential',
      degraded: null,
      down: null,
    },
  ],
];

const STANDINGS = {
  up: { status: 'up', refusal: null },
  unknown: { status: 'unknown', refusal: null },
  shut: { status: 'locked', refusal: 'never_accepted' },
  locked: { status: 'locked', refusal: 'rejected' },
  degraded: { status: 'degraded', refusal: null },
  down: { status: 'down', refusal: null },
} as const;
type Name = keyof typeof STANDINGS;
const NAMES = ['up', 'unknown', 'shut', 'locked', 'degraded', 'down'] as const satisfies Name[];

const turn = (before: Told | null, name: Name, isInMaintenance = false) =>
  alertTurn(before, { ...STANDINGS[name], isInMaintenance, isUnstable: false } satisfies Standing);

describe.each(TABLE)('told: %s', (_name, before, row) => {
  test.each(NAMES)('now %s', (name) => {
    expect(turn(before, name)).toBe(row[name]);
  });

  test('in maintenance only ends are told', () => {
    for (const name of NAMES) {
      const expected = row[name]?.startsWith('resolved') ? row[name] : null;
      expect(turn(before, name, true)).toBe(expected);
    }
  });
});

test('a credential that was told of is not told again in the same outage', () => {
  expect(turn(told('down', true), 'locked')).toBeNull();
});

describe('an unstable outage', () => {
  const unstable = (before: Told | null, name: Name, isInMaintenance = false) =>
    alertTurn(before, { ...STANDINGS[name], isInMaintenance, isUnstable: true });

  test('is told once, also in a good stretch, and goes on until it is over', () => {
    expect(unstable(null, 'down')).toBe('opened');
    expect(unstable(told('down'), 'up')).toBe('worsened');
    expect(unstable({ ...told('down'), isUnstable: true }, 'up')).toBeNull();
    expect(unstable({ ...told('degraded'), isUnstable: true }, 'down')).toBeNull();
    expect(turn({ ...told('down'), isUnstable: true }, 'up')).toBe('resolved');
    expect(unstable(told('down'), 'unknown')).toBe('resolved_unwatched');
    expect(unstable(told('down'), 'up', true)).toBeNull();
  });

  test('that became plain trouble is told as such', () => {
    expect(turn({ ...told('down'), isUnstable: true }, 'down')).toBe('worsened');
  });
});

/** As the outbox would remember it. */
function remember(before: Told | null, now: AlertTurn, name: Name): Told | null {
  if (now.startsWith('resolved')) return null;
  const { status } = STANDINGS[name];
  if (status === 'up' || status === 'unknown') throw new Error('told of trouble where there is none');
  return {
    worst: before === null ? status : worseOf(before.worst, status),
    hasToldCredential: (before?.hasToldCredential ?? false) || now === 'credential',
    isUnstable: false,
  };
}

test('whatever happens, begin and end alternate, and one outage tells four times at most', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: fc.constantFrom(...NAMES), isQuiet: fc.boolean() })), (steps) => {
      let open: Told | null = null;
      let count = 0;
      for (const { name, isQuiet } of steps) {
        const now: AlertTurn | null = turn(open, name, isQuiet);
        if (now === null) continue;
        const isEnd = now.startsWith('resolved');
        if (isEnd) expect(open).not.toBeNull();
        else expect(now === 'opened').toBe(open === null && now !== 'credential');
        open = remember(open, now, name);
        count = isEnd ? 0 : count + 1;
        expect(count).toBeLessThanOrEqual(4);
      }
    }),
  );
});
