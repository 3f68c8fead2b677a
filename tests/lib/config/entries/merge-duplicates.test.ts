import { describe, expect, it } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

const server = (url = 'https://a.test/mcp') => ({ url });
const mcp = (servers: Record<string, unknown>) => ({ mcpServers: servers });

describe('names', () => {
  it('become slugs', () => {
    const names = ['My Server', '🚀', '../', 'x'.repeat(250), 'Погода', 'my-server', ''];
    folder.write('mcp.json', mcp(Object.fromEntries(names.map((name, i) => [name, server(`https://${i}.test`)]))));
    const { endpoints, problems } = folder.load();
    expect(endpoints.map(({ slug }) => slug)).toEqual([
      'my-server',
      'server',
      'server-2',
      expect.stringMatching(/^x{56}-[a-z0-9]{7}$/),
      'server-3',
      'my-server-2',
      'server-4',
    ]);
    expect(problems).toEqual([]);
  });

  it('that mean the same server in two files give one endpoint', () => {
    folder.write('.vscode/mcp.json', { servers: { a: { type: 'http', url: 'https://a.test', headers: { X: 'y' } } } });
    folder.write('mcp.json', mcp({ a: { url: 'https://a.test/', headers: { x: 'y' }, disabled: true } }));
    const { endpoints, problems } = folder.load();
    expect(endpoints).toMatchObject([{ slug: 'a', source: '.vscode/mcp.json', paused: false }]);
    expect(problems).toEqual([]);
  });

  it('that mean different servers give several, and a warning with both files', () => {
    folder.write('a.mcp.json', mcp({ warehouse: server('https://a.test') }));
    folder.write('b.mcp.json', mcp({ warehouse: server('https://b.test') }));
    const { endpoints, problems } = folder.load();
    expect(endpoints.map(({ slug, title, source }) => [slug, title, source])).toEqual([
      ['warehouse', 'warehouse', 'a.mcp.json'],
      ['warehouse-2', 'warehouse (2)', 'b.mcp.json'],
    ]);
    expect(problems).toMatchObject([
      { severity: 'warning', file: 'b.mcp.json', path: 'mcpServers.warehouse', line: 3 },
    ]);
    expect(problems[0]?.message).toContain('a.mcp.json');
    expect(problems[0]?.message).toContain('b.mcp.json');
  });

  it('are told apart when variables are missing', () => {
    folder.write('a.mcp.json', mcp({ x: server('https://${A}') }));
    folder.write('b.mcp.json', mcp({ x: server('https://${B}') }));
    folder.write('c.mcp.json', mcp({ x: server('https://${A}') }));
    expect(folder.load().endpoints.map(({ slug }) => slug)).toEqual(['x', 'x-2']);
  });

  it('written twice in one file: the last counts', () => {
    folder.write('mcp.json', '{"mcpServers": {\n"a": {"url": "https://1.test"},\n"a": {"url": "https://2.test"}}}');
    const { endpoints, problems } = folder.load();
    expect(endpoints).toMatchObject([{ target: { url: 'https://2.test/' } }]);
    expect(problems).toMatchObject([{ severity: 'warning', line: 3, path: 'mcpServers.a' }]);
  });

  it('of objects’ own members are names like any other', () => {
    folder.write(
      'mcp.json',
      '{"mcpServers": {"__proto__": {"url": "https://1.test"}, "constructor": {"url": "https://2.test"}}}',
    );
    folder.write('rollcall.json', { endpoints: {} });
    expect(folder.load().endpoints.map(({ slug, problem }) => [slug, problem])).toEqual([
      ['proto', null],
      ['constructor', null],
    ]);
  });
});
