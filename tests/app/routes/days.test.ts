import { describe, expect, it } from 'vitest';
import { GET } from '@/app/servers/[slug]/days.json/route';
import { openDb } from '@/db/client';
import { writeSetting } from '@/db/queries/settings';
import type { DayCard } from '@/lib/core/day-view';
import { DAY_MS, HOUR_MS, startOfDay } from '@/lib/core/time';
import { freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { storeEndpoint, storeRollup } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();

async function cardsOf(slug: string): Promise<DayCard[]> {
  return (await GET(get(`/servers/${slug}/days.json`), routeContext({ slug }))).json();
}

describe('GET /servers/{slug}/days.json', () => {
  it('tells each of ninety days, in the language of the page', async () => {
    const db = openDb();
    const today = startOfDay(Date.now());
    const id = storeEndpoint(db, { slug: 'warehouse', createdAt: today - 99 * DAY_MS, now: Date.now() });
    storeRollup(db, id, { grain: 'day', bucketAt: today - DAY_MS, ms: { up: 23 * HOUR_MS, down: HOUR_MS } });
    const cards = await cardsOf('warehouse');
    expect(cards).toHaveLength(90);
    expect(cards.at(-2)?.label).toMatch(/: 95\.833 percent up, 1 hour down$/);
    expect(cards[0]?.remark).toBe('No data for this day.');
    writeSetting(db, 'page', { title: 'Acme', timezone: 'UTC', language: 'de' });
    expect((await cardsOf('warehouse')).at(-2)?.label).toMatch(/: 95,833 Prozent verfügbar, 1 Stunde ausgefallen$/);
  });

  it('is not found for unknown and hidden servers, and known to whoever asked before', async () => {
    storeEndpoint(openDb(), { slug: 'hidden', isHidden: true, now: Date.now() });
    storeEndpoint(openDb(), { slug: 'wiki', position: 1, now: Date.now() });
    for (const slug of ['hidden', 'nobody']) expect((await GET(get('/'), routeContext({ slug }))).status).toBe(404);
    const etag = (await GET(get('/'), routeContext({ slug: 'wiki' }))).headers.get('etag') ?? '';
    expect((await GET(get('/', { 'if-none-match': etag }), routeContext({ slug: 'wiki' }))).status).toBe(304);
  });
});
