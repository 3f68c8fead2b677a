// The languages of the public pages: both have the same texts, and nothing of one is left in the other.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { OverviewPage } from '@/app/ui/overview-page';
import { SubscribePage } from '@/app/ui/subscribe-page';
import type { OverviewView } from '@/lib/core/view';
import { documentTitle } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';
import { drawn } from '@/tests/drawn';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import * as made from '@/tests/fixtures/views';

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

/** A page in German with everything in it that a page can show. */
function inGerman(view: OverviewView): OverviewView {
  return { ...view, page: { ...view.page, language: 'de' } };
}

/** Words that no German sentence of ours has, and no name in the fixtures. */
const ENGLISH =
  /\b(the|and|are|were|has|have|its|that|not|since|until|servers|answered|called|calls|monitoring|uptime|downtime|maintenance|today|days?|hours?|minutes|unknown|locked|paused|degraded|planned|concerns|what|wrong|content|legend|reach|dependencies|credential|clients)\b/gi;

/** What servers say and how they are called stays as it is. */
function ownWords(view: OverviewView): string[] {
  const own = view.servers.flatMap(({ title, slug, group, reason }) => [
    title,
    slug,
    group ?? '',
    reason?.message ?? '',
  ]);
  return [...own, ...view.maintenance.map(({ title }) => title), view.page.title, 'initialize', '/health', 'health URL']
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length);
}

describe.each(Object.entries(made.PAGES))('the German page "%s"', (_, view) => {
  const german = inGerman({
    ...view,
    isDelayed: view.isDelayed || view === made.PAGES.mixed,
    maintenance: view.servers.length > 0 ? [maintenance('m9', { timezone: 'Asia/Tokyo' })] : [],
    blindSpans: [{ startAt: made.NOW - 7_200_000, endAt: made.NOW - 3_600_000 }],
  });

  test('says nothing in English', async () => {
    const html = await drawn(<OverviewPage view={german} />);
    const attributes = [...html.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(([, text]) => text);
    let text = [
      html.replace(/<pre[\s\S]*?<\/pre>|<code[\s\S]*?<\/code>|<[^>]+>/g, ' '),
      ...attributes,
      documentTitle(german, 'de'),
    ]
      .join(' | ')
      .replaceAll('MCP-Client', '')
      .replaceAll('Client', '');
    for (const own of ownWords(german)) text = text.replaceAll(own, ' ');
    expect(
      [...text.matchAll(ENGLISH)].map(({ 0: word, index }) => `${word}: ${text.slice(index - 30, index + 30)}`),
    ).toEqual([]);
    expect(text.length).toBeGreaterThan(500);
  });
});

test('neither does the German page of subscriptions', () => {
  const page = { title: 'Acme', timezone: 'UTC', language: 'de' as const };
  const html = renderToStaticMarkup(<SubscribePage page={page} publicUrl="https://status.acme.example" />);
  const text = html.replace(/<pre[\s\S]*?<\/pre>|<[^>]+>/g, ' ');
  expect([...text.matchAll(ENGLISH)].map(([word]) => word)).toEqual([]);
});
