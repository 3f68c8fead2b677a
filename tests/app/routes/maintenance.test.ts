import { describe, expect, it } from 'vitest';
import { GET as getList } from '@/app/api/v1/maintenances/route';
import { GET as getActive } from '@/app/api/v2/scheduled-maintenances/active.json/route';
import { GET as getUpcoming } from '@/app/api/v2/scheduled-maintenances/upcoming.json/route';
import { GET as getAll } from '@/app/api/v2/scheduled-maintenances.json/route';
import { GET as getCalendar } from '@/app/maintenance.ics/route';
import { openDb } from '@/db/client';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import { maintenanceListSchema } from '@/lib/render/api-v1/api-v1-maintenance-schema';
import { errorSchema } from '@/lib/render/api-v1/api-v1-schema';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { readCalendar } from '@/tests/fixtures/icalendar';
import { statuspageMaintenancesSchema } from '@/tests/fixtures/statuspage-schema';
import { storeEndpoint } from '@/tests/fixtures/stored-endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';

freshDataFolder();

const NOTHING = routeContext({});
const ROUTES = [
  ['/maintenance.ics', getCalendar],
  ['/api/v1/maintenances', getList],
  ['/api/v2/scheduled-maintenances.json', getAll],
  ['/api/v2/scheduled-maintenances/upcoming.json', getUpcoming],
  ['/api/v2/scheduled-maintenances/active.json', getActive],
] as const;

function storeThree(): void {
  const db = openDb();
  const now = Date.now();
  storeEndpoint(db, { slug: 'warehouse', title: 'Warehouse', now });
  storeEndpoint(db, { slug: 'hidden', title: 'Secret', isHidden: true, now });
  storeWindow(db, { title: 'Past', startAt: now - DAY_MS, endAt: now - DAY_MS + HOUR_MS });
  storeWindow(db, { title: 'Now', startAt: now - HOUR_MS, endAt: now + HOUR_MS, servers: ['warehouse', 'hidden'] });
  storeWindow(db, { title: 'Coming', startAt: now + DAY_MS, endAt: now + DAY_MS + HOUR_MS, timezone: 'Asia/Tokyo' });
  storeWindow(db, { title: 'Hidden', startAt: now + DAY_MS, endAt: now + DAY_MS + HOUR_MS, servers: ['hidden'] });
}

describe('GET /maintenance.ics', () => {
  it('is a calendar that may be kept', async () => {
    storeThree();
    const answer = await getCalendar(get('/maintenance.ics'), NOTHING);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    });
    const calendar = readCalendar(new Uint8Array(await answer.arrayBuffer()));
    expect(calendar.events.map(({ summary }) => summary)).toEqual(['Past', 'Now', 'Coming']);
    expect(calendar.events[0]?.uid).toMatch(/@rollcall\.invalid$/);
    const etag = answer.headers.get('etag') ?? '';
    expect((await getCalendar(get('/', { 'if-none-match': etag }), NOTHING)).status).toBe(304);
  });
});

describe('GET /api/v1/maintenances', () => {
  it('keeps its promise', async () => {
    storeThree();
    const answer = maintenanceListSchema.parse(await (await getList(get('/'), NOTHING)).json());
    expect(
      answer.maintenances.map(({ title, status, endpoints, timezone }) => [title, status, endpoints, timezone]),
    ).toEqual([
      ['Past', 'completed', null, 'UTC'],
      ['Now', 'in_progress', ['warehouse'], 'UTC'],
      ['Coming', 'scheduled', null, 'Asia/Tokyo'],
    ]);
    expect(Date.parse(answer.generatedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('answers when nothing is planned', async () => {
    expect(maintenanceListSchema.parse(await (await getList(get('/'), NOTHING)).json()).maintenances).toEqual([]);
  });
});

describe('GET /api/v2/scheduled-maintenances', () => {
  it.each([
    ['everything', getAll, ['Coming', 'Now', 'Past']],
    ['what comes', getUpcoming, ['Coming']],
    ['what is going on', getActive, ['Now']],
  ])('gives %s in the documented shape', async (_case, handler, names) => {
    storeThree();
    const answer = statuspageMaintenancesSchema.parse(await (await handler(get('/'), NOTHING)).json());
    expect(answer.scheduled_maintenances.map(({ name }) => name)).toEqual(names);
    expect(answer.page.url).toBe('http://rollcall.test');
  });
});

describe.each(ROUTES)('%s', (path, handler) => {
  it('names no hidden server', async () => {
    storeThree();
    expect(await (await handler(get(path), NOTHING)).text()).not.toMatch(/hidden|secret/i);
  });

  it('fails without a word about how', async () => {
    breakDatabase();
    const answer = await handler(get(path), NOTHING);
    expect(answer.status).toBe(500);
    expect(errorSchema.parse(await answer.json()).error.message).not.toMatch(/table|sqlite/i);
  });
});
