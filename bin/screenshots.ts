// `npm run screenshots`: takes the README's pictures of a freshly seeded page, run as `npm run demo` runs it, on ports
// and in a folder of its own. Needs a Chromium (bin/chromium.mjs).
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SECOND_MS } from '@/lib/core/time';
import { OF_A_GOOD_DAY, OF_ALL, takePictures } from './screenshots/take-pictures';

/** The demo shows every kind of trouble at once. */
const HIDDEN = 'docs-search tickets deploy-gate legacy-builds web-search metrics-explorer query-runner'.split(' ');
/** Seeding takes half a minute, a build as long again. */
const START_LIMIT_MS = 240 * SECOND_MS;
/** Of a Rollcall that lives as long as this command. */
const ADMIN = { email: 'ada@example.com', password: randomUUID() };

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'docs/images');
const data = mkdtempSync(path.join(tmpdir(), 'rollcall-screenshots-'));

const port = await freePort();
const env = {
  ...process.env,
  ROLLCALL_DATA: data,
  HOSTNAME: '127.0.0.1',
  PORT: String(port),
  DEMO_PORT: String(await freePort()),
  ROLLCALL_ADMIN_EMAIL: ADMIN.email,
  ROLLCALL_ADMIN_PASSWORD: ADMIN.password,
};
const demo = spawn(process.execPath, [path.join(root, 'bin/demo.mjs')], { cwd: root, env, stdio: 'inherit' });
try {
  await untilReady(demo, `http://127.0.0.1:${port}/readyz`);
  mkdirSync(folder, { recursive: true });
  const places = {
    folder,
    rollcall: `http://127.0.0.1:${port}`,
    demo: `http://127.0.0.1:${env.DEMO_PORT}`,
    admin: ADMIN,
  };
  await takePictures(OF_ALL, places);
  await hide(HIDDEN);
  await takePictures(OF_A_GOOD_DAY, places);
} finally {
  if (demo.exitCode === null) {
    demo.kill('SIGTERM');
    await once(demo, 'exit');
  }
  rmSync(data, { recursive: true });
}

/** As an administrator would: in the file, which Rollcall follows. */
async function hide(names: readonly string[]): Promise<void> {
  const file = path.join(data, 'config/rollcall.json');
  const config = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of names) config.endpoints[name].hidden = true;
  writeFileSync(file, JSON.stringify(config));
  await until('the page shows those that are left', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/endpoints`);
    const text = await answer.text();
    return names.every((name) => !text.includes(`"${name}"`));
  });
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  await until('the demo is ready', async () => {
    if (child.exitCode !== null) throw new Error(`the demo ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    return answer?.ok === true;
  });
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAtMs = performance.now() + START_LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > giveUpAtMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, SECOND_MS / 2));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
