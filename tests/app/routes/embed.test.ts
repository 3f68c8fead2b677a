import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { GET as getServer } from '@/app/api/embed-status/[slug]/route';
import { GET as getPage } from '@/app/api/embed-status/route';
import { openDb } from '@/db/client';
import { MINUTE_MS } from '@/lib/core/time';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { brokenState, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();

const server = (slug: string) => getServer(get(`/api/embed-status/${slug}`), routeContext({ slug }));

describe('GET /api/embed-status', () => {
  it('tells as little as the widget shows', async () => {
    const now = Date.now();
    storeBeat(openDb(), now);
    const reason = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
    storeEndpoint(openDb(), { slug: 'billing', title: 'Billing', state: brokenState('down', reason), now });
    storeEndpoint(openDb(), { slug: 'old', state: { checkedAt: now - 12 * MINUTE_MS - 1 }, now });
    storeEndpoint(openDb(), { slug: 'hidden', isHidden: true, now });
    const down = await server('billing');
    expect(down.headers.get('access-control-allow-origin')).toBe('*');
    const url = 'http://rollcall.test';
    expect(await down.json()).toEqual({
      title: 'Billing',
      status: 'down',
      message: 'down',
      url: `${url}/servers/billing`,
    });
    expect(await (await server('old')).json()).toMatchObject({ status: 'unknown', message: 'stale 12 min' });
    const page = await getPage(get('/api/embed-status'), routeContext({}));
    expect(await page.json()).toEqual({ title: 'Rollcall', status: 'down', message: '1 of 2 up', url });
    for (const slug of ['hidden', 'nobody', '..', '<script>']) expect((await server(slug)).status).toBe(404);
  });

  it('fails without a word about how', async () => {
    breakDatabase();
    const answer = await server('billing');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/table|sqlite/i);
  });
});

describe('embed.js', () => {
  const script = readFileSync(path.join(import.meta.dirname, '../../../public/embed.js'));

  it('is less than 3 KB to fetch', () => {
    expect(gzipSync(script).byteLength).toBeLessThan(3 * 1024);
  });

  it('never makes markup of what it is told, and keeps nothing', () => {
    expect(script.toString()).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|cookie\b.*=|Storage/,
    );
  });
});
