// A desk on a database in memory and an empty configuration folder, and what the loop would make of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Desk } from '@/lib/admin/panel/desk';
import { checkedEnvironment, type EnvironmentVariables } from '@/lib/config/environment/env';
import { type LoadedConfig, loadConfig } from '@/lib/config/load-config';
import { createSealer } from '@/lib/config/secrets/seal';
import type { Actor } from '@/lib/core/access/actor';
import { readStoredPanel } from '@/lib/reads/panel-config';
import { memoryDb } from '@/tests/database';

export const ADA: Actor = { id: 'ada', name: 'Ada', role: 'administrator' };

export interface TestDesk extends Desk {
  writeFile(name: string, content: unknown): void;
  load(): LoadedConfig;
  remove(): void;
}

export function testDesk(variables: EnvironmentVariables = {}): TestDesk {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-desk-'));
  const db = memoryDb();
  const environment = checkedEnvironment({ ...variables, ROLLCALL_CONFIG: folder, ROLLCALL_DATA: folder });
  const sealer = createSealer('a secret of thirty-two characters');
  return {
    db,
    environment,
    variables,
    sealer,
    writeFile: (name, content) => writeFileSync(path.join(folder, name), JSON.stringify(content)),
    load() {
      const { panel, secrets: storedSecrets } = readStoredPanel(db, sealer);
      const { allowStdio } = environment;
      return loadConfig({ path: folder, env: variables, allowStdio, previous: null, panel, storedSecrets });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
