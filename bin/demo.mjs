// `npm run demo`: a seeded page that goes on living. Seeds when nothing is seeded yet, runs the made-up servers and
// Rollcall beside each other, and ends both on Ctrl-C. DEMO_PORT moves the servers, PORT moves Rollcall.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_FOLDER, DEMO_PORT } from './demo/defaults.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.resolve(root, process.env.ROLLCALL_DATA ?? DEMO_FOLDER);
const port = process.env.DEMO_PORT ?? String(DEMO_PORT);
const withCompiler = (file) => ['--import', 'tsx', path.join(root, file), '--data', folder, '--port', port];

const seeded = spawnSync(process.execPath, [...withCompiler('bin/seed.ts'), '--keep'], { cwd: root, stdio: 'inherit' });
if (seeded.status !== 0) process.exit(seeded.status ?? 1);

/** Also ends the other one when one of them is gone: half a demo is none. */
function endAll(signal = 'SIGTERM') {
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}

const servers = spawn(process.execPath, withCompiler('bin/demo/servers.ts'), {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const children = [servers];
servers.stdout.pipe(process.stdout);
// A terminal sends Ctrl-C to the children too; this process waits for them.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => endAll());

const isReady = await Promise.race([
  once(servers.stdout, 'data').then(() => true),
  once(servers, 'exit').then(() => false),
]);
if (!isReady) process.exit(1);
const env = { ...process.env, ROLLCALL_DATA: folder, ROLLCALL_CONFIG: path.join(folder, 'config') };
const rollcall = spawn(process.execPath, [path.join(root, 'bin/start.mjs')], { cwd: root, env, stdio: 'inherit' });
children.push(rollcall);

const ended = children.map((child) => once(child, 'exit').then(([code]) => code ?? 1));
await Promise.race(ended);
endAll();
process.exitCode = Math.max(...(await Promise.all(ended)));
