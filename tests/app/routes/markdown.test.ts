import { describe, expect, it } from 'vitest';
import { GET as getIncident } from '@/app/incidents/[id]/index.md/route';
import { GET as getMonth } from '@/app/incidents.md/route';
import { GET as getPage } from '@/app/index.md/route';
import { GET as getLlms } from '@/app/llms.txt/route';
import { GET as getServer } from '@/app/servers/[slug]/index.md/route';
import { openDb } from '@/db/client';
import { mergeIncidents } from '@/lib/admin/incident/merge-incidents';
import { wantsMarkdown } from '@/lib/core/http/wants-markdown.mjs';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { person } from '@/tests/fixtures/people';
import { brokenState, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';
import { storeIncident } from '@/tests/fixtures/stored-incidents';

freshDataFolder();

function store() {
  const now = Date.now();
  storeBeat(openDb(), now);
  const reason = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
  storeEndpoint(openDb(), { slug: 'billing', state: brokenState('down', reason), now });
  storeEndpoint(openDb(), { slug: 'hidden', isHidden: true, now });
}

describe('the Markdown twins', () => {
  it.each([
    ['/index.md', getPage, 'text/markdown'],
    ['/servers/billing.md', getServer, 'text/markdown'],
    ['/llms.txt', getLlms, 'text/plain'],
  ])('%s', async (path, handler, type) => {
    store();
    const answer = await handler(get(path), routeContext({ slug: 'billing' }));
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get('vary')).toBe('accept');
    const text = await answer.text();
    expect(text).toContain('billing');
    expect(text).not.toContain('hidden');
    const known = get(path, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect((await handler(known, routeContext({ slug: 'billing' }))).status).toBe(304);
  });

  it.each(['nobody', 'hidden', '..', '\u0000'])('404 for the server %j', async (slug) => {
    store();
    expect((await getServer(get('/servers/x.md'), routeContext({ slug }))).status).toBe(404);
  });

  it('tell incidents, each and by month', async () => {
    store();
    const now = Date.now();
    const id = String(storeIncident(openDb(), now, { servers: [{ slug: 'billing', state: 'down' }] }));
    const other = storeIncident(openDb(), now, { title: 'The same again' });
    mergeIncidents(openDb(), person('Ada'), { incidentId: other, intoId: Number(id) }, now);
    const asked = (of: string) => getIncident(get(`/incidents/${of}.md`), routeContext({ id: of }));
    for (const of of [id, String(other)]) expect(await (await asked(of)).text()).toContain('# Tokens expire early');
    for (const of of ['0', '99', 'x', '1e1', '\u0000']) expect((await asked(of)).status).toBe(404);
    const month = (query: string) => getMonth(get(`/incidents.md${query}`), routeContext({}));
    expect(await (await month('')).text()).toContain('[Tokens expire early]');
    for (const query of ['?month=2026-13', '?month=%00', '?month=9999-01'])
      expect((await month(query)).status).toBe(404);
  });

  it('fail without a word about how', async () => {
    breakDatabase();
    const answer = await getPage(get('/index.md'), routeContext({}));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/table|sqlite/i);
  });
});

describe('who gets Markdown at the address of a page', () => {
  it.each([
    ['text/markdown', true],
    ['text/markdown, */*', true],
    ['text/markdown;q=0.9, text/html;q=0.8', true],
    ['application/json, text/markdown', true],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['text/html, text/markdown;q=0.5', false],
    ['text/markdown, text/html, text/markdown', true],
    ['text/html,'.repeat(20), false],
    ['text/markdown;q=0', false],
    ['text/markdown; q=0.000 , */*', false],
    ['text/markdown;q=0.001', true],
    ['text/markdown;q=0, text/markdown', true],
    ['*/*', false],
    ['', false],
  ])('%j: %s', (accept, isMarkdown) => {
    expect(wantsMarkdown(accept)).toBe(isMarkdown);
  });
});
