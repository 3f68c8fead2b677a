// `npm start`: builds when needed, then runs the production server in this process.
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale, serverFile } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
buildWhenStale();

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
await import(serverFile);
