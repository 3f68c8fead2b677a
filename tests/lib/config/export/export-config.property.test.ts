// Whatever files and panel say: what is exported says the same, and holds no credential.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportConfig } from '@/lib/config/export/export-config';
import type { LoadedConfig } from '@/lib/config/load-config';
import type { PanelConfig } from '@/lib/config/panel/panel-config';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const before = temporaryConfig();
const after = temporaryConfig();
const FILES = ['a.mcp.json', '.vscode/mcp.json', 'opencode.json', '.codex/config.toml', 'rollcall.json'];
const env = { SET: 'value of SET', REGION: 'eu' };
const storedSecrets = new Map([['a.authorization', 'stored-s3cret']]);

/** Names of which some give the same slug, and some stand first in any object. */
const NAMES = ['a', 'A', 'b', 'my server', '7', '12', 'Ärger', '__proto__', 'https://u:p4ssword@x'];
const name = fc.constantFrom(...NAMES);
const group = fc.constantFrom('Data', 'Core');
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const header = fc.constantFrom(
  ...[
    'Bearer cl34r-secret',
    '${SET}',
    'Bearer ${SET}',
    '${UNSET}',
    '${UNSET:-x}',
    '${secret:a.authorization}',
    'plain',
  ],
);
const headers = fc.dictionary(fc.constantFrom('Authorization', 'X-Api-Key', 'x-team', 'Host'), header);
const url = fc.constantFrom(
  ...[
    'https://a.test/mcp',
    'https://${REGION}.test/mcp',
    'https://a.test/mcp?api_key=cl34r-key',
    'ftp://x',
    'https://b.test',
  ],
);
const settings = fc.record(
  {
    title: fc.constantFrom('One', 'Two'),
    group,
    interval: fc.constantFrom<unknown>('30s', 45, '1s', '1500ms', '2m'),
    confirm: fc.constantFrom(2, 99),
    paused: fc.boolean(),
    hidden: fc.boolean(),
    health: fc.oneof(url, fc.record({ url, headers, required: fc.boolean() }, { requiredKeys: ['url'] })),
    expectTools: fc.constant(['query', 'list_*']),
    canary: fc.constant({ tool: 't', arguments: { apiKey: 'an argument, sent as it is' } }),
    oauth: fc.constant({ clientId: 'c', clientSecret: 'cl34r-client', tokenUrl: 'https://login.test/token' }),
    insecure: fc.boolean(),
    nonsense: fc.constant(1),
  },
  { requiredKeys: [] },
);
const wrapper = header.map((text) => ({
  command: 'npx',
  args: ['-y', 'mcp-remote', 'https://w.test/mcp', '--header', 'Authorization:${OWN}', '--transport', 'http-only'],
  env: { OWN: text },
}));
const stdio = fc.record(
  {
    command: fc.constantFrom('node', 'npx', ''),
    args: fc.constantFrom(
      ['server.js'],
      ['--token', 'cl34r-arg'],
      ['--api-key=cl34r-arg', '${workspaceFolder}'],
      ['-p', 'x'],
    ),
    env: fc.dictionary(fc.constantFrom('TOKEN', 'LOG'), header),
    cwd: fc.constantFrom('sub', '/srv', '${workspaceFolder}/x'),
  },
  { requiredKeys: ['command'] },
);
const remote = fc.record(
  { url, headers, type: fc.constantFrom('http', 'sse', 'streamable-http', 'stdio', 'odd'), httpUrl: url },
  { requiredKeys: ['url'] },
);
const broken = fc.constantFrom<unknown>(
  { url: 5 },
  {},
  'text',
  { command: 'x', env: { P: 1 } },
  { url: 'x', disabled: 'y' },
  7,
);
const entry = fc
  .tuple(fc.oneof(remote, remote, stdio, wrapper, broken), some(settings), some(fc.boolean()))
  .map(([one, rollcall, disabled]) =>
    typeof one === 'object'
      ? { ...one, ...(rollcall && { rollcall }), ...(disabled !== undefined && { disabled }) }
      : one,
  );
const servers = fc.array(fc.tuple(name, entry), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs));
const rollcall = fc.record(
  {
    page: fc.record(
      { title: fc.constantFrom('T', 'U'), timezone: fc.constantFrom('Europe/Berlin', 'Nowhere') },
      { requiredKeys: [] },
    ),
    defaults: fc.record({ interval: fc.constantFrom('20s', '90s'), recover: fc.constant(4) }, { requiredKeys: [] }),
    endpoints: fc
      .array(fc.tuple(name, settings, fc.boolean()), { maxLength: 4 })
      .map((all) =>
        Object.fromEntries(all.map(([key, one, isHealth]) => [key, isHealth ? { ...one, type: 'health' } : one])),
      ),
    channels: fc.dictionary(
      fc.constantFrom('ops', 'boss', 'On call!'),
      fc.constantFrom<unknown>(
        { type: 'slack', url: 'https://hooks.test/cl34r-hook' },
        { type: 'slack', url: '${SET}' },
        { type: 'webhook', url: 'https://x.test', headers: { 'X-Key': 'cl34r-header' } },
        { type: 'email', url: 'smtp://u:cl34r-mail@mail.test', from: 'a@b.test', to: ['c@d.test'] },
        { type: 'pagerduty', routingKey: '${UNSET}' },
        { type: 'odd' },
      ),
    ),
    routes: fc.array(
      fc.record(
        {
          to: fc.constantFrom(['ops'], ['boss', 'gone']),
          groups: fc.constant(['Data']),
          endpoints: fc.constant(['a', 'b']),
        },
        { requiredKeys: ['to'] },
      ),
      { maxLength: 2 },
    ),
    maintenance: fc.array(
      fc.record(
        {
          title: fc.constantFrom('Patch day', 'Move'),
          start: fc.constantFrom('2026-12-01T22:00', '2026-12-01T22:00Z'),
          duration: fc.constantFrom<unknown>('2h', '90m', 600),
          endpoints: fc.constantFrom(['a'], ['nobody']),
          groups: fc.constant(['Data']),
          repeat: fc.constantFrom('FREQ=WEEKLY;BYDAY=SA', 'FREQ=ODD'),
        },
        { requiredKeys: ['title', 'start', 'duration'] },
      ),
      { maxLength: 2 },
    ),
    order: fc.array(fc.constantFrom('a', 'b', 'a-2', '7', 'my-server'), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const state = fc.record(
  {
    files: fc.record(
      { a: servers, code: servers, opencode: servers, codex: fc.boolean(), rollcall },
      { requiredKeys: [] },
    ),
    panel: fc.record({
      mcp: fc.option(servers.map((mcpServers) => ({ mcpServers }))),
      rollcall: fc.option(rollcall),
      order: fc.array(fc.constantFrom('b', 'a', 'my-server', '12'), { maxLength: 3 }),
      paused: fc.subarray(['a', 'a-2', 'b', '7']),
    }),
  },
  { requiredKeys: ['files', 'panel'] },
);

test('an export reads back as the same servers, page, channels, routes and maintenance, without a credential in it', () => {
  fc.assert(
    fc
      .property(state, ({ files, panel }) => {
        if (files.a) before.write('a.mcp.json', { mcpServers: files.a });
        if (files.code) before.write('.vscode/mcp.json', { servers: files.code });
        if (files.opencode) before.write('opencode.json', { mcp: files.opencode });
        if (files.codex)
          before.write(
            '.codex/config.toml',
            '[mcp_servers.b]\nurl = "https://b.test"\nhttp_headers = { "X-Key" = "cl34r-toml" }',
          );
        if (files.rollcall) before.write('rollcall.json', files.rollcall);
        const original = loadFrom(before, panel);
        const { mcp, rollcall: settingsFile, lifted } = exportConfig(original, storedSecrets.keys());
        after.write('mcp.json', mcp);
        after.write('rollcall.json', settingsFile);
        const secrets = new Map([...storedSecrets, ...lifted.map(({ name: key, value }) => [key, value] as const)]);
        const again = after.load({ env, allowStdio: 'admin', storedSecrets: secrets });
        expect(meaningOf(again, after.path())).toEqual(meaningOf(original, before.path()));
        expect(new Set(secrets.keys()).size).toBe(storedSecrets.size + lifted.length);
        expect(JSON.stringify([mcp, settingsFile])).not.toMatch(/cl34r|s3cret|value of SET|p4ssword/);
      })
      .beforeEach(() => {
        for (const file of FILES) before.remove(file);
      }),
    { numRuns: 100 },
  );
});

function loadFrom(folder: typeof before, panel: PanelConfig): LoadedConfig {
  return folder.load({ env, allowStdio: 'admin', storedSecrets, panel });
}

function meaningOf({ endpoints, page, maintenance, channels, routes }: LoadedConfig, folder: string): unknown {
  const meaning = {
    endpoints: endpoints.map(({ source: _source, ...endpoint }) => ({
      ...endpoint,
      problem: unread(endpoint.problem),
    })),
    page,
    maintenance,
    channels: channels.map(({ secrets: _secrets, ...channel }) => channel),
    routes,
  };
  return JSON.parse(JSON.stringify(meaning).replaceAll(folder, 'FOLDER'));
}

/** What is no object becomes one that is as little understood. */
function unread(problem: string | null): string | null {
  return problem?.replace('the entry must be an object { … }', 'the type is none of http, sse and stdio') ?? null;
}
