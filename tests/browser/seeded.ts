// A Rollcall with ten believable days behind it, as `npm run demo` would show it.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDemoServers } from '@/bin/demo/http-servers';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { type Rollcall, startRollcall } from './rollcall';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The replay of ten days takes about as long. */
const SEED_MS = 10 * SECOND_MS;

/**
 * `page` goes over what the demo says of its page, `options` are of `bin/seed.ts`. Takes half a minute. Nobody plays the
 * servers: within a minute they are seen as refusing the connection.
 */
export function startSeeded(page: Record<string, unknown> = {}, options: string[] = []): Promise<Rollcall> {
  return startRollcall({
    config: {},
    prepare: ({ data, config }) => {
      const args = ['--import', 'tsx', path.join(root, 'bin/seed.ts'), '--data', data, '--days', '10', ...options];
      const seeded = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      if (seeded.status !== 0) throw new Error(seeded.stderr);
      cpSync(path.join(data, 'config'), config, { recursive: true });
      const file = path.join(config, 'rollcall.json');
      const settings = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...settings, page: { ...settings.page, ...page } }));
    },
  });
}

/** With its servers played on, so that all states of the story last. */
export async function startPlayed(page: Record<string, unknown> = {}): Promise<Rollcall> {
  const now = Math.ceil((Date.now() + SEED_MS) / MINUTE_MS) * MINUTE_MS;
  const servers = await startDemoServers({ port: 0, now });
  const rollcall = await startSeeded(page, ['--now', new Date(now).toISOString(), '--port', String(servers.port)]);
  const { remove } = rollcall;
  return Object.assign(rollcall, {
    remove: async () => {
      await remove();
      await servers.close();
    },
  });
}
