// The front in the product: an open page stays true, what the policy forbids nobody needs, and pages that say "no" can
// be read without script.
import { expect, type Page, test } from '@playwright/test';
import { freePort, type Rollcall, startRollcall } from './rollcall';
import { startWarehouse, type WarehouseServer } from './servers';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let rollcall: Rollcall;
let warehouse: WarehouseServer;

test.beforeAll(async () => {
  const port = await freePort();
  warehouse = await startWarehouse(port);
  rollcall = await startRollcall({
    config: {
      'mcp.json': { mcpServers: { warehouse: { url: `http://127.0.0.1:${port}/mcp` } } },
      'rollcall.json': { page: { title: 'Acme tools' } },
    },
  });
});

test.afterAll(async () => {
  await rollcall?.remove();
  await warehouse?.stop();
});

async function statusOf(slug: string): Promise<unknown> {
  const answer = await fetch(`${rollcall.url}/api/v1/endpoints/${slug}`);
  return ((await answer.json()) as { status?: unknown }).status;
}

/** Whatever the browser refused to load or run. */
function refusals(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) seen.push(message.text());
  });
  return seen;
}

test('a change shows on an open page within five seconds, in place', async ({ page }) => {
  await expect.poll(() => statusOf('warehouse'), { timeout: 30_000 }).toBe('up');
  await page.goto(rollcall.url);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const link = page.getByRole('link', { name: 'warehouse', exact: true }).first();
  await link.focus();
  rollcall.configure('rollcall.json', {
    page: { title: 'Acme tools' },
    endpoints: { warehouse: { title: 'The warehouse' } },
  });
  await expect.poll(async () => (await fetch(rollcall.url)).text(), { timeout: 10_000 }).toContain('The warehouse');
  await expect(page.getByRole('link', { name: 'The warehouse', exact: true }).first()).toBeVisible({ timeout: 5_000 });
  await expect(page.getByRole('link', { name: 'The warehouse', exact: true }).first()).toBeFocused();
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('a change moves nothing, and nobody asks while the page is hidden', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'HEAD') asked.push(request.url());
  });
  await page.goto(rollcall.url);
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await page.evaluate(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += 'value' in entry ? Number(entry.value) : 0;
    }).observe({ type: 'layout-shift' });
  });
  const scrolled = await page.evaluate(() => {
    window.scrollTo(0, 300);
    return window.scrollY;
  });
  rollcall.configure('rollcall.json', {
    page: { title: 'Acme tools' },
    endpoints: { warehouse: { title: 'The depot' } },
  });
  await expect(page.getByRole('link', { name: 'The depot', exact: true }).first()).toBeVisible({ timeout: 15_000 });
  const shift = await page.evaluate(() => Number(Reflect.get(Reflect.get(window, 'seen'), 'shift')));
  expect(shift).toBeLessThan(0.01);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  const hide = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await hide(true);
  await page.waitForTimeout(500);
  const before = asked.length;
  await page.waitForTimeout(7_000);
  expect(asked.length).toBe(before);
  await hide(false);
  await expect.poll(() => asked.length, { timeout: 1_500 }).toBe(before + 1);
});

test('the policy is strict, and no page of ours meets it', async ({ page }) => {
  const seen = refusals(page);
  for (const address of ['/', '/servers/warehouse', '/servers/nobody', '/uptime', '/subscribe', '/admin']) {
    const answer = await page.goto(rollcall.url + address, { waitUntil: 'load' });
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy, address).toMatch(/script-src 'self' '(?:sha256|nonce)-/);
    expect(policy, address).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy, address).toContain("frame-ancestors 'none'");
    await page.waitForTimeout(300);
  }
  expect(seen).toEqual([]);
  // Shown to be seen: the same page with one script too many.
  await page.goto(rollcall.url);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.isPlanted = true';
    document.body.append(script);
  });
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => 'isPlanted' in window)).toBe(false);
});

test('an unknown server is a page with words, without script too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const address of ['/servers/nobody', '/servers/%00', '/incidents/none', '/no/such/page']) {
    const answer = await page.goto(rollcall.url + address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody here answers to that name.');
  }
  await context.close();
});

test('hostile headers change nothing', async () => {
  const plain = await (await fetch(`${rollcall.url}/servers/warehouse`)).text();
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'javascript',
    'accept-language': 'x'.repeat(2_000),
    'if-none-match': '"'.repeat(1_000),
    accept: '*/*;q=evil',
    cookie: 'a=b',
    range: 'bytes=0-1',
  };
  const answer = await fetch(`${rollcall.url}/servers/warehouse`, { headers });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).not.toContain('evil');
  expect(text.length).toBeGreaterThan(plain.length / 2);
});
