// Attacks on the one place where people's text becomes HTML.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARKDOWN_LIMIT, renderMarkdown } from '@/lib/render/markdown/markdown';
import { plainMarkdown } from '@/lib/render/markdown/plain-markdown';

const REL = 'rel="nofollow noopener ugc"';

test.each([
  ['words', 'Some *words* and **more**.', '<p>Some <em>words</em> and <strong>more</strong>.</p>'],
  ['a list', '- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ['a heading', '# Big\ntext', '<p><strong>Big</strong></p>\n<p>text</p>'],
  ['a link', '[docs](https://a.example/x?y=1&z)', `<p><a href="https://a.example/x?y=1&amp;z" ${REL}>docs</a></p>`],
  ['an address', '<ops@a.example>', `<p><a href="mailto:ops@a.example" ${REL}>ops@a.example</a></p>`],
  ['an image is a link', '![i](https://a.example/c.png)', `<p>!<a href="https://a.example/c.png" ${REL}>i</a></p>`],
  ['a script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['a handler', '<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['javascript:', '[x](javascript:alert(1))', '<p><a>x</a></p>'],
  ['javascript: in disguise', '[x](JaVa&#115;cript:alert(1))', '<p><a>x</a></p>'],
  ['javascript: between angles', '<javascript:alert(1)>', '<p><a>javascript:alert(1)</a></p>'],
  ['data:', '[x](data:text/html;base64,PHM+)', '<p><a>x</a></p>'],
  ['vbscript: in a definition', '[x][y]\n\n[y]: vbscript:x', '<p>[x][y]</p>\n<p>[y]: vbscript:x</p>'],
  ['a path', '[x](/admin)', '<p><a>x</a></p>'],
  ['another host without a scheme', '[x](//evil.example)', '<p><a>x</a></p>'],
  [
    'a quote that breaks out',
    '[x](https://a.example/"onclick=1)',
    `<p><a href="https://a.example/%22onclick=1" ${REL}>x</a></p>`,
  ],
  ['a title', '[x](https://a.example "t\\" onload=x")', `<p><a href="https://a.example" ${REL}>x</a></p>`],
  ['a link in code', '`<a href="javascript:x">`', '<p><code>&lt;a href=&quot;javascript:x&quot;&gt;</code></p>'],
])('%s', (_, source, html) => {
  expect(renderMarkdown(source)).toBe(html);
});

describe('too much', () => {
  const N = MARKDOWN_LIMIT;
  test.each([
    ['quotes', '>'.repeat(N)],
    ['lists', '- '.repeat(N / 2)],
    ['numbers', '1. '.repeat(N / 4)],
    ['brackets', '['.repeat(N)],
    ['stars', '*a **b '.repeat(N / 7)],
    ['entities', '&#'.repeat(N / 2)],
    [
      'quotes by stairs',
      Array.from({ length: 60 }, (_, depth) => `${'> '.repeat(depth % 19)}${'- '.repeat(depth % 19)}x`).join('\n'),
    ],
  ])('%s stay shallow', (_, source) => {
    const html = renderMarkdown(source);
    expect(html.match(/<(?:blockquote|ul|ol)>/g)?.length ?? 0).toBeLessThanOrEqual(21);
    expect(html.length).toBeLessThan(8 * N);
  });

  test('a longer text is cut', () => {
    expect(plainMarkdown('a'.repeat(3 * N))).toHaveLength(N);
  });
});

test('nothing but known tags comes out, each with known attributes, and they balance', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '!',
    '#',
    '- ',
    '> ',
    '\n',
    '\n\n',
    '\\',
    '&',
    ';',
    '&#60;',
    ' ',
    'javascript:',
    'https://a.example',
    'mailto:a@b',
    'x',
    '<script>',
    '</a>',
    '<a href="',
    '<!--',
    '-->',
    '<![CDATA[',
    '\0',
    '\u202e',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const html = renderMarkdown(parts.join(''));
      const tags = html.match(/<[^>]*>/g) ?? [];
      const known =
        /^<(?:\/?(?:p|em|strong|code|pre|ul|ol|li|blockquote|a)|ol start="\d+"|br \/|hr \/|a href="(?:https?:\/\/|mailto:)[^"<>\s]*" rel="nofollow noopener ugc")>$/;
      for (const tag of tags) expect(tag).toMatch(known);
      const open: string[] = [];
      for (const tag of tags) {
        const name = /^<\/?(\w+)/.exec(tag)?.[1] ?? '';
        if (tag.startsWith('</')) expect(open.pop()).toBe(name);
        else if (!tag.endsWith('/>')) open.push(name);
      }
      expect(open).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  [
    'Some *words*, a [link](https://a.example/x?y&z) & <https://b.example>.',
    'Some words, a link (https://a.example/x?y&z) & https://b.example.',
  ],
  ['One\n\n- a\n- b\n\n```\n<code>\n```', 'One\n\n- a\n- b\n\n<code>'],
  ['<b>bold</b>', '<b>bold</b>'],
  ['>'.repeat(30), '>'.repeat(30)],
])('%j as plain text', (source, plain) => {
  expect(plainMarkdown(source)).toBe(plain);
});
