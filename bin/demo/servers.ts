// `tsx bin/demo/servers.ts [--data DIR] [--port N]`: runs the made-up servers of a seeded folder until it is told to stop.
import { parseArgs } from 'node:util';
import { DEMO_FOLDER, DEMO_PORT } from './defaults.mjs';
import { startDemoServers } from './http-servers';
import { readMarker } from './seed-folder';

const { values } = parseArgs({
  options: { data: { type: 'string', default: DEMO_FOLDER }, port: { type: 'string', default: String(DEMO_PORT) } },
});
const marker = readMarker(values.data);
if (!marker) {
  process.stderr.write(`${values.data} is not seeded: npm run seed\n`);
  process.exit(1);
}
try {
  const servers = await startDemoServers({ port: Number(values.port), now: marker.now });
  process.stdout.write(`demo servers on http://127.0.0.1:${servers.port}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void servers.close());
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (!isTaken) throw error;
  process.stderr.write(`port ${values.port} is taken: set DEMO_PORT to a free one\n`);
  process.exit(1);
}
