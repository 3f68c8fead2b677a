import { describe, expect, test } from 'vitest';
import { badgePath, badgeSnippets } from '@/lib/render/badge/badge-snippets';
import { badgeWish } from '@/lib/render/badge/badge-wish';

const usual = badgeWish(new URLSearchParams());
const target = { slug: 'warehouse', title: 'warehouse', publicUrl: 'https://status.acme.com' };
const textsOf = (title: string, wish = usual) =>
  Object.fromEntries(badgeSnippets({ ...target, title }, wish).map(({ format, text }) => [format, text]));

describe('badgePath', () => {
  test.each([
    ['', '/badge/warehouse.svg'],
    ['period=7d', '/badge/warehouse.svg'],
    ['badge=uptime&period=7d', '/badge/warehouse/uptime.svg?period=7d'],
    ['badge=uptime&period=7y', '/badge/warehouse/uptime.svg?period=30d'],
    ['badge=../../x', '/badge/warehouse.svg'],
    ['badge=tools&style=flat', '/badge/warehouse/tools.svg'],
    ['style=plastic&label=a%26b&color=%23f00', '/badge/warehouse.svg?label=a%26b&style=plastic&color=%23f00'],
  ])('%s', (query, path) => {
    expect(badgePath('warehouse', badgeWish(new URLSearchParams(query)))).toBe(path);
  });
});

describe('badgeSnippets', () => {
  test('in four markups', () => {
    const image = 'https://status.acme.com/badge/warehouse.svg';
    const page = 'https://status.acme.com/servers/warehouse';
    expect(textsOf('warehouse')).toEqual({
      Markdown: `[![warehouse](${image})](${page})`,
      HTML: `<a href="${page}"><img src="${image}" alt="warehouse"></a>`,
      AsciiDoc: `image:${image}["warehouse",link="${page}"]`,
      reStructuredText: `.. image:: ${image}\n   :alt: warehouse\n   :target: ${page}`,
    });
  });

  test('no title breaks out of them', () => {
    const texts = textsOf('a] "b" <script>\n:target: x & [c');
    expect(texts.Markdown).toContain('[![a\\] "b" <script> :target: x & \\[c](');
    expect(texts.HTML).toContain('alt="a] &quot;b&quot; &lt;script&gt; :target: x &amp; [c">');
    expect(texts.AsciiDoc).toContain('["a\\] \\"b\\" <script> :target: x & [c",link=');
    expect(texts.reStructuredText?.split('\n')).toHaveLength(3);
  });

  test('no wish breaks out of its address', () => {
    const wish = badgeWish(new URLSearchParams({ label: '")](javascript:x)<b>\n', color: '\'"><script>' }));
    for (const text of Object.values(textsOf('warehouse', wish))) {
      expect(text).not.toMatch(/javascript:x|<script|<b>/);
      expect(text).toContain('label=%22%29%5D%28javascript%3Ax%29%3Cb%3E');
    }
  });
});
