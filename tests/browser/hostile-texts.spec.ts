// Whatever people and servers write stays text: names, descriptions, announcement, incidents and tools full of script, shown
// on every page of the public and of the panel to a browser that would run it.
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { expect, test } from '@playwright/test';
import { openFile } from '@/db/client';
import { openIncident } from '@/lib/admin/incident/open-incident';
import { PAGES } from '@/tests/app/admin/access';
import { addressOf } from './crew';
import { ADMINISTRATOR, signIn } from './panel';
import { freePort, type Rollcall, startRollcall, until } from './rollcall';

/** Would leave a mark in the title of the document, by any of the usual ways in. */
const MARK = 'got-in';
const EVIL = `"><img src=x onerror="document.title='${MARK}'"><script>document.title='${MARK}'</script>`;
const EVIL_LINK = `[click](javascript:document.title='${MARK}') <svg onload="document.title='${MARK}'">`;

let rollcall: Rollcall;
let server: Server;

test.beforeAll(async () => {
  const port = await freePort();
  server = createServer(async (request, response) => {
    const mcp = new McpServer({ name: EVIL, version: EVIL });
    mcp.registerTool('evil_tool', { title: EVIL, description: `${EVIL} ${EVIL_LINK}`, inputSchema: {} }, () => ({
      content: [],
    }));
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcp.connect(transport as Parameters<typeof mcp.connect>[0]);
    await transport.handleRequest(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const named = { title: EVIL, description: EVIL, group: EVIL.slice(0, 90) };
  let data = '';
  rollcall = await startRollcall({
    env: ADMINISTRATOR,
    config: {
      'mcp.json': {
        mcpServers: {
          warehouse: { url: `http://127.0.0.1:${port}/mcp`, rollcall: named },
          [EVIL]: { url: 'http://127.0.0.1:9/mcp' },
        },
      },
      'rollcall.json': {
        page: {
          title: EVIL,
          footer: EVIL,
          announcement: { text: `${EVIL} ${EVIL_LINK}`, severity: 'warning' },
          links: [{ label: EVIL.slice(0, 40), url: 'https://wiki.example.com/"onload="x' }],
        },
        channels: { [EVIL.slice(0, 90)]: { type: 'slack', url: 'http://127.0.0.1:9/hook' } },
      },
    },
    prepare: (folder) => {
      data = folder.data;
    },
  });
  await until(
    'the server was called',
    async () => (await (await fetch(`${rollcall.url}/servers/warehouse`)).text()).includes('evil_tool'),
    15_000,
  );
  const db = openFile(path.join(data, 'rollcall.db'));
  const ada = { id: 'ada', name: EVIL.slice(0, 60), role: 'administrator' } as const;
  const told = { title: EVIL, body: `${EVIL}\n\n${EVIL_LINK}`, status: 'investigating', impact: 'major', servers: [] };
  expect(openIncident(db, ada, told, Date.now())).toMatchObject({ ok: true });
  db.$client.close();
});

test.afterAll(async () => {
  await rollcall?.remove();
  await new Promise((resolve) => server?.close(resolve));
});

const PUBLIC = ['/', '/servers/warehouse', '/incidents', '/incidents/1', '/uptime', '/subscribe', '/embed/warehouse'];

test('no script of a text runs anywhere', async ({ page }) => {
  await signIn(page, rollcall, '/admin');
  const parameters = { slug: 'warehouse', name: encodeURIComponent(EVIL.slice(0, 90)), at: 'new', id: '1' };
  const panel = Object.entries(PAGES)
    .filter(([file, needed]) => file.endsWith('page.tsx') && needed !== 'anybody')
    .map(([file]) => addressOf(file, parameters));
  let seen = 0;
  for (const address of [...PUBLIC, ...panel]) {
    await page.goto(rollcall.url + address);
    if ((await page.content()).includes('onerror=')) seen++;
    const found = await page.evaluate(() => ({
      title: document.title,
      handlers: document.querySelectorAll('[onerror], [onload], img[src="x"]').length,
      links: [...document.querySelectorAll('a')].filter(({ protocol }) => protocol === 'javascript:').length,
    }));
    // The page's own title may hold the words, but is never replaced by them.
    expect(found.title, address).not.toBe(MARK);
    expect([found.handlers, found.links], address).toEqual([0, 0]);
  }
  // As text it does stand there, or nothing was tried.
  expect(seen).toBeGreaterThan(6);
});
