import { describe, expect, it } from 'vitest';
import { GET as getPage } from '@/app/index.md/route';
import { GET as getLlms } from '@/app/llms.txt/route';
import { GET as getServer } from '@/app/servers/[slug]/index.md/route';
import { openDb } from '@/db/client';
import { wantsMarkdown } from '@/lib/core/http/wants-markdown.mjs';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { brokenState, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

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
    ['*/*', false],
    ['', false],
  ])('%j: %s', (accept, isMarkdown) => {
    expect(wantsMarkdown(accept)).toBe(isMarkdown);
  });
});
