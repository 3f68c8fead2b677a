import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { selectAudit } from '@/db/queries/audit-entries';
import { exportFiles } from '@/lib/admin/panel/export-files';
import { applyImport } from '@/lib/admin/panel/import/import-apply';
import { planImport } from '@/lib/admin/panel/import/import-plan';
import type { ImportChoices } from '@/lib/admin/panel/import/import-secrets';
import { testImport } from '@/lib/admin/panel/import/import-test';
import { saveServer } from '@/lib/admin/panel/save-server';
import { startMcpServer } from '@/tests/fixtures/mcp-server';
import { ADA, type TestDesk, testDesk } from '@/tests/lib/admin/panel/desk';

const NOW = Date.UTC(2026, 10, 22, 13);
let desk: TestDesk;
beforeEach(() => {
  desk = testDesk({ SET: 'x' });
});
afterEach(() => desk.remove());

const STORE: ImportChoices = { modeOf: () => 'store', given: new Map() };
const pasted = (value: unknown) => [
  { name: 'pasted', text: typeof value === 'string' ? value : JSON.stringify(value) },
];
const plan = (value: unknown, choices = STORE) => planImport(desk, pasted(value), choices);
const views = (value: unknown, choices = STORE) => plan(value, choices).servers.map(({ view }) => view);
const all = { chosen: new Set(Array.from({ length: 50 }, (_, i) => i)), isRestChosen: true };
const apply = (value: unknown, choices = STORE) => applyImport(desk, ADA, plan(value, choices), all, NOW);

const MIXED = {
  inputs: [{ id: 'key', type: 'promptString' }],
  servers: {
    fresh: { type: 'http', url: 'https://fresh.test/mcp', headers: { Authorization: 'Bearer cl34r-secret' } },
    asking: {
      type: 'sse',
      url: 'https://asking.test/sse',
      headers: { 'X-Key': '${input:key}', 'X-Org': '${ORG}', 'X-A': '${SET}' },
    },
    kept: { url: 'https://kept.test/mcp' },
    moved: { url: 'https://moved.test/new' },
    'of-file': { url: 'https://other.test/mcp' },
    local: { command: 'node', args: ['server.js'], disabled: true },
  },
};

describe('the plan', () => {
  beforeEach(() => {
    for (const name of ['kept', 'moved']) {
      const draft = { name, entry: { url: `https://${name}.test/mcp` }, settings: { group: 'G' } };
      saveServer(desk, ADA, { draft, isNew: true, isForced: false }, NOW);
    }
    desk.writeFile('mcp.json', { mcpServers: { 'of-file': { url: 'https://of-file.test/mcp' } } });
  });

  test('says how each stands, what is missing, what is a secret, and shows no value', () => {
    const shown = views(MIXED);
    expect(shown.map(({ name, standing, kind }) => `${name}: ${standing}, ${kind}`)).toEqual([
      'fresh: new, http',
      'asking: new, sse',
      'kept: same, http',
      'moved: changed, http',
      'of-file: managed, http',
      'local: new, stdio',
    ]);
    expect(shown[0]).toMatchObject({
      address: 'https://fresh.test/mcp',
      secrets: ['fresh.authorization'],
      problem: null,
    });
    expect(shown[0]?.clients).toContain('VS Code');
    expect(shown[1]).toMatchObject({ inputs: ['key'], variables: ['ORG'] });
    expect(shown[4]?.managedBy).toBe('mcp.json');
    expect(shown[5]).toMatchObject({ isPaused: true, address: 'node server.js' });
    expect(shown[5]?.problem).toContain('ROLLCALL_ALLOW_STDIO');
    expect(JSON.stringify(shown)).not.toContain('cl34r');
  });

  test('is applied as a whole with one line of its own, and leaves nothing to do', () => {
    expect(apply(MIXED)).toMatchObject({
      ok: true,
      added: ['fresh', 'asking', 'local'],
      changed: ['moved'],
      secretCount: 1,
    });
    const { endpoints } = desk.load();
    expect(endpoints.find(({ name }) => name === 'fresh')?.target).toMatchObject({
      headers: { Authorization: 'Bearer cl34r-secret' },
    });
    expect(endpoints.find(({ name }) => name === 'moved')).toMatchObject({
      group: 'G',
      target: { url: 'https://moved.test/new' },
    });
    expect(desk.db.$client.serialize().includes('cl34r-secret')).toBe(false);
    const audit = selectAudit(desk.db, {}, 50).filter(({ action }) => action === 'import.applied');
    expect(audit).toMatchObject([
      { subject: 'pasted', after: { added: ['fresh', 'asking', 'local'], changed: ['moved'] } },
    ]);
    expect(new Set(views(MIXED).map(({ standing }) => standing))).toEqual(new Set(['same', 'managed']));
  });

  test('what is missing can be given, and is kept as a secret', () => {
    const given = new Map([
      ['input:key', 'typed-key'],
      ['variable:ORG', 'typed-org'],
    ]);
    expect(views(MIXED, { ...STORE, given })[1]).toMatchObject({ inputs: [], variables: [], problem: null });
    apply(MIXED, { ...STORE, given });
    expect(desk.load().endpoints.find(({ name }) => name === 'asking')?.target).toMatchObject({
      headers: { 'X-Key': 'typed-key', 'X-Org': 'typed-org', 'X-A': 'x' },
    });
  });

  test('a credential may become a variable; its value is then not kept at all', () => {
    const choices: ImportChoices = { modeOf: (name) => (name === 'fresh' ? 'variable' : 'store'), given: new Map() };
    expect(views(MIXED, choices)[0]).toMatchObject({
      secrets: ['FRESH_AUTHORIZATION'],
      variables: ['FRESH_AUTHORIZATION'],
    });
    apply(MIXED, choices);
    expect(desk.load().endpoints.find(({ name }) => name === 'fresh')?.problem).toBe('FRESH_AUTHORIZATION is not set');
  });
});

test('two servers that share a slug keep a secret each', () => {
  const one = (value: string) => ({ url: 'https://a.test', headers: { Authorization: value } });
  apply({ mcpServers: { 'my server': one('first-one'), 'My-Server': one('second-one') } });
  const sent = desk.load().endpoints.map(({ target }) => target.kind === 'http' && target.headers.Authorization);
  expect(sent).toEqual(['first-one', 'second-one']);
});

test('a file that came meanwhile stops all of it', () => {
  const planned = plan({ mcpServers: { a: { url: 'https://a.test' }, b: { url: 'https://b.test' } } });
  desk.writeFile('mcp.json', { mcpServers: { b: { url: 'https://mine.test' } } });
  expect(applyImport(desk, ADA, planned, all, NOW)).toEqual({ ok: false, refused: 'b' });
  expect(desk.load().endpoints.map(({ name, source }) => [name, source])).toEqual([['b', 'mcp.json']]);
  expect(selectAudit(desk.db, {}, 5)).toEqual([]);
});

test('an export is imported to the same servers and settings', () => {
  desk.writeFile('mcp.json', {
    mcpServers: {
      w: {
        url: 'https://w.test/mcp',
        headers: { Authorization: 'Bearer ${SET}' },
        rollcall: { group: 'G', interval: '30s' },
      },
    },
  });
  desk.writeFile('rollcall.json', {
    page: { title: 'Ours' },
    endpoints: { w: { title: 'Warehouse' }, h: { type: 'health', health: 'https://h.test/health' } },
    channels: { ops: { type: 'slack', url: '${HOOK}' } },
    routes: [{ to: ['ops'], severity: ['critical'] }],
    maintenance: [{ title: 'M', start: '2026-12-01T22:00', duration: '2h' }],
  });
  const { mcp, rollcall } = exportFiles(desk);
  const { endpoints, page, maintenance, routes, channels } = desk.load();
  const other = testDesk({ SET: 'x' });
  const sources = [
    { name: 'mcp.json', text: mcp },
    { name: 'rollcall.json', text: rollcall },
  ];
  const planned = planImport(other, sources, STORE);
  expect(applyImport(other, ADA, planned, all, NOW)).toMatchObject({ ok: true, added: ['w', 'h'] });
  const again = other.load();
  expect(again.endpoints).toEqual(endpoints.map((endpoint) => ({ ...endpoint, source: null })));
  expect([again.page, again.maintenance, again.routes, again.channels]).toEqual([page, maintenance, routes, channels]);
  other.remove();
});

test('tests what was typed, several at once, and tells what each said', async () => {
  const server = await startMcpServer();
  const planned = plan({
    mcpServers: {
      good: { url: server.url },
      bad: { url: 'http://127.0.0.1:1/mcp' },
      unset: { url: 'https://x.test', headers: { A: '${NOT_SET}' } },
    },
  });
  const tests = await testImport(desk, planned.servers, [0, 1, 2, 99]);
  await server.close();
  expect(tests[0]).toMatchObject({ verdict: 'up' });
  expect(tests[1]?.verdict).toBe('down');
  expect(tests[2]).toEqual({ verdict: null, text: 'Not called: NOT_SET is not set' });
});

test.each<[string, string]>([
  ['nothing', ' '],
  ['not JSON', '{ "mcpServers": '],
  ['deep', '['.repeat(100_000)],
  ['a prototype', '{ "mcpServers": { "__proto__": { "url": "https://a.test" }, "constructor": { "command": "x" } } }'],
  [
    'paths for names',
    '{ "mcpServers": { "../../etc/passwd": { "url": "https://a.test" }, "": { "url": "https://b.test" } } }',
  ],
  ['control characters', '{ "mcpServers": { "a\\u0000\\u202eb": { "url": "https://a.test\\u0007" } } }'],
  ['markup', '{ "mcpServers": { "<script>alert(1)</script>": { "url": "javascript:alert(1)" } } }'],
  ['no servers', 'just words'],
  ['entries of every other kind', '{ "mcpServers": { "a": 1, "b": null, "c": [], "d": "x" } }'],
])('hostile input does no harm: %s', (_case, text) => {
  const result = apply(text);
  expect(result.ok).toBe(true);
  expect(Reflect.get({}, 'url')).toBeUndefined();
  for (const { slug, name } of desk.load().endpoints) {
    expect(slug).toMatch(/^[a-z0-9-]+$/);
    expect(name).not.toMatch(/[\p{Cc}\u202e]/u);
  }
  expect(views(text).every(({ standing }) => standing === 'same')).toBe(true);
});

test('too many servers are cut, and it is said', () => {
  const many = Object.fromEntries(Array.from({ length: 205 }, (_, i) => [`s${i}`, { url: `https://s${i}.test` }]));
  const planned = plan({ mcpServers: many });
  expect([planned.servers.length, planned.leftOutCount]).toEqual([200, 5]);
});
