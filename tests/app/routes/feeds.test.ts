import { describe, expect, it, vi } from 'vitest';
import { GET as getPageFeed } from '@/app/feed.atom/route';
import { GET as getPageJson } from '@/app/feed.json/route';
import { GET as getPageRss } from '@/app/feed.rss/route';
import { GET as getServerFeed } from '@/app/servers/[slug]/feed.atom/route';
import { openDb } from '@/db/client';
import { insertIncident, putIncidentServer } from '@/db/queries/incidents';
import { HOUR_MS } from '@/lib/core/time';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { readFeed } from '@/tests/fixtures/feed-rules';
import { storeEndpoint } from '@/tests/fixtures/stored-endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';

freshDataFolder();

const PAGE = [
  ['atom', getPageFeed, 'application/atom+xml; charset=utf-8'],
  ['rss', getPageRss, 'application/rss+xml; charset=utf-8'],
  ['json', getPageJson, 'application/feed+json; charset=utf-8'],
] as const;

function store() {
  const db = openDb();
  const now = Date.now();
  const at = now - HOUR_MS;
  storeEndpoint(db, { slug: 'other', now });
  for (const slug of ['warehouse', 'hidden']) {
    const endpointId = storeEndpoint(db, { slug, isHidden: slug === 'hidden', now });
    const incident = {
      title: `Trouble in ${slug}`,
      origin: 'person',
      status: 'investigating',
      impact: 'major',
    } as const;
    const id = insertIncident(db, { ...incident, startedAt: at, createdAt: at, changedAt: now });
    putIncidentServer(db, id, endpointId, 'down');
  }
  storeWindow(db, { title: 'Patch day', startAt: at, endAt: now + HOUR_MS, servers: ['warehouse'] });
}

describe.each(PAGE)('GET /feed.%s', (format, handler, type) => {
  it('tells incidents and maintenance, and nothing of hidden servers', async () => {
    store();
    const answer = await handler(get(`/feed.${format}`), routeContext({}));
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { entries, self } = readFeed(await answer.text(), format);
    expect(self).toBe(`http://rollcall.test/feed.${format}`);
    expect(entries.map(({ title }) => title).sort()).toEqual(['Maintenance: Patch day', 'Trouble in warehouse']);
    expect(entries.map(({ id }) => id)).toContain('tag:rollcall.invalid,2026:incidents/1');
    const known = get('/', { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect((await handler(known, routeContext({}))).status).toBe(304);
  });

  it('takes its ids from the address that is configured', async () => {
    vi.stubEnv('ROLLCALL_URL', 'https://status.example.com');
    store();
    const { entries } = readFeed(await (await handler(get('/'), routeContext({}))).text(), format);
    expect(entries.map(({ id }) => id)).toContain('https://status.example.com/incidents/1');
  });

  it('fails without a word about how', async () => {
    breakDatabase();
    const answer = await handler(get('/'), routeContext({}));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/table|sqlite/i);
  });
});

describe('GET /servers/{slug}/feed.atom', () => {
  const ask = (slug: string) => getServerFeed(get(`/servers/${slug}/feed.atom`), routeContext({ slug }));

  it('tells what concerns the server', async () => {
    store();
    const warehouse = readFeed(await (await ask('warehouse')).text(), 'atom');
    expect(warehouse.entries).toHaveLength(2);
    expect(warehouse.home).toBe('http://rollcall.test/servers/warehouse');
    expect(readFeed(await (await ask('other')).text(), 'atom').entries).toEqual([]);
  });

  it.each(['nobody', 'hidden', '..', '\u0000'])('404 for %j', async (slug) => {
    store();
    expect((await ask(slug)).status).toBe(404);
  });
});
