import { describe, expect, it } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

const server = (url = 'https://a.test/mcp') => ({ url });
const mcp = (servers: Record<string, unknown>) => ({ mcpServers: servers });

describe('variables', () => {
  it('go into every text, and their values are told as secrets', () => {
    folder.write(
      'mcp.json',
      mcp({
        web: {
          url: 'https://${HOST}/${TENANT}/mcp?key=${KEY}&fixed=literal',
          headers: { Authorization: 'Bearer ${TOKEN}' },
          rollcall: { health: { url: 'http://${HOST}:${PORT:-3000}/health', headers: { 'X-Health': '{env:HEALTH}' } } },
        },
        program: {
          command: '${userHome}/bin/server',
          args: ['--token=plain-token', '--root', '${workspaceFolder}', '${env:ARG}', '--api-key', 'dummy-key', '-v'],
          env: { A: '${TOKEN}', LOG_LEVEL: 'debug' },
        },
      }),
    );
    const env = {
      HOST: 'a.test',
      TENANT: 'tenant-1',
      KEY: 'k e/y',
      TOKEN: 't0ken',
      HEALTH: 'h3alth',
      ARG: 'arg-value',
      HOME: '/home/me',
    };
    const { endpoints, secrets, problems } = folder.load({ env });
    expect(problems).toEqual([]);
    expect(endpoints).toMatchObject([
      {
        target: {
          url: 'https://a.test/tenant-1/mcp?key=k%20e/y&fixed=literal',
          headers: { Authorization: 'Bearer t0ken' },
        },
        health: { url: 'http://a.test:3000/health', headers: { 'X-Health': 'h3alth' } },
      },
      {
        target: {
          command: '/home/me/bin/server',
          args: ['--token=plain-token', '--root', folder.path(), 'arg-value', '--api-key', 'dummy-key', '-v'],
          env: { A: 't0ken', LOG_LEVEL: 'debug' },
        },
      },
    ]);
    expect(new Set(secrets.get('web'))).toEqual(
      new Set(['tenant-1', 'k e/y', 'k%20e/y', 'literal', 'Bearer t0ken', 't0ken', 'h3alth']),
    );
    expect(new Set(secrets.get('program'))).toEqual(new Set(['arg-value', 't0ken', 'plain-token', 'dummy-key']));
  });

  it.each<[string, unknown, string]>([
    ['one', { url: 'https://a.test/${MY_TOKEN}' }, 'MY_TOKEN is not set'],
    ['two', { url: 'https://${A}', headers: { X: '${B}' } }, 'A and B are not set'],
    [
      'three, one of them twice',
      { command: '${A}', args: ['${B}', '${A}'], env: { C: '{env:C}' } },
      'A, B and C are not set',
    ],
    ['in /health', { url: 'https://a.test', rollcall: { health: 'https://${A}/health' } }, 'A is not set'],
    ['in the cwd', { command: 'x', cwd: '${A}' }, 'A is not set'],
    ['an empty one', { url: 'https://a.test', headers: { X: '${EMPTY}' } }, 'EMPTY is set but empty'],
    [
      'an input',
      { url: 'https://a.test', headers: { X: '${input:api-key}' } },
      'asks for input api-key: not available on a server; use ${env:…}',
    ],
    [
      'our own secret',
      { command: 'x', env: { S: '${ROLLCALL_SECRET}' } },
      "ROLLCALL_SECRET is Rollcall's own secret and is not passed on",
    ],
    [
      'a form of another client',
      { command: 'x', args: ['${file:/x}'] },
      '${file:/x} is no variable that Rollcall knows',
    ],
    [
      'several kinds',
      { url: '${A}', headers: { X: '${input:i}' } },
      'A is not set; asks for input i: not available on a server; use ${env:…}',
    ],
  ])('that are missing keep the entry from being called: %s', (_case, entry, problem) => {
    folder.write('mcp.json', mcp({ a: entry, b: server() }));
    const { endpoints, problems } = folder.load({ env: { EMPTY: '', ROLLCALL_SECRET: 'hunter2' } });
    expect(endpoints.map((endpoint) => endpoint.problem)).toEqual([problem, null]);
    expect(problems.length).toBeGreaterThan(0);
    expect(
      problems.every(({ severity, line, remedy }) => severity === 'warning' && line !== null && remedy !== ''),
    ).toBe(true);
    expect(JSON.stringify(endpoints)).not.toContain('hunter2');
  });
});

describe('the address for visitors', () => {
  it.each([
    ['https://mcp.acme.com/warehouse', 'https://mcp.acme.com/warehouse', 0],
    ['https://user:secret@mcp.acme.com/', null, 1],
    ['javascript:alert(1)', null, 1],
    ['mcp.acme.com', null, 1],
  ])('%s is told as %s', (publicUrl, told, problemCount) => {
    folder.write('mcp.json', mcp({ web: { ...server(), rollcall: { publicUrl } } }));
    const { endpoints, problems } = folder.load();
    expect(endpoints).toMatchObject([{ publicUrl: told, target: { url: 'https://a.test/mcp' } }]);
    expect(problems).toHaveLength(problemCount);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  it('is not that which is called', () => {
    folder.write('mcp.json', mcp({ web: server() }));
    expect(folder.load().endpoints).toMatchObject([{ publicUrl: null }]);
  });
});
