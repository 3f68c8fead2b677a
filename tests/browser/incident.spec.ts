// From a server's death to its post-mortem, as the people on call live through it: the signed message, the suspected
// incident, somebody who takes it over, the recovery, the end, the whole story at its address.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { type AlertReceiver, alertReceiver } from '@/tests/fixtures/alert-receiver';
import { ADMINISTRATOR, signIn } from './panel';
import { freePort, type Rollcall, startRollcall } from './rollcall';
import { startWarehouse, type WarehouseServer } from './servers';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const SECRET = `whsec_${Buffer.from('twenty-four bytes at least').toString('base64')}`;
const WORDS = 'The disk is **full**; we are adding another one.';

let rollcall: Rollcall;
let warehouse: WarehouseServer;
let receiver: AlertReceiver;
let port: number;

test.beforeAll(async () => {
  port = await freePort();
  warehouse = await startWarehouse(port);
  receiver = await alertReceiver();
  rollcall = await startRollcall({
    env: { ...ADMINISTRATOR, ONCALL_SECRET: SECRET },
    config: {
      'mcp.json': { mcpServers: { warehouse: { url: `http://127.0.0.1:${port}/mcp` } } },
      'rollcall.json': {
        defaults: { interval: '10s', timeout: '5s', confirm: 2, recover: 2 },
        channels: { oncall: { type: 'webhook', url: receiver.url, secret: '${ONCALL_SECRET}' } },
      },
    },
  });
});

test.afterAll(async () => {
  await rollcall?.remove();
  await warehouse?.stop();
  await receiver?.close();
});

/** What the receiver got so far, its signature checked as a receiver would. */
function messages(): { type: string; firstLine: string }[] {
  const webhook = new Webhook(SECRET);
  return receiver.received.map(({ headers, body }) => {
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const { type, data } = webhook.verify(body, signed) as { type: string; data: { firstLine: string } };
    return { type, firstLine: data.firstLine };
  });
}

/** The one incident that goes on, as the status page tells it. */
const goingOn = (page: Page) => page.getByRole('region', { name: 'Current incidents' }).getByRole('article');

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a server dies: a signed message goes out, and the page suspects an incident', async ({ page }) => {
  await page.goto(rollcall.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('warehouse answered', { timeout: 30_000 });
  await warehouse.stop();
  await expect.poll(messages, { timeout: 60_000 }).toMatchObject([{ type: 'outage.opened' }]);
  expect(messages()[0]?.firstLine).toContain('warehouse is down: connection refused');
  const card = goingOn(page);
  await expect(card).toContainText('Suspected');
  await expect(card).toContainText('warehouse refuses the connection');
});

test('somebody signs in, takes it over with an update, and the page says so at once', async ({ page, browser }) => {
  await signIn(page, rollcall, '/admin/incidents');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'warehouse refuses the connection' }).click();
  await expect(page.getByText('Nobody answers for it yet')).toBeVisible();
  await page.getByRole('button', { name: 'Take it on' }).click();
  await expect(page.getByText('taken on by')).toBeVisible();
  await expect.poll(() => messages().map(({ type }) => type)).toContain('outage.acknowledged');

  const form = page.getByRole('form', { name: 'Post an update' });
  await form.getByRole('link', { name: 'The cause is known' }).click();
  await expect(form.getByLabel('Status')).toHaveValue('identified');
  await form.getByLabel('What people shall know').fill(WORDS);
  await expect(form.getByLabel('Preview').locator('strong')).toHaveText('full');
  await form.getByRole('button', { name: 'Post the update' }).click();
  await expect(form.getByText('It shows on the page now.')).toBeVisible();
  await expect(form.getByLabel('What people shall know')).toHaveValue('');
  await expect(page.getByText(/answers for it since/)).toBeVisible();
  await expectAccessible(page);

  const visitor = await browser.newPage();
  await visitor.goto(rollcall.url);
  const card = goingOn(visitor);
  await expect(card).toContainText('Identified');
  await expect(card).toContainText('The disk is full; we are adding another one.');
  await visitor.close();
});

test('the server comes back: the recovery is told, the incident waits for its person', async ({ page }) => {
  warehouse = await startWarehouse(port);
  await expect.poll(() => messages().at(-1)?.type, { timeout: 60_000 }).toBe('outage.resolved');
  await page.goto(rollcall.url);
  await expect(page.getByText('All affected servers have answered again since')).toBeVisible();
});

test('it is resolved, and its address tells the whole story', async ({ page }) => {
  await signIn(page, rollcall, '/admin/incidents/1');
  await page.getByRole('button', { name: "Resolve in the machine's words" }).click();
  await page.getByRole('link', { name: 'See it as visitors do' }).click();
  await expect(page).toHaveURL(/\/incidents\/1$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('warehouse refuses the connection');
  const steps = page.getByRole('listitem').filter({ has: page.locator('strong') });
  await expect(steps.first()).toContainText('warehouse is well again');
  await expect(page.getByText('The disk is full; we are adding another one.')).toBeVisible();
  await expect(page.getByText('Its 2 tools are missing from every client')).toBeVisible();
  await expect(page.getByText('What Rollcall saw')).toBeVisible();
  expect(messages().map(({ type }) => type)).toEqual(['outage.opened', 'outage.acknowledged', 'outage.resolved']);
});
