import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAGES } from '@/lib/core/failure';
import { type Candidate, placeOf, RELAPSE_MS, TOGETHER_MS } from '@/lib/core/incident/incident-place';
import { incidentTurn, machineImpact, type Trouble } from '@/lib/core/incident/incident-turn';

const trouble = (given: Partial<Trouble> = {}): Trouble => {
  return { outageId: 1, status: 'down', stage: 'handshake', code: 'timeout', ...given };
};
const told = { isKeptQuiet: false };

describe('the turn of an incident', () => {
  test.each([
    ['nothing held, nothing seen', null, null, null],
    ['a new outage', null, trouble(), 'open'],
    ['the outage told before', trouble(), trouble(), null],
    ['over', trouble(), null, 'close'],
    ['another outage without a gap', trouble(), trouble({ outageId: 2 }), 'carry_on'],
    ['degraded to down', trouble({ status: 'degraded' }), trouble(), 'worsen'],
    ['degraded to down at a later stage', trouble({ status: 'degraded', stage: 'reach' }), trouble(), 'worsen'],
    ['down to degraded', trouble(), trouble({ status: 'degraded', stage: 'reach' }), null],
    ['an earlier stage', trouble(), trouble({ stage: 'reach' }), 'worsen'],
    ['a later stage', trouble(), trouble({ stage: 'tools' }), null],
    ['another code', trouble(), trouble({ code: 'rpc_error' }), null],
    ['a stage where none was known', trouble({ stage: null }), trouble(), 'worsen'],
  ] as const)('%s', (_, held, seen, expected) => {
    expect(incidentTurn(held, seen, told)).toBe(expected);
  });

  test('kept quiet, nothing opens; what is told already goes on and ends', () => {
    const quiet = { isKeptQuiet: true };
    expect(incidentTurn(null, trouble(), quiet)).toBeNull();
    expect(incidentTurn(trouble(), null, quiet)).toBe('close');
    expect(incidentTurn(trouble({ status: 'degraded' }), trouble(), quiet)).toBe('worsen');
  });

  test('any outage that wavers is told a few times at most', () => {
    const any = fc.record<Trouble>({
      outageId: fc.constant(1),
      status: fc.constantFrom('degraded', 'down'),
      stage: fc.constantFrom(...STAGES, null),
      code: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (seen) => {
        let held: Trouble | null = null;
        let news = 0;
        for (const now of seen) {
          if (incidentTurn(held, now, told) === null) continue;
          held = now;
          news++;
        }
        expect(news).toBeLessThanOrEqual(2 * (STAGES.length + 1));
      }),
    );
  });
});

test.each([
  [['down', 'down'], 2, 'critical'],
  [['down', 'down'], 5, 'major'],
  [['down'], 1, 'major'],
  [['degraded', 'operational'], 2, 'minor'],
  [['operational'], 1, 'none'],
] as const)('%j of %i servers is %s', (states, listed, impact) => {
  expect(machineImpact(states, listed)).toBe(impact);
});

describe('the place of an outage', () => {
  const AT = Date.UTC(2026, 10, 22, 13, 0);
  const candidate = (given: Partial<Candidate> = {}): Candidate => ({
    id: 7,
    isSuspected: true,
    startedAt: AT,
    resolvedAt: null,
    servers: [{ endpointId: 1, group: 'G' }],
    ...given,
  });
  const own = { endpointId: 1, group: 'G', startedAt: AT + 1_000 };
  const other = { endpointId: 2, group: 'G', startedAt: AT + TOGETHER_MS };
  test.each([
    ['with nothing open', own, [], 'new'],
    ['of a server an incident is about', own, [candidate()], 'same'],
    ['of a server a person is at', own, [candidate({ isSuspected: false, startedAt: AT - 1e9 })], 'same'],
    ['right after the end', own, [candidate({ resolvedAt: own.startedAt - RELAPSE_MS })], 'reopened'],
    ['long after the end', own, [candidate({ resolvedAt: own.startedAt - RELAPSE_MS - 1 })], 'new'],
    ['after an end told by a person', own, [candidate({ isSuspected: false, resolvedAt: AT })], 'new'],
    ['of the group within a minute', other, [candidate()], 'joined'],
    ['of the group after a minute', { ...other, startedAt: AT + TOGETHER_MS + 1 }, [candidate()], 'new'],
    ['of the group, where a person is at it', other, [candidate({ isSuspected: false })], 'new'],
    ['of another group', { ...other, group: 'H' }, [candidate()], 'new'],
    ['without a group, as its neighbour', { ...other, group: null }, [candidate()], 'new'],
  ] as const)('%s', (_, outbreak, candidates, kind) => {
    expect(placeOf(outbreak, candidates).kind).toBe(kind);
  });
});
