import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '@/lib/core/endpoint';
import { temporaryConfig } from './config-folder';

const folder = temporaryConfig();

const server = (url = 'https://a.test/mcp', more = {}) => ({ url, ...more });
const mcp = (servers: Record<string, unknown>) => ({ mcpServers: servers });

describe('loadConfig', () => {
  it('gives a whole endpoint from the least', () => {
    folder.write('mcp.json', mcp({ 'My Server': server() }));
    expect(folder.load()).toMatchObject({
      endpoints: [
        {
          slug: 'my-server',
          name: 'My Server',
          title: 'My Server',
          description: null,
          group: null,
          type: 'http',
          target: { kind: 'http', url: 'https://a.test/mcp', headers: {}, dialect: 'auto' },
          health: null,
          policy: DEFAULT_POLICY,
          expectTools: [],
          hidden: false,
          paused: false,
          source: 'mcp.json',
          problem: null,
        },
      ],
      page: { title: 'Rollcall', timezone: 'UTC', language: 'en', url: null },
      maintenance: [],
      problems: [],
      notes: [],
      brokenFiles: [],
      isFound: true,
    });
  });

  it('reads the example of the documentation', () => {
    folder.write('mcp.json', mcp({ warehouse: server() }));
    folder.write('rollcall.json', {
      page: { title: 'Acme tools', timezone: 'Europe/Berlin' },
      defaults: { interval: '60s', timeout: '10s', confirm: 3, recover: 2, slowAfter: '2s' },
      endpoints: {
        warehouse: {
          health: { url: 'https://warehouse.internal/health', required: false, public: true },
          group: 'Data platform',
          expectTools: ['query', 'list_*'],
        },
        'billing-api': { type: 'health', health: { url: 'https://billing.internal/health' } },
      },
      channels: { oncall: { type: 'webhook', url: '${ONCALL_URL}', secret: '${ONCALL_SECRET}' } },
      routes: [{ to: ['oncall'], severity: ['critical', 'high'], groups: ['Data platform'] }],
      maintenance: [
        {
          title: 'Patch day',
          endpoints: ['warehouse'],
          start: '2026-12-01T22:00',
          duration: '2h',
          timezone: 'Europe/Berlin',
          repeat: 'FREQ=MONTHLY;BYDAY=1TU',
        },
      ],
    });
    const { endpoints, page, maintenance, channels, routes, problems } = folder.load();
    expect(page).toEqual({ title: 'Acme tools', timezone: 'Europe/Berlin', language: 'en', url: null });
    expect(endpoints).toMatchObject([
      {
        slug: 'warehouse',
        group: 'Data platform',
        expectTools: ['query', 'list_*'],
        health: { url: 'https://warehouse.internal/health', headers: {}, required: false, public: true },
      },
      { slug: 'billing-api', type: 'health', target: { kind: 'health' }, source: 'rollcall.json', problem: null },
    ]);
    expect(maintenance).toMatchObject([
      {
        title: 'Patch day',
        endpoints: ['warehouse'],
        groups: [],
        timezone: 'Europe/Berlin',
        durationMs: 7_200_000,
        times: { kind: 'repeated', startWallMs: Date.parse('2026-12-01T22:00Z') },
      },
    ]);
    expect(channels).toMatchObject([{ name: 'oncall', type: 'webhook', config: null, problem: expect.any(String) }]);
    expect(routes).toMatchObject([{ to: ['oncall'], severities: ['critical', 'high'], groups: ['Data platform'] }]);
    expect(problems.map(({ severity, path, message }) => `${severity} ${path}: ${message}`)).toEqual([
      'warning channels.oncall.url: ONCALL_URL is not set: the channel "oncall" is off, its alerts wait',
      'warning channels.oncall.secret: ONCALL_SECRET is not set: the channel "oncall" is off, its alerts wait',
    ]);
  });

  it('lets rollcall.json win over the entry, and the entry over defaults, key by key', () => {
    folder.write(
      'mcp.json',
      mcp({ a: server(undefined, { rollcall: { interval: '2m', timeout: '5s', group: 'Own' } }), b: server() }),
    );
    folder.write('rollcall.json', {
      defaults: { interval: '5m', timeout: '20s', confirm: 5 },
      endpoints: { a: { interval: '30s', title: 'A', paused: true } },
    });
    expect(folder.load().endpoints).toMatchObject([
      {
        title: 'A',
        group: 'Own',
        paused: true,
        policy: { intervalMs: 30_000, timeoutMs: 5_000, confirm: 5, recover: 2 },
      },
      {
        title: 'b',
        group: null,
        paused: false,
        policy: { intervalMs: 300_000, timeoutMs: 20_000, confirm: 5, recover: 2 },
      },
    ]);
  });

  it('leaves out what is wrong in an entry’s own settings, and says where', () => {
    folder.write(
      'mcp.json',
      mcp({ a: server(undefined, { rollcall: { interval: 'often', hidden: true, tittle: 'A' } }) }),
    );
    const { endpoints, problems, brokenFiles } = folder.load();
    expect(endpoints).toMatchObject([{ hidden: true, problem: null, policy: DEFAULT_POLICY }]);
    expect(problems.map(({ severity, path, remedy }) => [severity, path, remedy])).toEqual([
      ['warning', 'mcpServers.a.rollcall.interval', 'Correct it; docs/configuration.md lists what each key takes.'],
      ['warning', 'mcpServers.a.rollcall.tittle', 'Did you mean "title"?'],
    ]);
    expect(brokenFiles).toEqual([]);
  });

  it('watches a health URL alone, also from an mcp.json', () => {
    folder.write('mcp.json', mcp({ a: { rollcall: { type: 'health', health: 'https://a.test/health' } } }));
    folder.write('rollcall.json', { endpoints: { b: { type: 'health' } } });
    expect(folder.load().endpoints).toMatchObject([
      { name: 'a', type: 'health', problem: null, health: { url: 'https://a.test/health' } },
      { name: 'b', type: 'health', problem: 'there is no health url to ask', health: null },
    ]);
  });

  it.each<[string, unknown, string, string]>([
    ['a name that no server has', { warehose: {} }, 'no server is called "warehose"', 'Did you mean "warehouse"?'],
    [
      'a health URL without its type',
      { billing: { health: 'https://b.test' } },
      'no server is called "billing"',
      'Add "type": "health" to watch its health URL alone.',
    ],
    [
      'a type that says otherwise',
      { warehouse: { type: 'health' } },
      '"type" is ignored, since an mcp.json has a server called "warehouse"',
      'Remove it, or give the health URL a name of its own.',
    ],
  ])('warns of %s', (_case, endpoints, message, remedy) => {
    folder.write('mcp.json', mcp({ warehouse: server() }));
    folder.write('rollcall.json', { endpoints });
    expect(folder.load().problems).toMatchObject([{ severity: 'warning', file: 'rollcall.json', message, remedy }]);
    expect(folder.load().endpoints).toHaveLength(1);
  });

  it('warns of unknown keys and of envFile, and of nothing that clients know', () => {
    folder.write(
      'mcp.json',
      mcp({
        a: { command: 'x', comand: 'y', envFile: '.env', timeout: 60, autoApprove: [], disabledTools: [], zebra: 1 },
      }),
    );
    const { endpoints, problems } = folder.load();
    expect(endpoints).toMatchObject([{ problem: null }]);
    expect(problems.map(({ path, remedy }) => [path, remedy])).toEqual([
      ['mcpServers.a.comand', 'Did you mean "command"?'],
      ['mcpServers.a.zebra', 'Remove it, or leave it for the client that knows it.'],
      ['mcpServers.a.envFile', 'Name the variables the server needs in "env", such as "TOKEN": "${TOKEN}".'],
    ]);
  });

  it('switches stdio off', () => {
    folder.write('mcp.json', mcp({ a: { command: 'x', args: ['${MISSING}'] }, b: server() }));
    const { endpoints } = folder.load({ allowStdio: 'off' });
    expect(endpoints.map(({ problem }) => problem)).toEqual([
      'stdio servers are switched off (ROLLCALL_ALLOW_STDIO=off)',
      null,
    ]);
  });

  it('takes a single file for the whole configuration', () => {
    folder.write('mcp.json', mcp({ a: server() }));
    folder.write('servers.json', mcp({ b: server() }));
    expect(folder.load({ path: join(folder.path(), 'servers.json') }).endpoints.map(({ name }) => name)).toEqual(['b']);
  });
});
