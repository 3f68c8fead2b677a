import { describe, expect, test } from 'vitest';
import { firstLines, sentenceParts } from '@/lib/core/drift/change-lines';
import { ADDED, drift, REQUIRED, REWORDED } from '@/tests/fixtures/drift-views';

describe('sentenceParts', () => {
  test.each([
    ['begins with a name', ADDED.sentence, ['[export_csv]', ' was added.']],
    ['has two names', REQUIRED.sentence, ['[query_table]', ' now requires ', '[database]', '.']],
    ['begins with a word', REWORDED.sentence, ['The description of ', '[list_tables]', ' changed.']],
    ['has no name', 'and 12 more changes', ['And 12 more changes.']],
    ['was cut within a name', '`a` now takes `x…', ['[a]', ' now takes ', '[x….]']],
  ])('a sentence that %s', (_case, sentence, expected) => {
    const parts = sentenceParts(sentence);
    expect(parts.map(({ text, isName }) => (isName ? `[${text}]` : text))).toEqual(expected);
  });
});

describe('firstLines', () => {
  const three = drift('3', 3, [REQUIRED, ADDED, REWORDED]);
  const none = drift('0', 2, []);
  const one = drift('1', 1, [ADDED]);
  test.each([
    [10, '3:3+0 0:0+0 1:1+0'],
    [5, '3:3+0 0:0+0 1:1+0'],
    [4, '3:3+0 0:0+0 cut'],
    [3, '3:3+0 cut'],
    [2, '3:2+1 cut'],
  ])('of %i', (limit, expected) => {
    const { drifts, isCut } = firstLines([three, none, one], limit);
    const told = drifts.map(({ drift: { id }, changes, leftCount }) => `${id}:${changes.length}+${leftCount}`);
    expect([...told, ...(isCut ? ['cut'] : [])].join(' ')).toBe(expected);
  });
});
