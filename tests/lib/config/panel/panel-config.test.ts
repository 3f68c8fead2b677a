import { expect, test } from 'vitest';
import { NO_PANEL, type PanelConfig } from '@/lib/config/panel/panel-config';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

const panel = (parts: Partial<PanelConfig>): PanelConfig => ({ ...NO_PANEL, ...parts });
const url = (name: string) => ({ url: `https://${name}.test/mcp` });

test('servers of the panel stand behind those of the files, without a source', () => {
  folder.write('mcp.json', { mcpServers: { a: url('a') } });
  const { endpoints } = folder.load({ panel: panel({ mcp: { mcpServers: { b: url('b') } } }) });
  expect(endpoints.map(({ name, source }) => [name, source])).toEqual([
    ['a', 'mcp.json'],
    ['b', null],
  ]);
});

test('without any file the panel alone counts, and goes on counting as it changes', () => {
  const first = folder.load({ panel: panel({ mcp: { mcpServers: { a: url('a') } } }) });
  const second = folder.load({ panel: panel({ mcp: { mcpServers: { b: url('b') } } }), previous: first });
  expect(second.endpoints.map(({ name }) => name)).toEqual(['b']);
});

test('files win, key by key', () => {
  folder.write('mcp.json', { mcpServers: { a: url('a') } });
  folder.write('rollcall.json', {
    page: { title: 'Of the file' },
    defaults: { confirm: 5 },
    endpoints: { a: { group: 'File' } },
  });
  const rollcall = {
    page: { title: 'Of the panel', timezone: 'Europe/Berlin' },
    defaults: { confirm: 2, recover: 4 },
    endpoints: { a: { group: 'Panel' } },
  };
  const { page, endpoints } = folder.load({ panel: panel({ rollcall }) });
  expect(page).toMatchObject({ title: 'Of the file', timezone: 'Europe/Berlin' });
  expect(endpoints[0]).toMatchObject({ group: 'File', policy: { confirm: 5, recover: 4 } });
});

test('settings of the panel hold for a server of a file that says nothing itself', () => {
  folder.write('mcp.json', { mcpServers: { a: url('a') } });
  const { endpoints } = folder.load({ panel: panel({ rollcall: { endpoints: { a: { group: 'Panel' } } } }) });
  expect(endpoints[0]?.group).toBe('Panel');
});

test('channels and routes of both count; of two channels of one name that of the file', () => {
  const webhook = (host: string) => ({ type: 'webhook', url: `https://${host}.test/` });
  folder.write('mcp.json', { mcpServers: { a: url('a') } });
  folder.write('rollcall.json', { channels: { oncall: webhook('file') }, routes: [{ to: ['oncall'] }] });
  const rollcall = { channels: { oncall: webhook('panel'), team: webhook('team') }, routes: [{ to: ['team'] }] };
  const loaded = folder.load({ panel: panel({ rollcall }) });
  expect(loaded.channels.map(({ name }) => name)).toEqual(['oncall', 'team']);
  expect(loaded.routes?.map(({ to }) => to)).toEqual([['oncall'], ['team']]);
  expect(loaded.problems).toMatchObject([{ file: 'panel', path: 'channels.oncall' }]);
});

test('the order of the panel is the order of the page; what it does not name follows', () => {
  folder.write('mcp.json', { mcpServers: { a: url('a'), b: url('b'), c: url('c') } });
  const { endpoints } = folder.load({ panel: panel({ order: ['c', 'gone', 'a'] }) });
  expect(endpoints.map(({ slug }) => slug)).toEqual(['c', 'a', 'b']);
});

test('a person can pause a server of a file', () => {
  folder.write('mcp.json', { mcpServers: { a: url('a'), b: url('b') } });
  const { endpoints } = folder.load({ panel: panel({ paused: ['b'] }) });
  expect(endpoints.map(({ paused }) => paused)).toEqual([false, true]);
});

test('a stored secret is put in where it is named, kept from showing, and its lack keeps the server from being called', () => {
  const entry = { ...url('a'), headers: { Authorization: 'Bearer ${secret:token}' } };
  const request = { panel: panel({ mcp: { mcpServers: { a: entry } } }) };
  const { endpoints, secrets } = folder.load({ ...request, storedSecrets: new Map([['token', 's3cret-value']]) });
  expect(endpoints[0]?.target).toMatchObject({ headers: { Authorization: 'Bearer s3cret-value' } });
  expect(secrets.get('a')).toContain('s3cret-value');
  expect(folder.load(request).endpoints[0]?.problem).toBe('there is no secret called token');
});

test.each([
  ['off', 'off'],
  ['config', 'the panel'],
  ['admin', null],
] as const)('a command of the panel is only run where ROLLCALL_ALLOW_STDIO is admin: %s', (allowStdio, problem) => {
  const { endpoints } = folder.load({ allowStdio, panel: panel({ mcp: { mcpServers: { a: { command: 'node' } } } }) });
  if (problem === null) expect(endpoints[0]?.problem).toBeNull();
  else expect(endpoints[0]?.problem).toContain(problem);
});

test.each([
  ['null', null],
  ['a list', []],
  ['a text', 'x'],
  ['a number', 3],
  ['servers that are a list of numbers', { mcpServers: [1, 2] }],
])('documents that are %s take nothing down', (_name, document) => {
  folder.write('mcp.json', { mcpServers: { a: url('a') } });
  expect(folder.load({ panel: panel({ mcp: document, rollcall: document }) }).endpoints[0]?.name).toBe('a');
});
