// The widget on somebody else's page: another origin, under a policy that allows next to nothing.
import { createServer, type Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { freePort, type Rollcall, startRollcall, until } from './rollcall';
import { startWarehouse, type WarehouseServer } from './servers';

let rollcall: Rollcall;
let warehouse: WarehouseServer;
let site: Server;
let siteUrl: string;

const FRAMED = ['/embed/warehouse', '/', '/servers/warehouse', '/admin/sign-in', '/badge.svg'];

test.beforeAll(async () => {
  const port = await freePort();
  warehouse = await startWarehouse(port);
  const mcpServers = { warehouse: { url: `http://127.0.0.1:${port}/mcp` } };
  rollcall = await startRollcall({ config: { 'mcp.json': { mcpServers } } });
  site = createServer((request, response) => {
    if (request.url === '/framing') {
      const frames = FRAMED.map((address) => `<iframe src="${rollcall.url}${address}"></iframe>`);
      return response.writeHead(200, { 'content-type': 'text/html' }).end(frames.join(''));
    }
    const policy = `default-src 'none'; script-src ${rollcall.url}; connect-src ${rollcall.url}`;
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(`<!doctype html><html lang="en"><title>Somebody else</title><main><h1>Elsewhere</h1>
      <script src="${rollcall.url}/embed.js" async></script>
      <rollcall-status id="server" server="warehouse"></rollcall-status>
      <rollcall-status id="page" theme="dark" label="Our tools"></rollcall-status>
      <rollcall-status id="nobody" server="no&quot;body"></rollcall-status></main></html>`);
  });
  const sitePort = await freePort();
  await new Promise<void>((resolve) => site.listen(sitePort, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${sitePort}`;
  await until(
    'the warehouse is up',
    async () => (await (await fetch(`${rollcall.url}/api/embed-status/warehouse`)).json()).status === 'up',
    30_000,
  );
});

test.afterAll(async () => {
  await rollcall?.remove();
  await warehouse?.stop();
  await new Promise((resolve) => site?.close(resolve));
});

const paperOf = (page: Page, id: string) =>
  page.locator(`#${id} a`).evaluate((link) => getComputedStyle(link).backgroundColor);

test('says how they are, links to them, and keeps nothing', async ({ page, context }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(siteUrl);
  await expect(page.locator('#server')).toContainText('warehouse');
  await expect(page.locator('#server')).toContainText('up');
  await expect(page.locator('#page')).toContainText('1 of 1 up');
  await expect(page.locator('#page')).toContainText('Our tools');
  await expect(page.locator('#nobody')).toContainText('unknown');
  await expect(page.locator('#server a')).toHaveAttribute('href', `${rollcall.url}/servers/warehouse`);
  expect(await context.cookies()).toEqual([]);
  // The only complaint is the browser's own about the server that nobody knows.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('is light or dark with the visitor, or as it is told', async ({ browser }) => {
  const papers = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme });
    await page.goto(siteUrl);
    await expect(page.locator('#server')).toContainText('up');
    papers.push([await paperOf(page, 'server'), await paperOf(page, 'page')]);
    await page.close();
  }
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(18, 20, 22)'];
  expect(papers).toEqual([
    [light, dark],
    [dark, dark],
  ]);
});

test('asks again each minute while it is seen, and says when it does not know', async ({ page }) => {
  await page.clock.install();
  await page.goto(siteUrl);
  await expect(page.locator('#server')).toContainText('up');
  await rollcall.stop();
  await page.clock.runFor(50_000);
  await expect(page.locator('#server')).toContainText('up');
  await page.clock.runFor(15_000);
  await expect(page.locator('#server')).toContainText('unknown');
  await rollcall.restart();
  await page.clock.runFor(65_000);
  await expect(page.locator('#server')).toContainText('up');
});

test('taken off its page, it asks nobody any more', async ({ page }) => {
  await page.clock.install();
  await page.goto(siteUrl);
  await expect(page.locator('#server')).toContainText('up');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.clock.runFor(61_000);
  await expect.poll(() => asked.length).toBe(3);
  await page.evaluate(() => {
    for (const widget of document.querySelectorAll('rollcall-status')) widget.remove();
  });
  await page.clock.runFor(300_000);
  expect(asked).toHaveLength(3);
});

test('stands in a frame of any site as /embed, and nothing else of ours does', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/frame-ancestors|X-Frame-Options/.test(message.text())) refused.push(message.text());
  });
  await page.goto(`${siteUrl}/framing`);
  await expect(page.frameLocator('iframe').first().getByRole('link')).toHaveText(/warehouse\s*up/);
  await expect.poll(() => refused.length).toBeGreaterThanOrEqual(3);
  expect(refused.join(' ')).not.toContain('/embed');
});

test('in a frame it looks again each minute, in place, and says when it does not know', async ({ page }) => {
  await page.clock.install();
  await page.goto(`${rollcall.url}/embed/warehouse`);
  const link = page.getByRole('link');
  await expect(link).toHaveText(/warehouse\s*up/);
  await link.focus();
  await rollcall.stop();
  await page.clock.runFor(61_000);
  await expect(link).toHaveText(/warehouse\s*unknown/);
  await expect(link).toBeFocused();
  await rollcall.restart();
  await page.clock.runFor(61_000);
  await expect(link).toHaveText(/warehouse\s*up/);
});
