import { expect, test } from 'vitest';
import { differences, type Sight } from '@/bench/real-servers/check-variant';
import { up } from '@/bench/real-servers/real-server';
import { judge } from '@/lib/core/status/verdict';
import { anEndpoint, answered, failed, REFUSED } from '@/tests/fixtures/endpoints';

const sight = (outcome: Sight['outcome']): Sight => ({ outcome, judgement: judge(outcome, anEndpoint()), tookMs: 1 });
const WELL = up(2, '2025-11-25', 'http-legacy');

test.each([
  ['as expected', sight(answered()), WELL, []],
  ['a tool more', sight(answered(['a', 'b', 'c'])), WELL, ['tools is 3, not 2']],
  ['broken', sight(failed()), { verdict: 'down', stage: 'reach', code: 'refused' } as const, []],
  [
    'broken where it should be well',
    sight(failed(REFUSED)),
    WELL,
    ['verdict is down, not up', 'tools is undefined, not 2', 'protocol is null, not 2025-11-25'],
  ],
  [
    'well where it should be broken',
    sight(answered()),
    { verdict: 'locked', stage: 'handshake', code: 'unauthorized' } as const,
    ['verdict is up, not locked', 'stage is undefined, not handshake', 'code is undefined, not unauthorized'],
  ],
])('%s', (_name, seen, expected, said) => {
  expect(differences(seen, expected)).toEqual(expect.arrayContaining(said));
  expect(differences(seen, expected).length > 0).toBe(said.length > 0);
});
