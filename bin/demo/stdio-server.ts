// One made-up server over stdio: `node --import tsx bin/demo/stdio-server.ts NAME`. Started by whoever calls it.
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { CAST } from './cast';
import { createDemoMcp } from './mcp-server';

const name = process.argv[2];
const server = CAST.find((candidate) => candidate.name === name && candidate.wire === 'stdio');
if (!server) {
  process.stderr.write(`${name} is no demo server that speaks stdio\n`);
  process.exit(1);
}
serveStdio(() => createDemoMcp(server, { mood: 'well', thinkMs: 5 }));
