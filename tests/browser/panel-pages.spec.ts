// Every page of the panel: axe finds nothing, and nothing is wider than the screen, on a phone and on a desk, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, test } from '@playwright/test';
import { PAGES } from '@/tests/app/admin/access';
import { addressOf } from './crew';
import { ADMINISTRATOR, signIn } from './panel';
import { type Rollcall, startRollcall } from './rollcall';

const PARAMETERS = { slug: 'warehouse', name: 'chat', at: 'new' };
/** Also how a form looks that needs a word in the address. */
const MORE = ['/admin/channels/new?type=email', '/admin/nothing-here'];

let rollcall: Rollcall;
let state: Awaited<ReturnType<BrowserContext['storageState']>>;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  rollcall = await startRollcall({
    env: ADMINISTRATOR,
    config: {
      'mcp.json': {
        mcpServers: {
          warehouse: { url: 'http://127.0.0.1:9/mcp', rollcall: { group: 'Data' } },
          docs: { command: 'no' },
        },
      },
      'rollcall.json': {
        channels: {
          chat: { type: 'slack', url: 'http://127.0.0.1:9/hook' },
          mail: { type: 'heartbeat', url: '${NOT_SET}' },
        },
        routes: [{ to: ['chat'], severity: ['critical'], quiet: { from: '22:00', to: '07:00' } }],
      },
    },
  });
  const page = await browser.newPage();
  await signIn(page, rollcall, '/admin');
  state = await page.context().storageState();
  await page.close();
});

test.afterAll(() => rollcall?.remove());

const ADDRESSES = [
  ...Object.keys(PAGES)
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => addressOf(file, PARAMETERS)),
  ...MORE,
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`at ${width} px, ${colorScheme}`, async ({ browser }) => {
      // Thirty pages, each read by axe: on a busy machine that takes its time.
      test.setTimeout(120_000);
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, storageState: state });
      const page = await context.newPage();
      const errors: string[] = [];
      const faults: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      for (const address of ADDRESSES) {
        await page.goto(rollcall.url + address);
        const found = await new AxeBuilder({ page }).analyze();
        faults.push(...found.violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push(`${address} is wider than the screen by ${overflow}`);
      }
      expect(faults).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
}
