// A client that knows nothing of Rollcall (statuspage.io 3.3.8; 3.4.6 was published without its code).
import { Statuspage } from 'statuspage.io';
import { expect, it } from 'vitest';
import { GET as getComponents } from '@/app/api/v2/components.json/route';
import { GET as getStatus } from '@/app/api/v2/status.json/route';
import { GET as getSummary } from '@/app/api/v2/summary.json/route';
import { openDb } from '@/db/client';
import { freshDataFolder, routeContext } from '@/tests/fixtures/data-folder';
import { serveRoute } from '@/tests/fixtures/route-server';
import { storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();
const ROUTES = new Map([
  ['/api/v2/summary.json', getSummary],
  ['/api/v2/status.json', getStatus],
  ['/api/v2/components.json', getComponents],
]);

it('is read by a client written for Statuspage', async () => {
  storeBeat(openDb(), Date.now());
  storeEndpoint(openDb(), { slug: 'warehouse', title: 'Warehouse', now: Date.now() });
  const GET = async (request: Request) =>
    ROUTES.get(new URL(request.url).pathname)?.(request, routeContext({})) ?? new Response(null, { status: 404 });
  await using server = await serveRoute({ GET }, '/');
  const client = new Statuspage('any');
  client.setApiUrl(server.url.origin);
  expect((await client.api.getSummary()).components[0]).toMatchObject({ id: 'warehouse', status: 'operational' });
  expect((await client.api.getStatus()).status.indicator).toBe('none');
  expect((await client.api.getComponents()).components).toHaveLength(1);
});
