// Builds the production server when the sources are newer than the build. Run by `npm start` and the browser tests.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const serverFile = path.join(root, '.next/standalone/server.js');

const SOURCES = [
  'app',
  'db',
  'lib',
  'public',
  'bin/pack.mjs',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'package-lock.json',
];

/** Ends the process when the build fails: there is nothing to run. */
export function buildWhenStale() {
  const builtAt = changedAt(serverFile);
  if (SOURCES.every((source) => changedAt(path.join(root, source)) <= builtAt)) return;
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', env });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

/** Newest change of a file, or of a folder and all below it, in milliseconds; 0 when it does not exist. */
function changedAt(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => changedAt(path.join(file, name))));
}
