import { describe, expect, test } from 'vitest';
import { type StatusState, stepStatus } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import type { Verdict } from '@/lib/core/status/verdict';

const policy = { confirm: 3, recover: 2 };

/** Plays verdicts a minute apart, the first at minute 1, and writes "status@minute" for every change. */
function play(start: Status, verdicts: Verdict[]) {
  let state: StatusState = { status: start, since: 0, pending: null };
  const changes: string[] = [];
  for (const [index, verdict] of verdicts.entries()) {
    const step = stepStatus(state, verdict, index + 1, policy);
    state = step.state;
    if (step.change)
      changes.push(`${step.change.from}>${step.change.to}@${step.change.at} at ${step.change.confirmedAt}`);
  }
  return { changes, status: state.status, pending: state.pending };
}

const cases: [name: string, start: Status, verdicts: Verdict[], changes: string[], status: Status][] = [
  ['one lost probe changes nothing', 'up', ['down', 'up'], [], 'up'],
  ['two lost probes change nothing', 'up', ['down', 'down', 'up', 'up'], [], 'up'],
  ['three make it down, back-dated', 'up', ['up', 'down', 'down', 'down'], ['up>down@2 at 4'], 'down'],
  ['a good one in between starts over', 'up', ['down', 'down', 'up', 'down', 'down'], [], 'up'],
  ['two good ones recover, back-dated', 'down', ['down', 'up', 'up'], ['down>up@2 at 3'], 'up'],
  ['one good one does not recover', 'down', ['up', 'down'], [], 'down'],
  ['degraded is confirmed like down', 'up', ['degraded', 'degraded', 'degraded'], ['up>degraded@1 at 3'], 'degraded'],
  ['locked is confirmed like down', 'up', ['locked', 'locked', 'locked'], ['up>locked@1 at 3'], 'locked'],
  ['degraded becomes down', 'degraded', ['down', 'down', 'down'], ['degraded>down@1 at 3'], 'down'],
  ['down becomes degraded after recover', 'down', ['degraded', 'degraded'], ['down>degraded@1 at 2'], 'degraded'],
  ['a mixed run goes as far as all support', 'up', ['down', 'degraded', 'down'], ['up>degraded@1 at 3'], 'degraded'],
  ['a mixed recovery goes as far as all support', 'down', ['degraded', 'up'], ['down>degraded@1 at 2'], 'degraded'],
  ['better breaks a worse run', 'degraded', ['down', 'down', 'up', 'down', 'down'], [], 'degraded'],
  ['a newcomer that answers is up at once', 'unknown', ['up'], ['unknown>up@1 at 1'], 'up'],
  ['a newcomer that fails is confirmed', 'unknown', ['down', 'down', 'down'], ['unknown>down@1 at 3'], 'down'],
  ['a newcomer that fails first and answers then is up', 'unknown', ['down', 'up'], ['unknown>up@2 at 2'], 'up'],
];

describe('stepStatus', () => {
  test.each(cases)('%s', (_name, start, verdicts, changes, status) => {
    const played = play(start, verdicts);
    expect(played.changes).toEqual(changes);
    expect(played.status).toBe(status);
  });

  test('counts the run and keeps its first instant', () => {
    expect(play('up', ['down', 'degraded']).pending).toEqual({
      direction: 'worse',
      firstAt: 1,
      count: 2,
      nearest: 'degraded',
      nearestAt: 2,
    });
  });
});
