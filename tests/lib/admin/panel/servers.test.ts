import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { selectAudit } from '@/db/queries/audit-entries';
import { checkNow, pauseServers, resumeServers } from '@/lib/admin/panel/call-servers';
import { orderServers } from '@/lib/admin/panel/order-servers';
import { archiveServer, archiveServers, deleteServer, restoreServer } from '@/lib/admin/panel/retire-servers';
import { saveServer } from '@/lib/admin/panel/save-server';
import { removeSecret, storeSecret } from '@/lib/admin/panel/secrets';
import type { ServerDraft } from '@/lib/admin/panel/server-documents';
import { syncEndpoints } from '@/lib/engine/sync-endpoints';
import { readPanelVersion } from '@/lib/reads/panel-config';
import { ADA, type TestDesk, testDesk } from './desk';

const NOW = Date.UTC(2026, 10, 22, 13);
let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
});
afterEach(() => desk.remove());

const http = (name: string, more: object = {}): ServerDraft => ({
  name,
  entry: { url: `https://${name}.test/mcp`, ...more },
  settings: {},
});
const save = (draft: ServerDraft, more = {}) =>
  saveServer(desk, ADA, { draft, isNew: true, isForced: false, ...more }, NOW);
const names = () => desk.load().endpoints.map(({ name }) => name);
const sync = () => syncEndpoints(desk.db, desk.load(), NOW);
const rows = () => desk.db.query.endpoints.findMany().sync();

describe('saving', () => {
  test('the loop finds the server, and its credential in its place; no table and no audit line holds it', () => {
    const draft = http('warehouse', { headers: { Authorization: 'Bearer s3cret-value' } });
    draft.settings = { group: 'Data', health: { url: 'https://warehouse.test/health' }, interval: '30s' };
    expect(save(draft)).toEqual({ ok: true, slug: 'warehouse', storedSecrets: ['warehouse.authorization'] });
    expect(desk.load().endpoints[0]).toMatchObject({
      group: 'Data',
      source: null,
      policy: { intervalMs: 30_000 },
      health: { url: 'https://warehouse.test/health' },
      target: { headers: { Authorization: 'Bearer s3cret-value' } },
      problem: null,
    });
    expect(desk.db.$client.serialize().includes('s3cret-value')).toBe(false);
  });

  test('a health URL alone needs no MCP server', () => {
    save({ name: 'billing', entry: null, settings: { health: 'https://billing.test/health' } });
    expect(desk.load().endpoints[0]).toMatchObject({ type: 'health', health: { url: 'https://billing.test/health' } });
  });

  test('a change keeps the place among the others, and the audit log says what changed', () => {
    for (const name of ['a', 'b', 'c']) save(http(name));
    save({ ...http('b'), settings: { title: 'Bee' } }, { isNew: false });
    expect(desk.load().endpoints.map(({ title }) => title)).toEqual(['a', 'Bee', 'c']);
    expect(selectAudit(desk.db, {}, 1)[0]).toMatchObject({
      action: 'endpoint.changed',
      subject: 'b',
      before: {},
      after: { title: 'Bee' },
    });
  });

  test('a name that the panel or a file has is refused', () => {
    desk.writeFile('mcp.json', { mcpServers: { 'of-file': { url: 'https://x.test' } } });
    save(http('a'));
    expect(save(http('a'))).toEqual({ ok: false, code: 'name_taken' });
    expect(save(http('of-file'))).toEqual({ ok: false, code: 'name_taken' });
    expect(save(http('of-file'), { isNew: false })).toEqual({ ok: false, code: 'name_taken' });
  });

  test.each<[string, ServerDraft, string]>([
    ['no address', { name: 'x', entry: { url: '' }, settings: {} }, 'url'],
    ['a file address', { name: 'x', entry: { url: 'file:///etc/passwd' }, settings: {} }, 'url'],
    ['a password in the address', { name: 'x', entry: { url: 'https://a:b@x.test' }, settings: {} }, 'url'],
    ['a smuggled header', http('x', { headers: { Host: 'evil.test' } }), 'headers.Host'],
    ['an interval of a second', { ...http('x'), settings: { interval: '1s' } }, 'rollcall.interval'],
    ['a command, which the panel may not run', { name: 'x', entry: { command: 'node' }, settings: {} }, ''],
    ['an unset variable', http('x', { headers: { Authorization: 'Bearer ${NOT_SET}' } }), 'headers.Authorization'],
    ['full stops in its name', { name: 'a.b', entry: { url: 'nonsense' }, settings: {} }, 'url'],
    ['a health URL alone without one', { name: 'x', entry: null, settings: {} }, ''],
  ])('%s is refused at its place, and nothing is written', (_name, draft, path) => {
    const result = save(draft);
    expect(result).toMatchObject({ ok: false, code: 'unfit' });
    if (!result.ok && result.code === 'unfit' && path !== '')
      expect(result.problems.map((problem) => problem.path)).toContain(path);
    expect(readPanelVersion(desk.db)).toBe(0);
    expect(selectAudit(desk.db, {}, 1)).toEqual([]);
  });

  test('what cannot be called yet can be saved all the same', () => {
    const draft = http('x', { headers: { Authorization: 'Bearer ${NOT_SET}' } });
    expect(save(draft, { isForced: true })).toMatchObject({ ok: true });
    expect(desk.load().endpoints[0]?.problem).toBe('NOT_SET is not set');
  });

  test('a command is taken where the environment allows it', () => {
    desk.remove();
    desk = testDesk({ ROLLCALL_ALLOW_STDIO: 'admin' });
    expect(save({ name: 'x', entry: { command: 'node', args: ['server.js'] }, settings: {} })).toMatchObject({
      ok: true,
    });
  });
});

test('two servers whose names look alike keep a credential each, also when one is given anew', () => {
  const token = (value: string) => ({ headers: { Authorization: `Bearer ${value}` } });
  const url = { url: 'https://a.test/mcp' };
  const draft = (name: string, value: string) => ({ name, entry: { ...url, ...token(value) }, settings: {} });
  save(draft('my server', 'first-value'));
  save(draft('my-server', 'other-value'));
  save(draft('my server', 'third-value'), { isNew: false });
  expect(desk.load().endpoints.map(({ target }) => target)).toMatchObject([token('third-value'), token('other-value')]);
});

describe('taking off the roll', () => {
  test('an archived server is off the roll and comes back as it was, with its history', () => {
    for (const name of ['a', 'b']) save({ ...http(name), settings: { group: 'G' } });
    sync();
    const [before] = rows();
    expect(archiveServer(desk.db, ADA, 'a', NOW)).toEqual({ ok: true });
    expect(names()).toEqual(['b']);
    sync();
    expect(rows().find(({ name }) => name === 'a')?.archivedAt).toBe(NOW);
    expect(restoreServer(desk.db, ADA, 'a', NOW)).toEqual({ ok: true });
    sync();
    const [after] = rows();
    expect(after).toMatchObject({ id: before?.id, groupName: 'G', archivedAt: null });
  });

  test('a name that was taken meanwhile is not taken back', () => {
    save(http('a'));
    archiveServer(desk.db, ADA, 'a', NOW);
    save(http('a'));
    expect(restoreServer(desk.db, ADA, 'a', NOW)).toEqual({ ok: false, code: 'name_taken' });
    expect(restoreServer(desk.db, ADA, 'never', NOW)).toEqual({ ok: false, code: 'not_found' });
  });

  test('only what is off the roll can be deleted, and then nothing of it is left in any table', () => {
    save(http('a'));
    sync();
    const id = rows()[0]?.id ?? 0;
    desk.db.run(`insert into checks (endpoint_id, at, verdict) values (${id}, 1, 'up')`);
    expect(deleteServer(desk.db, ADA, 'a', NOW)).toEqual({ ok: false, code: 'not_archived' });
    archiveServer(desk.db, ADA, 'a', NOW);
    sync();
    expect(deleteServer(desk.db, ADA, 'a', NOW)).toEqual({ ok: true });
    expect(restoreServer(desk.db, ADA, 'a', NOW)).toEqual({ ok: false, code: 'not_found' });
    const tables = desk.db.$client
      .prepare("select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'endpoint_id'")
      .pluck()
      .all();
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(
        desk.db.$client.prepare(`select count(*) from ${table} where endpoint_id = ?`).pluck().get(id),
        String(table),
      ).toBe(0);
    }
  });

  test('one of a file cannot be archived here', () => {
    desk.writeFile('mcp.json', { mcpServers: { a: { url: 'https://a.test' } } });
    expect(archiveServer(desk.db, ADA, 'a', NOW)).toEqual({ ok: false, code: 'not_found' });
  });
});

describe('any server', () => {
  beforeEach(() => {
    desk.writeFile('mcp.json', { mcpServers: { a: { url: 'https://a.test' }, b: { url: 'https://b.test' } } });
    sync();
  });

  test('is paused and called again, each told once', () => {
    expect(pauseServers(desk.db, ADA, ['a', 'gone'], NOW)).toBe(1);
    expect(pauseServers(desk.db, ADA, ['a'], NOW)).toBe(0);
    expect(desk.load().endpoints.map(({ paused }) => paused)).toEqual([true, false]);
    expect(resumeServers(desk.db, ADA, ['a', 'b'], NOW)).toBe(1);
    expect(desk.load().endpoints.map(({ paused }) => paused)).toEqual([false, false]);
    expect(selectAudit(desk.db, {}, 10).map(({ action }) => action)).toEqual(['endpoint.resumed', 'endpoint.paused']);
  });

  test('is called now, unless it is not called at all', () => {
    pauseServers(desk.db, ADA, ['b'], NOW);
    sync();
    expect(checkNow(desk.db, ADA, ['a', 'b', 'gone'], NOW + 1)).toBe(1);
    expect(rows().find(({ slug }) => slug === 'a')?.nextCheckAt).toBe(NOW + 1);
  });

  test('is put in another place, and into a group only where no file says which', () => {
    save({ ...http('mine'), settings: { group: 'Old' } });
    sync();
    const places = ['mine', 'b', 'a', 'b'].map((slug) => ({ slug, group: 'New' }));
    orderServers(desk.db, ADA, places, NOW);
    expect(desk.load().endpoints.map(({ name, group }) => [name, group])).toEqual([
      ['mine', 'New'],
      ['b', null],
      ['a', null],
    ]);
    orderServers(desk.db, ADA, [{ slug: 'mine', group: '' }], NOW);
    expect(desk.load().endpoints[0]?.group).toBeNull();
  });

  test('of the panel is archived with others at once; those of files stay', () => {
    for (const name of ['c', 'd']) save(http(name));
    sync();
    expect(archiveServers(desk.db, ADA, ['a', 'c', 'd', 'gone'], NOW)).toBe(2);
    expect(names()).toEqual(['a', 'b']);
  });
});

test('a secret that is replaced or removed is a change that the loop notices', () => {
  save(http('a', { headers: { Authorization: 'Bearer one-value' } }));
  const first = readPanelVersion(desk.db);
  storeSecret(desk, ADA, { name: 'a.authorization', value: 'other-value' }, NOW);
  expect(readPanelVersion(desk.db)).not.toBe(first);
  expect(desk.load().endpoints[0]?.target).toMatchObject({ headers: { Authorization: 'Bearer other-value' } });
  removeSecret(desk.db, ADA, 'a.authorization', NOW);
  expect(desk.load().endpoints[0]?.problem).toBe('there is no secret called a.authorization');
});
