import { describe, expect, it } from 'vitest';
import { GET as getEndpoint } from '@/app/api/v1/endpoints/[slug]/route';
import { GET as getEndpoints } from '@/app/api/v1/endpoints/route';
import { GET as getComponents } from '@/app/api/v2/components.json/route';
import { GET as getStatus } from '@/app/api/v2/status.json/route';
import { GET as getSummary } from '@/app/api/v2/summary.json/route';
import { GET as getSchema } from '@/app/schema/rollcall.json/route';
import { openDb } from '@/db/client';
import { replaceDependencies } from '@/db/queries/dependencies';
import { DAY_MS, HOUR_MS, startOfDay, startOfHour } from '@/lib/core/time';
import { endpointDetailSchema, endpointListSchema, errorSchema } from '@/lib/render/api-v1/api-v1-schema';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import {
  statuspageComponentsSchema,
  statuspageStatusSchema,
  statuspageSummarySchema,
} from '@/tests/fixtures/statuspage-schema';
import { brokenState, NEVER_CHECKED, storeBeat, storeEndpoint, storeRollup } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();

const NOTHING = routeContext({});
const REFUSED = { stage: 'reach', code: 'refused', message: 'connection refused on port 4100' } as const;

/** A page with a server of every kind, as the loop would have left it a moment ago. */
function storePage(): void {
  const db = openDb();
  const now = Date.now();
  storeBeat(db, now);
  const id = storeEndpoint(db, { slug: 'warehouse', title: 'Warehouse', groupName: 'Data', hasHealth: true, now });
  replaceDependencies(db, id, [{ name: 'dynamodb', state: 'ok', message: 'secret-arn' }], now);
  storeRollup(db, id, { grain: 'hour', bucketAt: startOfHour(now), ms: { up: HOUR_MS }, latenciesMs: [40, 41] });
  storeRollup(db, id, { grain: 'day', bucketAt: startOfDay(now), ms: { up: DAY_MS - 1, down: 1 } });
  storeEndpoint(db, { slug: 'billing', position: 1, groupName: 'Data', state: brokenState('down', REFUSED), now });
  storeEndpoint(db, { slug: 'just-added', position: 2, state: NEVER_CHECKED, now });
  storeEndpoint(db, { slug: 'wiki', position: 3, type: 'stdio', isPaused: true, now });
  storeEndpoint(db, { slug: 'hidden', position: 4, isHidden: true, now });
}

describe('GET /api/v1/endpoints', () => {
  it('keeps its promise', async () => {
    storePage();
    const answer = await getEndpoints(get('/api/v1/endpoints'), NOTHING);
    const list = endpointListSchema.parse(await answer.json());
    expect(list.status).toBe('down');
    expect(list.endpoints.map(({ slug, status }) => `${slug} ${status}`)).toEqual([
      'warehouse up',
      'billing down',
      'just-added unknown',
      'wiki paused',
    ]);
    expect(list.endpoints[0]?.uptime).toEqual({ '24h': 1, '7d': 0.999999, '30d': 0.999999, '90d': 0.999999 });
    expect(list.endpoints[1]).toMatchObject(REFUSED);
  });

  it('answers an empty page', async () => {
    const answer = await getEndpoints(get('/api/v1/endpoints'), NOTHING);
    expect(endpointListSchema.parse(await answer.json())).toMatchObject({ status: 'unknown', endpoints: [] });
  });

  it('is known to whoever has asked before, until something happens', async () => {
    storePage();
    const etag = (await getEndpoints(get('/'), NOTHING)).headers.get('etag') ?? '';
    const again = () => getEndpoints(get('/', { 'if-none-match': etag }), NOTHING);
    expect((await again()).status).toBe(304);
    storeEndpoint(openDb(), { slug: 'more', now: Date.now() });
    expect((await again()).status).toBe(200);
  });
});

describe('GET /api/v1/endpoints/{slug}', () => {
  it('keeps its promise', async () => {
    storePage();
    for (const slug of ['warehouse', 'billing', 'just-added', 'wiki']) {
      const answer = await getEndpoint(get(`/api/v1/endpoints/${slug}`), routeContext({ slug }));
      expect(answer.status).toBe(200);
      expect(endpointDetailSchema.parse(await answer.json()).slug).toBe(slug);
    }
  });

  it.each(['nobody', 'hidden', '', '..', "' or 1=1 --", '\u0000', 'x'.repeat(10_000)])('404 for %j', async (slug) => {
    storePage();
    const answer = await getEndpoint(get('/api/v1/endpoints/x'), routeContext({ slug }));
    expect(answer.status).toBe(404);
    expect(errorSchema.parse(await answer.json()).error.code).toBe('not_found');
  });
});

describe('GET /api/v2', () => {
  it('has the documented shapes, and links to the host it was asked at', async () => {
    storePage();
    const summary = await (await getSummary(get('/api/v2/summary.json'), NOTHING)).json();
    const status = await (await getStatus(get('/api/v2/status.json'), NOTHING)).json();
    expect(statuspageSummarySchema.parse(summary).page.url).toBe('http://rollcall.test');
    expect(statuspageStatusSchema.parse(status).status).toEqual(summary.status);
    expect(status.status.indicator).toBe('major');
    const components = await (await getComponents(get('/api/v2/components.json'), NOTHING)).json();
    expect(statuspageComponentsSchema.parse(components).components).toEqual(summary.components);
  });
});

describe('GET /schema/rollcall.json', () => {
  it('is a JSON Schema that may be kept', async () => {
    const answer = await getSchema(get('/schema/rollcall.json'), NOTHING);
    expect(answer.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
    expect(answer.headers.get('etag')).toBeTruthy();
    expect(await answer.json()).toMatchObject({ type: 'object', properties: { endpoints: {} } });
  });
});

describe('what is public', () => {
  it('names no hidden server, no file and no dependency text', async () => {
    storePage();
    const answers = await Promise.all([
      getEndpoints(get('/'), NOTHING),
      getEndpoint(get('/'), routeContext({ slug: 'warehouse' })),
      getSummary(get('/'), NOTHING),
    ]);
    const text = (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
    expect(text).not.toMatch(/hidden|mcp\.json|secret-arn/);
  });

  it.each([
    ['/api/v1/endpoints', getEndpoints],
    ['/api/v2/summary.json', getSummary],
    ['/api/v2/status.json', getStatus],
  ])('%s fails without a word about how', async (path, handler) => {
    breakDatabase();
    const answer = await handler(get(path), NOTHING);
    expect(answer.status).toBe(500);
    expect(errorSchema.parse(await answer.json()).error.message).not.toMatch(/table|sqlite/i);
  });
});
