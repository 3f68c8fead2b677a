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

const seeded = spawnSync(process.execPath, [...script('bin/seed.ts'), '--keep'], { cwd: root, stdio: 'inherit' });
if (seeded.status !== 0) process.exit(seeded.status ?? 1);

const children = [];
// A terminal sends Ctrl-C to the children too; this process waits for them.
process.on('SIGINT', () => {});
process.on('SIGTERM', endAll);

const servers = start(script('bin/demo/servers.ts'), { stdio: ['ignore', 'pipe', 'inherit'] });
servers.child.stdout.pipe(process.stdout);
await Promise.race([once(servers.child.stdout, 'data'), servers.ended]);
if (servers.child.exitCode === null) {
  start([path.join(root, 'bin/start.mjs')], {
    stdio: 'inherit',
    env: { ...process.env, ROLLCALL_DATA: folder, ROLLCALL_CONFIG: path.join(folder, 'config') },
  });
}
// Half a demo is none: when one ends, the other does.
await Promise.race(children.map(({ ended }) => ended));
endAll();
process.exitCode = Math.max(...(await Promise.all(children.map(({ ended }) => ended))));

function script(file) {
  return ['--import', 'tsx', path.join(root, file), '--data', folder, '--port', port];
}

function start(args, options) {
  const child = spawn(process.execPath, args, { cwd: root, ...options });
  const started = { child, ended: once(child, 'exit').then(([code]) => code ?? 1) };
  children.push(started);
  return started;
}

function endAll() {
  for (const { child } of children) if (child.exitCode === null) child.kill('SIGTERM');
}
