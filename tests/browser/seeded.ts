// A Rollcall with ten believable days behind it, as `npm run demo` would show it.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Rollcall, startRollcall } from './rollcall';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `page` goes over what the demo says of its page. Takes half a minute. */
export function startSeeded(page: Record<string, unknown> = {}): Promise<Rollcall> {
  return startRollcall({
    config: {},
    prepare: ({ data, config }) => {
      const args = ['--import', 'tsx', path.join(root, 'bin/seed.ts'), '--data', data, '--days', '10'];
      const seeded = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      if (seeded.status !== 0) throw new Error(seeded.stderr);
      cpSync(path.join(data, 'config'), config, { recursive: true });
      const file = path.join(config, 'rollcall.json');
      const settings = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...settings, page: { ...settings.page, ...page } }));
    },
  });
}
