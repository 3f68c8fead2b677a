// Starting, stopping, dying and misconfiguring the product as a whole.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { freePort, type Rollcall, startRollcall, until } from './rollcall';
import { EVERYTHING_STDIO, startWarehouse, type WarehouseServer } from './servers';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let warehouse: WarehouseServer;
let warehouseUrl: string;
const running: Rollcall[] = [];

test.beforeAll(async () => {
  const port = await freePort();
  warehouse = await startWarehouse(port);
  warehouseUrl = `http://127.0.0.1:${port}/mcp`;
});

test.afterEach(async () => {
  for (const rollcall of running.splice(0)) await rollcall.remove();
});

test.afterAll(() => warehouse.stop());

async function start(servers: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<Rollcall> {
  const rollcall = await startRollcall({ config: { 'mcp.json': { mcpServers: servers }, ...more } });
  running.push(rollcall);
  return rollcall;
}

interface Listed {
  slug: string;
  status: string;
  message: string | null;
  checkedAt: string | null;
}

async function listed(rollcall: Rollcall): Promise<Listed[]> {
  const answer = await fetch(`${rollcall.url}/api/v1/endpoints`);
  return ((await answer.json()) as { endpoints: Listed[] }).endpoints;
}

const statusOf = async (rollcall: Rollcall, slug: string) =>
  (await listed(rollcall)).find((endpoint) => endpoint.slug === slug)?.status ?? null;

/** Process ids whose parent, or parent's parent, is the given one (Linux). */
function descendantsOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // pid (comm) state ppid …; comm may hold spaces, so fields are counted from the last parenthesis.
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return Number(fields[1]) === pid ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
  return [...children, ...children.flatMap(descendantsOf)];
}

const isAnswering = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  );

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('SIGTERM in the middle of checks: exit 0 within 5 seconds, no child left', async () => {
  const silent = { command: process.execPath, args: ['-e', 'process.on("SIGTERM",()=>{}); setInterval(()=>{}, 1000)'] };
  const rollcall = await start({ silent, warehouse: { url: warehouseUrl } });
  await until('the silent server is being called', async () => descendantsOf(rollcall.pid).length > 0, 30_000);
  const children = descendantsOf(rollcall.pid);
  const { code, tookMs } = await rollcall.stop('SIGTERM');
  expect(code).toBe(0);
  expect(tookMs).toBeLessThan(5_000);
  expect(children.filter(isAlive)).toEqual([]);
  expect(rollcall.log()).toContain('"stopped"');
});

test('SIGTERM to npm reaches the server', async () => {
  const rollcall = await startRollcall({ config: { 'mcp.json': { mcpServers: {} } }, isByNpm: true });
  running.push(rollcall);
  await rollcall.stop('SIGTERM');
  await until('nothing answers any more', async () => !(await isAnswering(rollcall.url)), 10_000);
  expect(rollcall.log()).toContain('"stopped"');
});

test('kill -9 and start again: nothing is lost, and the first answers are right', async () => {
  const rollcall = await start({ warehouse: { url: warehouseUrl }, everything: EVERYTHING_STDIO });
  await expect.poll(() => statusOf(rollcall, 'warehouse'), { timeout: 30_000 }).toBe('up');
  await rollcall.stop('SIGKILL');
  await rollcall.restart();
  expect(await statusOf(rollcall, 'warehouse')).toBe('up');
  await expect.poll(() => statusOf(rollcall, 'everything'), { timeout: 60_000 }).toBe('up');
});

test('a change of the files is applied without a restart; a broken file keeps the last good state', async () => {
  const rollcall = await start({ warehouse: { url: warehouseUrl } });
  await expect.poll(() => statusOf(rollcall, 'warehouse'), { timeout: 30_000 }).toBe('up');

  rollcall.configure('mcp.json', '{\n  "mcpServers": {\n    "warehouse": { "url": \n');
  await expect.poll(() => rollcall.log(), { timeout: 10_000 }).toContain('mcp.json:');
  expect(await statusOf(rollcall, 'warehouse')).toBe('up');
  expect(await (await fetch(rollcall.url)).text()).toContain('configuration');

  rollcall.configure('mcp.json', { mcpServers: { warehouse: { url: warehouseUrl }, second: { url: warehouseUrl } } });
  await expect.poll(() => statusOf(rollcall, 'second'), { timeout: 30_000 }).toBe('up');

  rollcall.configure('mcp.json', { mcpServers: { second: { url: warehouseUrl } } });
  await expect.poll(() => statusOf(rollcall, 'warehouse'), { timeout: 10_000 }).toBeNull();
});

test('every kind of bad entry is named, and the good one is called on time', async () => {
  const rollcall = await start(
    {
      'good one': { url: warehouseUrl },
      'no url': { url: 'not a url' },
      credentials: { url: 'http://someone:tr0ub4dor@127.0.0.1:9/mcp' },
      file: { url: 'file:///etc/passwd' },
      absent: { command: 'no-such-command-anywhere' },
      'exits at once': { command: process.execPath, args: ['-e', 'process.exit(3)'] },
      noisy: { command: process.execPath, args: ['-e', 'console.log("hello"); process.exit(0)'] },
      '../../etc': { url: warehouseUrl },
      '🦄': { url: warehouseUrl },
      ['x'.repeat(250)]: { url: warehouseUrl },
      smuggler: { url: warehouseUrl, headers: { Host: 'elsewhere', 'mcp-session-id': '1' } },
    },
    { 'empty.mcp.json': '', 'binary.mcp.json': '\u0000\u0001\u0002', 'half.mcp.json': '{"mcpServers": {"a"' },
  );
  await expect.poll(() => statusOf(rollcall, 'good-one'), { timeout: 30_000 }).toBe('up');
  await expect
    .poll(async () => (await listed(rollcall)).filter(({ status }) => status === 'down').length, { timeout: 60_000 })
    .toBe(3);
  const all = await listed(rollcall);
  expect(all).toHaveLength(11);
  for (const { slug, message } of all) {
    expect(slug).toMatch(/^[a-z0-9-]{1,64}$/);
    expect(message ?? '').not.toMatch(/fetch failed|ZodError|undefined/);
  }
  expect(
    all
      .filter(({ status }) => status === 'unknown')
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(['credentials', 'file', 'no-url', 'smuggler']);
  expect(rollcall.log()).not.toContain('tr0ub4dor');
  expect(JSON.stringify(all)).not.toContain('tr0ub4dor');
  for (const file of ['empty.mcp.json', 'binary.mcp.json', 'half.mcp.json']) expect(rollcall.log()).toContain(file);
});

test('a bad environment variable ends the start with a clear line', async () => {
  const failed = startRollcall({ config: {}, env: { ROLLCALL_ALLOW_STDIO: 'perhaps' } });
  await expect(failed).rejects.toThrow(/ended with code 1: .*ROLLCALL_ALLOW_STDIO/s);
});
