// `npm start`: builds when needed, then runs the production server in this process.
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale, serverFile } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
buildWhenStale();

// The server changes its folder to the build, so relative paths are made absolute here.
for (const [name, folder] of [
  ['ROLLCALL_CONFIG', 'config'],
  ['ROLLCALL_DATA', 'data'],
]) {
  if (process.env[`${name}_FILE`]) continue;
  process.env[name] = path.resolve(process.env[name] || path.join(root, folder));
}
process.env.PORT ??= '3000';
// Many shells export the machine's own name as HOSTNAME, which nobody meant as an address to listen on.
if (!process.env.HOSTNAME || process.env.HOSTNAME === hostname()) process.env.HOSTNAME = '0.0.0.0';
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
// Signals are ours: probes are aborted and children ended before the process goes (lib/runtime/shutdown.ts).
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
await import(serverFile);
