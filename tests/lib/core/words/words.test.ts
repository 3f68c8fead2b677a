// The languages of the public pages: both have the same texts. That no page mixes them is held by tests/app/ui/german-pages.
import { describe, expect, test } from 'vitest';
import { wordsOf } from '@/lib/core/words/words';

/** Every text with its path; a function is its own text, since what it says depends on what it is given. */
function textsOf(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, `function of ${value.length}`]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

describe('English and German', () => {
  const [english, german] = [textsOf(wordsOf('en'), ''), textsOf(wordsOf('de'), '')];

  test('have the same texts', () => {
    expect(german.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
    expect(english.length).toBeGreaterThan(150);
  });

  test('no text is empty, and what reads the same in both is a word of both', () => {
    const same = english.filter(([path, text]) => german.some(([its, other]) => its === path && other === text));
    expect(german.filter(([, text]) => text.trim() === '')).toEqual([]);
    const texts = same.map(([, text]) => text).filter((text) => !text.startsWith('function of'));
    expect(new Set(texts)).toEqual(new Set(SHARED));
  });
});

/** Words that are the same in both languages. */
const SHARED = [
  ' in ',
  ...['Handshake', 'Tools', 'Status', 'Badge', 'Feeds', 'Slack', 'Name', 'Median', 'Transport'],
  ...['Streamable HTTP', 'stdio', 'VS Code'],
];
