// The pages as people see them, on a seeded history: accessible, whole without JavaScript, no wider than the screen.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Rollcall } from './rollcall';
import { startSeeded } from './seeded';

let rollcall: Rollcall;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  rollcall = await startSeeded();
});

test.afterAll(() => rollcall?.remove());

const PAGES = [
  '/',
  '/servers/warehouse',
  '/servers/tickets',
  '/uptime',
  '/uptime?server=warehouse',
  '/subscribe',
  '/incidents',
  '/incidents/1',
  '/nothing-here',
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 768, 1280]) {
    test(`axe finds nothing and nothing is cut off at ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      for (const address of PAGES) {
        await page.goto(rollcall.url + address);
        const found = await new AxeBuilder({ page }).analyze();
        expect(found.violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${address} is wider than the screen`).toBeLessThanOrEqual(0);
      }
      expect(errors).toEqual([]);
      await context.close();
    });
  }
}

test('everything can be read without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(rollcall.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('servers answered');
  await expect(page.getByText('TICKETS_TOKEN is not set').first()).toBeVisible();
  await page.getByRole('link', { name: 'warehouse', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'warehouse' })).toBeVisible();
  await expect(page.getByText('describe_table')).toBeVisible();
  await context.close();
});

test('an unknown server is a 404, in the page and in the API', async ({ page, request }) => {
  expect((await page.goto(`${rollcall.url}/servers/nobody`))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await request.get(`${rollcall.url}/api/v1/endpoints/nobody`)).status()).toBe(404);
  const badge = await request.get(`${rollcall.url}/badge/nobody.svg`);
  expect(badge.status()).toBe(200);
  expect(badge.headers()['content-type']).toContain('image/svg+xml');
});

test('no public answer tells an address, a header or a variable', async ({ request }) => {
  for (const address of ['/', '/servers/warehouse', '/api/v1/endpoints', '/api/v2/summary.json', '/badge.svg']) {
    const text = await (await request.get(rollcall.url + address)).text();
    expect(text, address).not.toMatch(/127\.0\.0\.1:47|Bearer |Authorization|node_modules/);
  }
});
