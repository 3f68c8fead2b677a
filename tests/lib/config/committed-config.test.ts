// The configuration that comes with Rollcall must be flawless: it is what a newcomer sees first.
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryConfig } from './config-folder';

const folder = temporaryConfig();
const committed = resolve('config');

describe('config/', () => {
  it('watches Rollcall itself and the reference server', () => {
    const { endpoints, problems, page } = folder.load({ path: committed });
    expect(problems).toEqual([]);
    expect(page.title).toBe('Rollcall');
    expect(endpoints).toMatchObject([
      {
        slug: 'everything',
        type: 'stdio',
        group: 'Examples',
        target: { command: 'mcp-server-everything', args: ['stdio'] },
      },
      {
        slug: 'rollcall',
        type: 'http',
        group: 'This installation',
        target: { url: 'http://127.0.0.1:3000/mcp' },
        health: { url: 'http://127.0.0.1:3000/healthz' },
      },
    ]);
  });

  it('follows PORT', () => {
    const { endpoints, secrets } = folder.load({ path: committed, env: { PORT: '4100' } });
    expect(endpoints[1]).toMatchObject({ target: { url: 'http://127.0.0.1:4100/mcp' } });
    expect(secrets.get('rollcall')).toEqual([]);
  });

  it('has no complaint in the production image, which leaves the reference server out', () => {
    for (const name of ['rollcall.json', 'self.mcp.json'])
      copyFileSync(join(committed, name), join(folder.path(), name));
    const { endpoints, problems } = folder.load();
    expect(problems).toEqual([]);
    expect(endpoints.map(({ slug }) => slug)).toEqual(['rollcall']);
  });
});
