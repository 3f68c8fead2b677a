// The pages as people see them, on a seeded history with every state: accessible, whole without JavaScript, no wider than the screen.
import { type APIRequestContext, expect, test } from '@playwright/test';
import { COLOR_SCHEMES, expectReadable, WIDTHS } from './expect-readable';
import type { Rollcall } from './rollcall';
import { startPlayed } from './seeded';

let rollcall: Rollcall;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  rollcall = await startPlayed({ announcement: { text: 'We **move** on Friday.', severity: 'warning' } });
});

test.afterAll(() => rollcall?.remove());

const PAGES = [
  '/',
  // A failing dependency, down, throttled, never called, locked, without tools, new, in maintenance, paused, health alone,
  // with a long list of outages.
  '/servers/warehouse',
  '/servers/github-tools',
  '/servers/web-search',
  '/servers/tickets',
  '/servers/deploy-gate',
  '/servers/prompt-library',
  '/servers/release-notes',
  '/servers/metrics-explorer',
  '/servers/legacy-builds',
  '/servers/billing-api',
  '/servers/query-runner',
  '/uptime',
  '/uptime?server=warehouse',
  '/subscribe',
  '/incidents',
  '/embed',
  '/embed/warehouse',
  '/nothing-here',
];

/** Drawn otherwise: a stage over the days, a search, one without a hit; and what stands in for a page that could not be made. */
const VARIANTS = [
  '/servers/notebooks?stage=tools&range=90d',
  '/servers/warehouse?tool=table&badge=uptime',
  '/servers/warehouse?tool=nothing',
  '/fault',
];

/** What stands in a frame, or says that there is nothing, is for no search engine. */
const UNSEARCHED = /^\/(?:embed|nothing-here|fault)\b/;

interface Told {
  id: string;
  title: string;
}

/** Suspected, taken over, explained afterwards. */
const INCIDENTS = [
  'github-tools refuses the handshake',
  'Queries on the warehouse fail',
  'The old build farm is unreachable',
];

async function incidentPages(request: APIRequestContext): Promise<string[]> {
  const { incidents }: { incidents: Told[] } = await (await request.get(`${rollcall.url}/api/v1/incidents`)).json();
  const told = INCIDENTS.map((title) => incidents.find((incident) => incident.title === title));
  expect(told.every(Boolean), `the story tells of ${INCIDENTS.join('; ')}`).toBe(true);
  return told.map((incident) => `/incidents/${incident?.id}`);
}

test('every state is on the page', async ({ page }) => {
  await page.goto(rollcall.url);
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  for (const state of ['Up', 'Degraded', 'Down', 'Locked', 'Unknown', 'Paused', 'In maintenance']) {
    await expect(rows.getByRole('heading', { level: 3 }).filter({ hasText: state }).first(), state).toBeAttached();
  }
  await expect(page.getByRole('complementary', { name: 'Announcement' })).toBeVisible();
  await expect(page.getByText('Under way,')).toBeVisible();
  await expect(page.getByText('Planned,')).toBeVisible();
});

for (const colorScheme of COLOR_SCHEMES) {
  for (const width of WIDTHS) {
    test(`axe finds nothing and nothing is cut off at ${width} px, ${colorScheme}`, async ({ browser, request }) => {
      test.slow();
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      for (const address of [...PAGES, ...VARIANTS, ...(await incidentPages(request))]) {
        await page.goto(rollcall.url + address);
        await expectReadable(page, colorScheme);
      }
      expect(errors).toEqual([]);
      await context.close();
    });
  }
}

/** What a visitor came for, on every public page there is. */
const WITHOUT_SCRIPT: Record<string, string[]> = {
  '/': ['servers answered', 'TICKETS_TOKEN is not set', 'Queries on the warehouse fail', 'How uptime is computed'],
  '/servers/warehouse': ['describe_table', 'dynamodb', 'What changed', '[![warehouse]'],
  '/servers/warehouse?stage=tools&range=7d&tool=describe': ['describe_table'],
  '/uptime': ['Mon', 'warehouse'],
  '/uptime?server=warehouse': ['Mon', '%'],
  '/incidents': ['Queries on the warehouse fail'],
  '/subscribe': ['feed.rss', '/feed subscribe', 'maintenance.ics'],
  '/embed': ['up'],
  '/embed/warehouse': ['warehouse'],
  '/nothing-here': ['Nobody here answers to that name.'],
};

test('every page is whole without JavaScript', async ({ browser, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const told = (await incidentPages(request)).map((address) => [address, ['Impact', 'Updates']] as const);
  for (const [address, texts] of [...Object.entries(WITHOUT_SCRIPT), ...told]) {
    await page.goto(rollcall.url + address);
    // Only what can be seen, or opened without script.
    const shown = await page.locator('body').innerText();
    const closed = await page.locator('details').allTextContents();
    for (const text of texts) expect([shown, ...closed].join(' '), `${address}: ${text}`).toContain(text);
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
    await expect(page.getByRole('main'), address).toBeVisible();
  }
  await context.close();
});

test('the way from page to page needs no JavaScript', async ({ browser }) => {
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

test('every page has a title and a description of its own', async ({ page }) => {
  // What else stands in an address shows the same page in another way.
  const addresses = new Set(
    PAGES.map((address) => address.split('?')[0] ?? '').filter((path) => !UNSEARCHED.test(path)),
  );
  const told = new Set<string>();
  for (const address of addresses) {
    await page.goto(rollcall.url + address);
    const description = await page.locator('meta[name="description"]').first().getAttribute('content');
    expect(description, address).toMatch(/^.{20,300}$/);
    told.add(`${await page.title()} | ${description}`);
  }
  expect(told.size).toBe(addresses.size);
});

test('no public answer tells an address, a header or a variable', async ({ request }) => {
  for (const address of ['/', '/servers/warehouse', '/api/v1/endpoints', '/api/v2/summary.json', '/badge.svg']) {
    const text = (await (await request.get(rollcall.url + address)).text()).replaceAll(rollcall.url, '');
    // The lines for clients name a variable in place of the credential.
    expect(text, address).not.toMatch(/127\.0\.0\.1:\d|Bearer (?!\$\{[\w:-]+\})|demo-token|node_modules/);
  }
});

test('a visitor of another zone reads every time in it', async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  for (const address of ['/servers/github-tools', '/incidents', '/incidents/1']) {
    await page.goto(rollcall.url + address);
    await expect(page.getByText('times in Asia/Tokyo'), address).toBeVisible();
  }
  await page.goto(`${rollcall.url}/servers/github-tools`);
  const since = page.getByRole('status').filter({ hasText: 'Down since' }).locator('time');
  const at = new Date((await since.getAttribute('datetime')) ?? '');
  const clock = at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
  await expect(since).toContainText(clock);
  await context.close();
});

test('a machine that has no zone keeps the times of the page', async ({ page }) => {
  await page.addInitScript(() => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: 'Etc/Unknown' };
    };
  });
  await page.goto(rollcall.url);
  // The day explorer is the last to come to life, long after the times were looked at.
  await expect(page.locator('[data-bars] > a[tabindex="-1"]').first()).toBeAttached();
  await expect(page.locator('body')).not.toContainText('Etc/Unknown');
});
