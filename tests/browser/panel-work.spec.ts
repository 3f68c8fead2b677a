// An editor's daily work in the panel, with script and without: planning maintenance, opening an incident by hand; every page
// of it accessible and no wider than a phone.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { ADMINISTRATOR, signIn } from './panel';
import { freePort, type Rollcall, startRollcall } from './rollcall';
import { startWarehouse, type WarehouseServer } from './servers';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let rollcall: Rollcall;
let warehouse: WarehouseServer;

test.beforeAll(async () => {
  const port = await freePort();
  warehouse = await startWarehouse(port);
  rollcall = await startRollcall({
    env: ADMINISTRATOR,
    config: {
      'mcp.json': { mcpServers: { warehouse: { url: `http://127.0.0.1:${port}/mcp` } } },
      'rollcall.json': { page: { timezone: 'Europe/Berlin' } },
    },
  });
});

test.afterAll(async () => {
  await rollcall?.remove();
  await warehouse?.stop();
});

test('maintenance is looked at, planned, seen by visitors and taken back', async ({ page }) => {
  await signIn(page, rollcall, '/admin/maintenance/new');
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Title').fill('Patch day');
  await page.getByLabel('Begins').fill(`${tomorrow}T22:00`);
  await page.getByLabel('Lasts').fill('a while');
  await page.getByLabel('Repeats').selectOption('every week, on the weekday it begins');
  await page.getByRole('button', { name: 'Show the next dates' }).click();
  await expect(page.getByText(/duration|length/i).first()).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Patch day');
  await page.getByLabel('Lasts').fill('2h');
  await page.getByRole('button', { name: 'Show the next dates' }).click();
  const dates = page.getByRole('status', { name: 'The next dates' });
  await expect(dates.getByRole('listitem')).toHaveCount(5);
  await expect(dates).toContainText('22:00');
  await expect(page.getByLabel('Repeats')).toHaveValue('FREQ=WEEKLY');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/admin\/maintenance\?saved=yes/);
  await expect(page.getByRole('link', { name: 'Patch day' })).toBeVisible();
  await expect(async () => {
    await page.goto(rollcall.url);
    await expect(page.getByRole('heading', { name: 'Patch day' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await page.goto(`${rollcall.url}/admin/maintenance`);
  await expect(page.getByText('planned in the panel').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.waitForURL(/saved=deleted/);
  await expect(page.getByText('Planned in the panel')).toHaveCount(0);
});

test('without script an incident is previewed, opened, told on and hidden', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, rollcall, '/admin/incidents/new');
  await page.getByRole('link', { name: 'We are looking into it' }).click();
  await expect(page.getByLabel('First update')).toHaveValue(/Next update by/);
  await page.getByLabel('Title').fill('Tokens expire early');
  await page.getByLabel('First update').fill('We *look* into it. <b>Soon.</b>');
  await page.getByLabel('warehouse').selectOption('degraded');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByLabel('Preview').locator('em')).toHaveText('look');
  await expect(page.getByLabel('Preview').locator('b')).toHaveCount(0);
  await expect(page.getByLabel('warehouse')).toHaveValue('degraded');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText('It shows on the page now.')).toBeVisible();
  await expect(page.getByText('answers for it since')).toBeVisible();
  await page.getByText('Hide it', { exact: true }).click();
  await page.getByRole('button', { name: 'Hide it from visitors' }).click();
  await expect(page.getByText('Hidden from visitors.')).toBeVisible();
  expect((await page.request.get(`${rollcall.url}/incidents/1`)).status()).toBe(404);
  await context.close();
});

const PAGES = [
  '/admin/incidents',
  '/admin/incidents/new',
  '/admin/incidents/1',
  '/admin/maintenance',
  '/admin/maintenance/new',
  '/admin/drift',
  '/admin/endpoints/warehouse',
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing and nothing is cut off at ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await signIn(page, rollcall, '/admin/incidents');
      for (const address of PAGES) {
        await page.goto(rollcall.url + address);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${address} is wider than the screen`).toBeLessThanOrEqual(0);
      }
      await context.close();
    });
  }
}
