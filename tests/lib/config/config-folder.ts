// A configuration folder of its own for each test, gone afterwards.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type LoadedConfig, type LoadRequest, loadConfig } from '@/lib/config/load-config';

export interface ConfigFolder {
  path(): string;
  /** Objects are written as JSON. */
  write(name: string, content: unknown): void;
  /** No matter whether it is there. */
  remove(name: string): void;
  load(request?: Partial<LoadRequest>): LoadedConfig;
}

export function temporaryConfig(): ConfigFolder {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'rollcall-config-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  return {
    path: () => root,
    write(name, content) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      const isText = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(path, isText ? content : JSON.stringify(content, null, 2));
    },
    remove: (name) => rmSync(join(root, name), { recursive: true, force: true }),
    load: (request = {}) => loadConfig({ path: root, env: {}, allowStdio: 'config', previous: null, ...request }),
  };
}
