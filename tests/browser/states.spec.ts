// Pages in states that a seeded history does not have: nothing to watch, many servers down at once under names as long as
// they may be, a list of tools of several pages.
import { createServer, type Server } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { expect, test } from '@playwright/test';
import { COLOR_SCHEMES, expectReadable, WIDTHS } from './expect-readable';
import { freePort, type Rollcall, startRollcall, until } from './rollcall';

const TOOLS = 250;
const MANY = 60;
const LONG = 'the-customer-relationship-data-platform-gateway-of-the-northern-and-the-southern-hemisphere';

let crowded: Rollcall;
let empty: Rollcall;
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const port = await freePort();
  server = createServer(async (request, response) => {
    const mcp = new McpServer({ name: LONG, version: '1.0.0' });
    for (let index = 0; index < TOOLS; index++) {
      mcp.registerTool(`${LONG.slice(0, 60)}-${index}`, { description: `${LONG} `.repeat(6), inputSchema: {} }, () => ({
        content: [],
      }));
    }
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcp.connect(transport as Parameters<typeof mcp.connect>[0]);
    await transport.handleRequest(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const failing = Array.from({ length: MANY }, (_, index) => [
    `failing-${index}`,
    {
      url: 'http://127.0.0.1:9/mcp',
      rollcall: {
        title: `${LONG}-${index}`,
        description: `${LONG} `.repeat(3),
        group: `${LONG.slice(0, 70)} ${index % 4}`,
      },
    },
  ]);
  crowded = await startRollcall({
    config: {
      'mcp.json': { mcpServers: { toolbox: { url: `http://127.0.0.1:${port}/mcp` }, ...Object.fromEntries(failing) } },
      'rollcall.json': { page: { title: LONG }, defaults: { confirm: 2 } },
    },
  });
  empty = await startRollcall({ config: {} });
  await until(
    'all are called',
    async () => (await (await fetch(`${crowded.url}/api/v1/endpoints`)).json()).status === 'down',
    60_000,
  );
});

test.afterAll(async () => {
  await crowded?.remove();
  await empty?.remove();
  await new Promise((resolve) => server?.close(resolve));
});

for (const colorScheme of COLOR_SCHEMES) {
  test(`nothing is lost or cut off where there is much, or nothing, ${colorScheme}`, async ({ browser }) => {
    test.slow();
    const addresses = [
      ...['/', '/servers/toolbox?tools=2', '/servers/failing-0', '/uptime', '/incidents'].map((at) => crowded.url + at),
      ...['/', '/uptime', '/incidents'].map((at) => empty.url + at),
    ];
    for (const width of WIDTHS) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      for (const address of addresses) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectReadable(page, colorScheme);
      }
      await page.close();
    }
  });
}
