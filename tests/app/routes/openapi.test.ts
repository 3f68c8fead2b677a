// The document and the routes are held to each other: no route without a description, no answer that breaks it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GET as getDocument } from '@/app/api/v1/openapi.json/route';
import { openDb } from '@/db/client';
import { replaceDependencies } from '@/db/queries/dependencies';
import { insertDrift } from '@/db/queries/drifts';
import { checks } from '@/db/schema/checks';
import { DAY_MS, HOUR_MS, startOfDay } from '@/lib/core/time';
import { openApiDocument } from '@/lib/render/api-v1/openapi';
import { OPERATIONS } from '@/lib/render/api-v1/openapi-operations';
import packageJson from '@/package.json';
import { DOCUMENT, faultOf } from '@/tests/fixtures/against-document';
import { freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { ADDED, REQUIRED } from '@/tests/fixtures/drift-views';
import { aTool } from '@/tests/fixtures/endpoints';
import { brokenState, storeBeat, storeEndpoint, storeRollup, storeTools } from '@/tests/fixtures/stored-endpoints';
import { storeIncident } from '@/tests/fixtures/stored-incidents';
import { storeOutage } from '@/tests/fixtures/stored-outages';
import { storeWindow } from '@/tests/fixtures/stored-windows';

freshDataFolder();

const apiFolder = path.join(import.meta.dirname, '../../../app/api/v1');
const REFUSED = { stage: 'reach', code: 'refused', message: 'connection refused on port 4100' } as const;

/** Each address of /api/v1 with the file that answers it: "/api/v1/endpoints/{slug}". */
const ROUTES = readdirSync(apiFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => {
    const segments = path.dirname(file).split(path.sep).join('/');
    return { address: `/api/v1/${segments.replace(/\[(\w+)\]/g, '{$1}')}`, file: path.join(apiFolder, file) };
  });

function storeHistory(): void {
  const db = openDb();
  const now = Date.now();
  storeBeat(db, now);
  const id = storeEndpoint(db, {
    slug: 'warehouse',
    groupName: 'Data',
    hasHealth: true,
    state: brokenState('down', REFUSED),
    now,
  });
  storeEndpoint(db, { slug: 'wiki', position: 1, isPaused: true, now });
  replaceDependencies(db, id, [{ name: 'dynamodb', state: 'failed', message: 'no' }], now);
  storeRollup(db, id, { grain: 'day', bucketAt: startOfDay(now), ms: { up: DAY_MS - 1, down: 1 } });
  storeTools(db, id, [aTool('query')], now);
  storeOutage(db, { endpointId: id, status: 'down', startedAt: now - HOUR_MS, ...REFUSED });
  db.insert(checks)
    .values({ endpointId: id, at: now, verdict: 'down', ...REFUSED })
    .run();
  insertDrift(db, {
    endpointId: id,
    at: now,
    lastSeenAt: now,
    seenCount: 1,
    kind: 'breaking',
    changes: [REQUIRED, ADDED],
  });
  storeWindow(db, { startAt: now + HOUR_MS, endAt: now + 2 * HOUR_MS });
  storeIncident(db, now, { servers: [{ slug: 'warehouse', state: 'down' }] });
}

describe('GET /api/v1/openapi.json', () => {
  it('is the document, in the version of this Rollcall', async () => {
    const answer = await getDocument(get('/api/v1/openapi.json'), routeContext({}));
    expect(await answer.json()).toEqual(openApiDocument(packageJson.version));
    expect(answer.headers.get('etag')).toBeTruthy();
  });

  it('describes every route there is, and no other', () => {
    expect(ROUTES.length).toBeGreaterThan(7);
    expect(Object.keys(DOCUMENT.paths).sort()).toEqual(ROUTES.map(({ address }) => address).sort());
  });

  it.each(OPERATIONS)('$path keeps its promise', async ({ path: address, answer: name }) => {
    storeHistory();
    const { GET } = await import(ROUTES.find((route) => route.address === address)?.file ?? address);
    const answer: Response = await GET(get(address), routeContext({ slug: 'warehouse', id: '1' }));
    expect(answer.status).toBe(200);
    const content: unknown = await answer.json();
    expect(JSON.stringify(content).length, 'an answer that says something').toBeGreaterThan(100);
    expect(faultOf(name, content)).toBeNull();
  });
});

describe.each(ROUTES)('$address', ({ address, file }) => {
  it('refuses to be written to, and says how it would not', async () => {
    const handlers = await import(file);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer: Response = handlers[method]();
      if (answer.status === 401) expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Rollcall"');
      else {
        expect(answer.status, `${method} ${address}`).toBe(405);
        expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      }
      expect(faultOf('Error', await answer.json())).toBeNull();
    }
  });
});
