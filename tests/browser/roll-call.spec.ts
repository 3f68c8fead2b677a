// The main job, end to end at default settings: real servers, one dies, the page says so with the right stage and
// sentence, it comes back, the page says that too.
import { expect, type Page, test } from '@playwright/test';
import { freePort, type Rollcall, startRollcall } from './rollcall';
import { EVERYTHING_STDIO, type RunningServer, startEverything, startWarehouse, type WarehouseServer } from './servers';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let rollcall: Rollcall;
let everything: RunningServer;
let warehouse: WarehouseServer;
let everythingPort: number;

test.beforeAll(async () => {
  everythingPort = await freePort();
  const warehousePort = await freePort();
  everything = await startEverything(everythingPort);
  warehouse = await startWarehouse(warehousePort);
  rollcall = await startRollcall({
    config: {
      'mcp.json': {
        mcpServers: {
          'everything-http': { type: 'http', url: `http://127.0.0.1:${everythingPort}/mcp` },
          'everything-stdio': EVERYTHING_STDIO,
          warehouse: {
            url: `http://127.0.0.1:${warehousePort}/mcp`,
            rollcall: { health: { url: `http://127.0.0.1:${warehousePort}/health`, public: true } },
          },
          'never-there': { url: 'http://127.0.0.1:9/mcp' },
          unset: { url: `http://127.0.0.1:${warehousePort}/mcp`, headers: { Authorization: 'Bearer ${UNSET_TOKEN}' } },
        },
      },
      'rollcall.json': { page: { title: 'Acme tools' } },
    },
  });
});

test.afterAll(async () => {
  await rollcall?.remove();
  await everything?.stop();
  await warehouse?.stop();
});

/** The row of a server on the page, found by its link. */
const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

async function endpoint(slug: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${rollcall.url}/api/v1/endpoints/${slug}`);
  return (await answer.json()) as Record<string, unknown>;
}

test('within 90 seconds the page shows real verdicts of real servers', async ({ page }) => {
  await page.goto(rollcall.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('3 of 5 servers answered', { timeout: 90_000 });
  await expect(row(page, 'everything-stdio')).toContainText(/\d+ tools/);
  await expect(row(page, 'everything-http')).toContainText(/\d+ tools/);
  await expect(row(page, 'warehouse')).toContainText('2 tools');
  await expect(row(page, 'never-there')).toContainText(/connection refused/i);
  await expect(row(page, 'unset')).toContainText('UNSET_TOKEN is not set');
  expect(rollcall.log()).not.toContain('undefined');
});

test('a bad dependency makes it degraded, by name', async ({ page }) => {
  warehouse.setHealth({ mcp: 'ok', iam_credentials: 'error: ExpiredToken', dynamodb: 'ok' });
  await page.goto(rollcall.url);
  await expect(row(page, 'warehouse')).toContainText(/iam_credentials/, { timeout: 90_000 });
  await expect.poll(async () => (await endpoint('warehouse')).status, { timeout: 30_000 }).toBe('degraded');
  expect(await endpoint('warehouse')).toMatchObject({ stage: 'dependencies', code: 'dependency_failed' });
  warehouse.setHealth({ mcp: 'ok', iam_credentials: 'ok', dynamodb: 'ok' });
});

test('a killed server is asked again, turns within 80 seconds, and recovers', async ({ page }) => {
  await page.goto(rollcall.url);
  await everything.stop();
  const isDown = expect.poll(async () => (await endpoint('everything-http')).status, { timeout: 80_000 }).toBe('down');
  await expect(row(page, 'everything-http')).toContainText(/missed its last call/i, { timeout: 75_000 });
  await isDown;
  await expect(row(page, 'everything-http')).toContainText(/connection refused/i, { timeout: 15_000 });
  expect(await endpoint('everything-http')).toMatchObject({ stage: 'reach', code: 'refused' });
  // How many servers need attention.
  await expect(page).toHaveTitle(/^\(\d\) Acme tools$/);

  everything = await startEverything(everythingPort);
  await expect.poll(async () => (await endpoint('everything-http')).status, { timeout: 90_000 }).toBe('up');
  await expect(row(page, 'everything-http')).not.toContainText(/connection refused/i, { timeout: 15_000 });
});
