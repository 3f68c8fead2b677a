// The demo's configuration as a team would write it: an mcp.json that clients could use as it is, and a rollcall.json
// with what an mcp.json cannot say.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';
import { CAST, type DemoWindow, maintenanceWindows } from './cast';
import type { DemoServer } from './demo-server';

export interface DemoConfig {
  /** Port of the demo servers on loopback. */
  port: number;
  /** End of the seeded history. */
  now: UnixMs;
}

/** Writes both files into `folder`, over whatever stood there. */
export function writeDemoConfig(folder: string, { port, now }: DemoConfig): void {
  mkdirSync(folder, { recursive: true });
  const servers = CAST.filter(({ wire }) => wire !== 'health').map((server) => [server.name, mcpEntry(server, port)]);
  writeJson(path.join(folder, 'mcp.json'), { mcpServers: Object.fromEntries(servers) });
  writeJson(path.join(folder, 'rollcall.json'), {
    page: { title: 'Acme tools', timezone: 'Europe/Berlin' },
    defaults: { interval: '60s', timeout: '10s', confirm: 3, recover: 2, slowAfter: '2s' },
    endpoints: Object.fromEntries(CAST.map((server) => [server.name, settingsEntry(server, port)])),
    maintenance: [
      { ...windowEntry(maintenanceWindows(now).past), repeat: 'FREQ=WEEKLY' },
      windowEntry(maintenanceWindows(now).running),
    ],
  });
}

function mcpEntry({ name, wire, authorization }: DemoServer, port: number): object {
  if (wire === 'stdio') {
    const script = fileURLToPath(new URL('stdio-server.ts', import.meta.url));
    const root = fileURLToPath(new URL('../..', import.meta.url));
    // The Node that runs this: the one on PATH may be too old for tsx.
    return { command: process.execPath, args: ['--import', 'tsx', script, name], cwd: root };
  }
  const headers = authorization === null ? {} : { headers: { Authorization: authorization } };
  return { type: 'http', url: `http://127.0.0.1:${port}/${name}/mcp`, ...headers };
}

function settingsEntry({ name, wire, dependencies, settings }: DemoServer, port: number): object {
  const { isHealthPublic, ...rest } = settings;
  const health = { url: `http://127.0.0.1:${port}/${name}/health`, ...(isHealthPublic ? { public: true } : {}) };
  return {
    ...(wire === 'health' ? { type: 'health' } : {}),
    ...rest,
    ...(dependencies.length > 0 ? { health } : {}),
  };
}

function windowEntry({ title, servers, startAt, endAt }: DemoWindow): object {
  const start = new Date(startAt).toISOString().slice(0, 16);
  const duration = `${(endAt - startAt) / MINUTE_MS}m`;
  return { title, endpoints: servers, start, duration, timezone: 'UTC' };
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
