// What becomes of one configuration file: the server of each name in it, as it would be called.
import { expect } from 'vitest';
import type { Endpoint } from '@/lib/core/endpoint';
import { type ConfigFolder, temporaryConfig } from '@/tests/lib/config/config-folder';

type Called = Pick<Endpoint, 'type' | 'target' | 'problem'>;

export function temporaryEntries(): {
  folder: ConfigFolder;
  targetsOf(content: unknown, file?: string): Record<string, Called>;
} {
  const folder = temporaryConfig();
  return {
    folder,
    targetsOf(content, file = 'mcp.json') {
      folder.write(file, content);
      const { endpoints, problems } = folder.load();
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      return Object.fromEntries(endpoints.map(({ name, type, target, problem }) => [name, { type, target, problem }]));
    },
  };
}
