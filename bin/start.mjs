// `npm start`: builds when the sources are newer than the build, then runs the production server in this process.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = path.join(root, '.next/standalone/server.js');
const SOURCES = [
  'app',
  'db',
  'lib',
  'public',
  'bin/pack.mjs',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
];

/** Newest change below a file or folder, in milliseconds. */
function changedAt(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => changedAt(path.join(file, name))));
}

const builtAt = changedAt(server);
if (SOURCES.some((source) => changedAt(path.join(root, source)) > builtAt)) {
  const built = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

// The server changes its folder to the build, so relative paths are made absolute here.
process.env.ROLLCALL_CONFIG = path.resolve(process.env.ROLLCALL_CONFIG ?? path.join(root, 'config'));
process.env.ROLLCALL_DATA = path.resolve(process.env.ROLLCALL_DATA ?? path.join(root, 'data'));
process.env.PORT ??= '3000';
// Many shells export the machine's own name as HOSTNAME, which nobody meant as an address to listen on.
if (!process.env.HOSTNAME || process.env.HOSTNAME === hostname()) process.env.HOSTNAME = '0.0.0.0';
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
// Signals are ours: probes are aborted and children ended before the process goes (lib/runtime/shutdown.ts).
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
await import(server);
