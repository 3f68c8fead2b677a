import { describe, expect, it } from 'vitest';
import { GET as getServerBadge } from '@/app/badge/[file]/route';
import { GET as getPageBadge } from '@/app/badge.svg/route';
import { openDb } from '@/db/client';
import { MINUTE_MS } from '@/lib/core/time';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { brokenState, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';
import { elementsOf } from '@/tests/fixtures/well-formed';

freshDataFolder();

const GREY = '#666d75';

async function serverBadge(file: string, query = '') {
  const answer = await getServerBadge(get(`/badge/${file}${query}`), routeContext({ file }));
  const svg = await answer.text();
  return { answer, svg, title: /<title>(.*?)<\/title>/.exec(svg)?.[1] };
}

async function pageBadge(query = '') {
  const answer = await getPageBadge(get(`/badge.svg${query}`), routeContext({}));
  const svg = await answer.text();
  return { answer, svg, title: /<title>(.*?)<\/title>/.exec(svg)?.[1] };
}

function store() {
  const db = openDb();
  const now = Date.now();
  storeBeat(db, now);
  storeEndpoint(db, { slug: 'warehouse', title: 'Warehouse <&>', now });
  const reason = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
  storeEndpoint(db, { slug: 'billing', state: brokenState('down', reason), now });
  storeEndpoint(db, { slug: 'old', state: { checkedAt: now - 12 * MINUTE_MS - 1 }, now });
  storeEndpoint(db, { slug: 'hidden', isHidden: true, now });
}

describe('GET /badge/{slug}.svg', () => {
  it.each([
    ['warehouse.svg', '', 'Warehouse &lt;&amp;&gt;: up'],
    ['billing.svg', '', 'billing: down'],
    ['billing.svg', '?label=Bills&style=for-the-badge', 'BILLS: DOWN'],
    ['billing.svg', '?label=%3Cscript%3E&style=%3Cscript%3E&color=url(evil)', '&lt;script&gt;: down'],
    ['old.svg', '', 'old: stale 12m'],
  ])('%s%s', async (file, query, title) => {
    store();
    const badge = await serverBadge(file, query);
    expect(badge.answer.status).toBe(200);
    expect(badge.answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(badge.title).toBe(title);
    expect(elementsOf(badge.svg)[0]).toBe('svg');
  });

  it.each(['nobody.svg', 'hidden.svg', '.svg', '..svg', '%00.svg', `${'x'.repeat(9_999)}.svg`])(
    'is a grey picture for %s',
    async (file) => {
      store();
      const { answer, svg, title } = await serverBadge(file);
      expect(answer.status).toBe(200);
      expect(title).toBe('server: unknown');
      expect(svg).toContain(GREY);
    },
  );

  it.each(['warehouse', 'warehouse.png', 'warehouse.SVG'])('is nothing at %s', async (file) => {
    store();
    expect((await serverBadge(file)).answer.status).toBe(404);
  });

  it('is a grey picture even when nothing can be read', async () => {
    breakDatabase();
    const { answer, title } = await serverBadge('warehouse.svg', '?label=Mine');
    expect(answer.status).toBe(200);
    expect(title).toBe('Mine: unknown');
  });

  it('is known to whoever has it', async () => {
    store();
    const etag = (await serverBadge('billing.svg')).answer.headers.get('etag') ?? '';
    const request = get('/badge/billing.svg', { 'if-none-match': etag });
    expect((await getServerBadge(request, routeContext({ file: 'billing.svg' }))).status).toBe(304);
  });
});

describe('GET /badge.svg', () => {
  it('counts who is up', async () => {
    store();
    expect((await pageBadge()).title).toBe('Rollcall: 2 of 3 up');
    expect((await pageBadge('?label=MCP')).title).toBe('MCP: 2 of 3 up');
  });

  it('is grey when there is nobody, when the loop is late, when nothing can be read', async () => {
    expect(await pageBadge()).toMatchObject({ title: 'Rollcall: unknown' });
    store();
    storeBeat(openDb(), Date.now() - 5 * MINUTE_MS);
    const late = await pageBadge();
    expect(late.title).toMatch(/^Rollcall: stale 2\ds$/);
    expect(late.svg).toContain(GREY);
    breakDatabase();
    const broken = await pageBadge();
    expect(broken.answer.status).toBe(200);
    expect(broken.title).toBe('Rollcall: unknown');
  });
});
