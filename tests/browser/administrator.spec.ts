// The life of an administrator, from the setup link in the log to signing in with a second factor.
import { createServer, type Server } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { totp } from '@/tests/lib/auth/harness';
import { EMAIL, PASSWORD } from './panel';
import { freePort, type Rollcall, startRollcall, until } from './rollcall';
import { startWarehouse, type WarehouseServer } from './servers';

let rollcall: Rollcall;
let warehouse: WarehouseServer;
let warehousePort: number;
let receiver: Server;
let received: string[];

test.beforeAll(async () => {
  warehousePort = await freePort();
  warehouse = await startWarehouse(warehousePort);
  received = [];
  receiver = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => received.push(chunk.toString()));
    request.on('end', () => response.end('thank you'));
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  rollcall = await startRollcall({ config: {} });
});

test.afterAll(async () => {
  await rollcall?.remove();
  await warehouse?.stop();
  await new Promise((resolve) => receiver?.close(resolve));
});

function receiverUrl(): string {
  const address = receiver.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`;
}

const shows = (address: string, text: string) =>
  until(
    `${address} shows ${text}`,
    async () => (await (await fetch(rollcall.url + address)).text()).includes(text),
    15_000,
  );

test('from the link in the log to a second factor', async ({ page }) => {
  // Half a minute of clicks; on a busy machine it may be twice that.
  test.setTimeout(120_000);
  await test.step('the link of the log makes the first administrator, once', async () => {
    const token = /\/admin\/join\?token=[\w-]+/.exec(rollcall.log())?.[0] ?? '';
    await page.goto(rollcall.url + token);
    await page.fill('[name=name]', 'Ada Lovelace');
    await page.fill('[name=email]', EMAIL);
    await page.fill('[name=password]', PASSWORD);
    await page.fill('[name=passwordAgain]', PASSWORD);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.waitForURL(`${rollcall.url}/admin`);
    await page.goto(rollcall.url + token);
    await expect(page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
  });

  await test.step('a server is tested, saved, and on the page', async () => {
    await page.goto(`${rollcall.url}/admin/endpoints/new`);
    await page.fill('[name=name]', 'warehouse');
    await page.fill('[name=url]', `http://127.0.0.1:${warehousePort}/mcp`);
    await page.fill('[name=healthUrl]', `http://127.0.0.1:${warehousePort}/health`);
    await page.getByRole('button', { name: 'Test now' }).click();
    await expect(page.getByText('Answers.')).toBeVisible();
    await expect(page.getByText('Found: query_table, describe_table')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/admin\/endpoints\/warehouse\?saved=/);
    await shows('/', 'warehouse');
    await shows('/servers/warehouse', 'describe_table');
  });

  await test.step('it is paused and called again', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('One server paused.')).toBeVisible();
    await shows('/api/v1/endpoints/warehouse', '"paused"');
    await page.reload();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('One server called again.')).toBeVisible();
  });

  await test.step('a file of another client is taken over', async () => {
    await page.goto(`${rollcall.url}/admin/import`);
    const mcpServers = { tickets: { url: `http://127.0.0.1:${warehousePort}/mcp` } };
    await page.fill('[name=text]', JSON.stringify({ mcpServers }));
    await page.getByRole('button', { name: 'See what is in it' }).click();
    await expect(page.getByRole('heading', { name: 'One server in it' })).toBeVisible();
    await page.getByRole('button', { name: 'Import what is chosen' }).click();
    await expect(page.getByText(/^Imported:/)).toBeVisible();
    await shows('/', 'tickets');
  });

  await test.step('a channel is tested and saved; its address does not come out again', async () => {
    await page.goto(`${rollcall.url}/admin/channels`);
    await page.getByRole('link', { name: 'Webhook' }).click();
    await page.fill('[name=name]', 'oncall');
    await page.getByLabel('Address').fill(receiverUrl());
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(page.getByText('The other side took it.')).toBeVisible();
    await expect(page.getByText('thank you')).toBeVisible();
    expect(JSON.parse(received.join(''))).toMatchObject({ type: 'test' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/admin\/channels\/of\/oncall/);
    await expect(page.getByLabel('Address')).toHaveValue('${secret:channel.oncall.url}');
    expect(await page.content()).not.toContain(receiverUrl());
  });

  await test.step('a route leads to it', async () => {
    await page.goto(`${rollcall.url}/admin/channels/routes/new`);
    await page.getByRole('group', { name: 'To' }).first().getByLabel('oncall').check();
    await page.fill('[name=repeat]', '1h');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(`${rollcall.url}/admin/channels/routes`);
    await expect(page.getByText('again every 1h')).toBeVisible();
  });

  await test.step('the page gets a name', async () => {
    await page.goto(`${rollcall.url}/admin/settings`);
    await page.getByLabel('Name of the page').fill('Acme MCP servers');
    await page.getByRole('form', { name: 'The page' }).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved. It counts within two seconds.')).toBeVisible();
    await shows('/', 'Acme MCP servers');
  });

  await test.step('the second factor is turned on and asked for', async () => {
    const secret = await turnOnSecondFactor(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/admin\/sign-in/);
    await page.fill('[name=email]', EMAIL);
    await page.fill('[name=password]', PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/admin\/second-factor/);
    // The code that turned it on is spent; a later one is as good as the next to come.
    await page.fill('[name=code]', totp(secret, Date.now() + 30_000));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(`${rollcall.url}/admin`);
  });

  await test.step('the audit log has it all', async () => {
    await page.goto(`${rollcall.url}/admin/audit`);
    for (const done of ['endpoint created', 'endpoint paused', 'channel tested', 'channel created', 'route changed'])
      await expect(page.getByText(done, { exact: true }).first()).toBeVisible();
  });

  await test.step('signed out, nothing is shown', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/admin\/sign-in/);
    await page.goto(`${rollcall.url}/admin/channels`);
    await expect(page).toHaveURL(/\/admin\/sign-in\?next=/);
  });
});

/** @returns the otpauth address. */
async function turnOnSecondFactor(page: Page): Promise<string> {
  await page.goto(`${rollcall.url}/admin/account`);
  const setup = page.getByRole('form', { name: 'Set up the second factor' });
  await setup.locator('[name=password]').fill(PASSWORD);
  await setup.getByRole('button', { name: 'Set up' }).click();
  const secret = await setup.locator('code').first().textContent();
  const uri = `otpauth://totp/x?secret=${secret}`;
  const turnOn = page.getByRole('form', { name: 'Turn the second factor on' });
  await turnOn.locator('[name=code]').fill(totp(uri));
  await turnOn.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('button', { name: 'Turn off' })).toBeVisible();
  return uri;
}
