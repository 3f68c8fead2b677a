import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord } from '@/lib/config/settings/did-you-mean';

const KEYS = ['interval', 'timeout', 'confirm', 'recover', 'slowAfter', 'expectTools', 'hidden', 'url'];

describe('closestWord', () => {
  it.each([
    ['a missing letter', 'intervl', 'interval'],
    ['swapped letters', 'tiemout', 'timeout'],
    ['another case', 'slowafter', 'slowAfter'],
    ['snake case', 'expect_tools', 'expectTools'],
    ['kebab case', 'slow-after', 'slowAfter'],
    ['one of three letters', 'uri', 'url'],
    ['nothing near', 'colour', null],
    ['the empty word', '', null],
    ['a very long word', 'interval'.repeat(50), null],
  ])('%s', (_case, word, meant) => {
    expect(closestWord(word, KEYS)).toBe(meant);
  });

  it('only ever names a candidate', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
        const meant = closestWord(word, candidates);
        if (meant !== null) expect(candidates).toContain(meant);
      }),
    );
  });
});
