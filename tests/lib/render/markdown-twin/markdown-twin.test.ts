import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { IncidentView } from '@/lib/core/incident-view';
import type { ServerPageView } from '@/lib/core/server-page-view';
import type { OverviewView } from '@/lib/core/view';
import { headline, troubleLine } from '@/lib/core/words/sentence';
import { escapeMarkdown } from '@/lib/render/markdown-twin/escape-markdown';
import { llmsText } from '@/lib/render/markdown-twin/llms-text';
import { pageMarkdown } from '@/lib/render/markdown-twin/page-markdown';
import { serverMarkdown } from '@/lib/render/markdown-twin/server-markdown';
import { incident, incidentUpdate, toldIncident } from '@/tests/fixtures/incident-views';
import { catalogue, tool } from '@/tests/fixtures/server-page-parts';
import { HOSTILE, NOW, overview, PAGES, server, serverPage, warehouse } from '@/tests/fixtures/views';

const URL = 'https://status.example.com';
const OURS = ['p', 'h1', 'h2', 'ul', 'li', 'a', 'strong', 'code', 'blockquote'];

/** Front matter and what a Markdown reader makes of the rest; throws where an element is not one of ours. */
function reading(markdown: string): { matter: Record<string, unknown>; html: string; text: string } {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? ['', '', markdown];
  const html = micromark(body, { allowDangerousHtml: true });
  const elements = [...html.matchAll(/<([a-z][\w-]*)/gi)].map((match) => match[1] ?? '');
  expect(elements.filter((name) => !OURS.includes(name))).toEqual([]);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !link.startsWith(`${URL}/`))).toEqual([]);
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]);
  return { matter: parse(head) ?? {}, html, text };
}

const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' };

const twinOf = (view: OverviewView, incidents: IncidentView[] = []) => pageMarkdown({ view, incidents, url: URL });
const serverTwinOf = (view: ServerPageView, incidents: IncidentView[] = []) => {
  return serverMarkdown({ view, incidents, url: URL });
};

describe('pageMarkdown', () => {
  it.each(Object.entries(PAGES))('says what the page "%s" says', (_name, view) => {
    const { matter, text } = reading(twinOf(view));
    expect(matter).toMatchObject({ title: 'Acme tools', status: view.status, servers: view.servers.length });
    expect(text).toContain(headline(view));
    expect(text).toContain(troubleLine(view));
    for (const { title, status } of view.servers) expect(text).toContain(`${title}: ${status}`);
    const counted = ['up', 'degraded', 'down', 'locked', 'maintenance', 'paused', 'unknown'].map(
      (name) => matter[name],
    );
    expect(counted.reduce((sum: number, count) => sum + Number(count), 0)).toBe(view.servers.length);
  });

  it('names the worst, the group, the maintenance and the age', () => {
    const { matter, text, html } = reading(twinOf(PAGES.mixed));
    expect(matter).toMatchObject({ status: 'down', worst: 'github-tools', monitoring_delayed: false });
    expect(html).toContain('<h2>Servers: Data platform (degraded)</h2>');
    expect(text).toContain('Patch day is under way on notebooks, from 2026-11-22T12:00:23.000Z to');
    expect(text).toContain('initialize answered error -32603');
    expect(reading(twinOf(PAGES.worst)).text).toContain('Monitoring is delayed');
  });

  it('tells what goes on, and what was said of it last', () => {
    const { matter, text } = reading(twinOf(PAGES.mixed, [incident('8'), toldIncident('7')]));
    expect(matter.incidents).toBe(2);
    expect(text).toContain(
      'github-tools refuses the handshake: investigating (suspected: nobody has looked into it yet)',
    );
    expect(text).toContain('GitHub tools refuse everyone: resolved, impact major, from 2026-11-22T12:41:23.000Z to');
    expect(text).toContain('It is well.');
  });

  it('is the same text while nothing happens', () => {
    expect(twinOf({ ...PAGES.mixed, generatedAt: NOW + 30_000 })).toBe(twinOf(PAGES.mixed));
  });
});

describe('serverMarkdown', () => {
  it('says what the page of the server says', () => {
    const { matter, text } = reading(serverTwinOf(serverPage(warehouse)));
    expect(matter).toMatchObject({ title: 'warehouse', status: 'degraded', stage: 'dependencies', tools: 12 });
    expect(matter.url).toBe(`${URL}/servers/warehouse`);
    expect(text).toContain('iam_credentials: failed since 2026-11-22T12:54:23.000Z: ExpiredToken');
    expect(text).toContain('365d 99.95%');
    expect(text).toContain('down at reach from');
    expect(text).toContain('query_table: Runs a read-only query against one table.');
    expect(text).toContain('breaking: `query_table` now requires `database`');
  });

  it('quotes the first page of tools, and says where the rest is', () => {
    const tools = Array.from({ length: 100 }, (_, index) => tool(`tool${index}`, { description: HOSTILE.description }));
    const huge = catalogue(tools, { total: 10_000, found: 10_000, pages: 100 });
    const markdown = serverTwinOf(serverPage(server('huge'), { catalogue: huge }));
    expect(markdown.length).toBeLessThan(200_000);
    expect(reading(markdown.replace(`${URL}/api`, '')).text).toContain('9,900 more tools');
  });

  it('takes the words of a server for text, whatever they are', () => {
    const { text } = reading(
      serverTwinOf(serverPage(server('evil'), { catalogue: catalogue([tool(HOSTILE.name, HOSTILE)]) })),
    );
    expect(text).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('whatever others write', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '](javascript:alert(1))',
      '![x](http://evil.test/x.png)',
      '<script>alert(1)</script>',
      '`',
      '---',
      '# x',
    ),
    fc.constantFrom(
      'https://evil.test',
      'www.evil.test',
      'a@evil.test',
      '\n\n# x',
      '&lt;b&gt;',
      '\\',
      '*_~|',
      '[a]: http://x',
    ),
  );
  const hostile = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

  it('is text in every twin', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const reason = { stage: 'tools', code: 'timeout', message: b } as const;
        const view = server('s', { title: a, group: b, status: 'down', reason, description: a });
        const page = overview([view], { page: { title: b, timezone: 'UTC', language: 'en' } });
        expect(reading(twinOf(page)).matter).toMatchObject({ title: b.toWellFormed(), servers: 1, down: 1 });
        const given = { catalogue: catalogue([tool(a, { description: b })]) };
        expect(reading(serverTwinOf(serverPage(view, given))).matter).toMatchObject({
          status: 'down',
          tools: 12,
        });
        reading(llmsText(page, URL));
        const told = toldIncident('7', { writtenTitle: a, updates: [incidentUpdate('1', { body: b })] });
        expect(reading(twinOf(page, [told])).matter).toMatchObject({ incidents: 1 });
        reading(serverTwinOf(serverPage(view), [told]));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['https://evil.test', 'https\\://evil.test'],
    ['---', '\\---'],
    ['12. x', '12\\. x'],
    ['www.evil.test', 'www\\.evil.test'],
    ['a\n# b', 'a \\# b'],
    ['`x` <b> *y*', '\\`x\\` \\<b\\> \\*y\\*'],
  ])('escapes %j', (given, expected) => expect(escapeMarkdown(given)).toBe(expected));
});

describe('llmsText', () => {
  it('is a title, a summary and links', () => {
    const text = llmsText(overview([server('warehouse'), server('vault')]), URL);
    expect(text).toMatch(/^# Acme tools\n\n> /);
    expect(text).toContain(`- [warehouse](${URL}/servers/warehouse.md)`);
    expect(text).toContain(`${URL}/mcp`);
  });
});
