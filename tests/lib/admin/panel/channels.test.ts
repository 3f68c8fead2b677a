import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { selectAudit } from '@/db/queries/audit-entries';
import { selectSecretNames } from '@/db/queries/secrets';
import { alertingInForce } from '@/lib/admin/panel/in-force';
import { deleteRoute, moveRoute, panelRoutes, type RouteDraft, routeMark, saveRoute } from '@/lib/admin/panel/routes';
import { deleteChannel, saveChannel } from '@/lib/admin/panel/save-channel';
import { saveSettings } from '@/lib/admin/panel/save-settings';
import { storeSecret } from '@/lib/admin/panel/secrets';
import { testChannel } from '@/lib/admin/panel/test-channel';
import { readStoredPanel } from '@/lib/reads/panel-config';
import { ADA, type TestDesk, testDesk } from './desk';

const NOW = Date.UTC(2026, 10, 22, 13);
const HOOK = 'https://hooks.slack.test/services/T000/B000/s3cretpart00';
let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
});
afterEach(() => desk.remove());

const save = (name: string, settings: Record<string, unknown>, more = {}) =>
  saveChannel(desk, ADA, { draft: { name, settings }, isNew: true, isForced: false, ...more }, NOW);
const secretNames = () => selectSecretNames(desk.db).map(({ name }) => name);
const stored = () => readStoredPanel(desk.db, desk.sealer).panel.rollcall;

describe('channels', () => {
  const kinds: [string, Record<string, unknown>, string[]][] = [
    ['webhook', { url: HOOK, headers: { 'X-Team': 's3cretpart00' } }, ['headers.x-team', 'url']],
    ['slack', { url: HOOK }, ['url']],
    ['teams', { url: HOOK }, ['url']],
    ['discord', { url: HOOK }, ['url']],
    ['email', { url: 'smtp://u:s3cretpart00@mail.test', from: 'a@b.test', to: ['c@d.test'] }, ['url']],
    [
      'email',
      { host: 'mail.test', user: 'u', password: 's3cretpart00', from: 'a@b.test', to: 'c@d.test' },
      ['password'],
    ],
    ['pagerduty', { routingKey: 's3cretpart00s3cretpart00' }, ['routingKey']],
    ['ntfy', { topic: 's3cretpart00', token: 'tk_s3cretpart00' }, ['token', 'topic']],
    ['heartbeat', { url: HOOK }, ['url']],
  ];
  test.each(kinds)('%s: the loop can send over it, and no table holds a secret', (type, settings, lifted) => {
    expect(save('On call', { type, ...settings })).toEqual({ ok: true });
    expect(secretNames()).toEqual(lifted.map((key) => `channel.on-call.${key}`));
    expect(desk.load().channels).toMatchObject([{ name: 'On call', type, problem: null, config: settings }]);
    expect(desk.db.$client.serialize().includes('s3cretpart00')).toBe(false);
    expect(JSON.stringify(selectAudit(desk.db, {}, 10))).not.toContain('s3cretpart00');
  });

  test('what is wrong is told by key, in the words of the schema, and nothing is written', () => {
    expect(save('chat', { type: 'slack', url: 'no address' })).toMatchObject({
      ok: false,
      code: 'unfit',
      problems: [{ path: 'url', message: expect.stringContaining('http or https URL') }],
    });
    expect(save('chat', { type: 'slack' })).toMatchObject({ problems: [{ path: 'url', message: '"url" is missing' }] });
    expect(save('chat', { type: 'slack', url: '${CHAT_URL}' })).toMatchObject({
      code: 'unfit',
      problems: [{ path: 'url', message: expect.stringContaining('CHAT_URL') }],
    });
    expect(desk.load().channels).toEqual([]);
    expect(secretNames()).toEqual([]);
    expect(save('chat', { type: 'slack', url: '${CHAT_URL}' }, { isForced: true })).toEqual({ ok: true });
    expect(alertingInForce(desk).channels).toMatchObject([{ name: 'chat', problem: 'CHAT_URL is not set' }]);
  });

  test('a name is taken once, by files first, and by what would share its secrets', () => {
    desk.writeFile('rollcall.json', { channels: { oncall: { type: 'slack', url: HOOK } } });
    expect(save('oncall', { type: 'slack', url: HOOK })).toEqual({ ok: false, code: 'name_taken' });
    expect(save('Team A', { type: 'slack', url: HOOK })).toEqual({ ok: true });
    expect(save('Team A', { type: 'slack', url: HOOK })).toEqual({ ok: false, code: 'name_taken' });
    expect(save('team a', { type: 'slack', url: HOOK })).toEqual({ ok: false, code: 'name_taken' });
    expect(alertingInForce(desk).channels.map(({ name, source }) => [name, source])).toEqual([
      ['oncall', 'rollcall.json'],
      ['Team A', null],
    ]);
  });

  test('a change keeps a secret that is named, forgets one that is not, and is audited key by key', () => {
    save('chat', { type: 'webhook', url: HOOK, headers: { 'X-Old': 'old-value' } });
    const change = { type: 'webhook', url: '${secret:channel.chat.url}' };
    expect(save('chat', change, { isNew: false })).toEqual({ ok: true });
    expect(secretNames()).toEqual(['channel.chat.url']);
    expect(desk.load().channels[0]?.config).toMatchObject({ url: HOOK });
    expect(selectAudit(desk.db, { action: 'channel.changed' }, 1)).toMatchObject([
      { subject: 'chat', before: { headers: { 'X-Old': '${secret:channel.chat.headers.x-old}' } }, after: {} },
    ]);
  });

  test('deleting takes its own secrets along and no other', () => {
    storeSecret(desk, ADA, { name: 'shared', value: HOOK }, NOW);
    save('chat', { type: 'webhook', url: '${secret:shared}', headers: { 'X-Team': 'a-value' } });
    expect(deleteChannel(desk.db, ADA, 'chat', NOW)).toBe(true);
    expect(deleteChannel(desk.db, ADA, 'chat', NOW)).toBe(false);
    expect(secretNames()).toEqual(['shared']);
    expect(desk.load().channels).toEqual([]);
    expect(selectAudit(desk.db, {}, 1)).toMatchObject([{ action: 'channel.deleted', subject: 'chat' }]);
  });
});

describe('testing a channel', () => {
  let server: Server;
  let seen: string[];
  let status: number;
  let url: string;
  beforeEach(async () => {
    seen = [];
    status = 200;
    server = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
      request.on('end', () => response.writeHead(status).end('said by the other side'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  test('sends what is typed, saves nothing, and shows the answer of the other side', async () => {
    const tested = await testChannel(desk, ADA, { name: 'new', settings: { type: 'webhook', url } }, NOW);
    expect(tested).toMatchObject({ ok: true, delivery: { kind: 'delivered' } });
    expect(JSON.parse(seen.join(''))).toMatchObject({ type: 'test' });
    expect([desk.load().channels, secretNames()]).toEqual([[], []]);
    expect(selectAudit(desk.db, {}, 1)).toMatchObject([{ action: 'channel.tested', after: { outcome: 'delivered' } }]);
  });

  test('of a file too; a refusal is told with its reason', async () => {
    status = 404;
    desk.writeFile('rollcall.json', { channels: { oncall: { type: 'webhook', url } } });
    expect(await testChannel(desk, ADA, { name: 'oncall', settings: null }, NOW)).toMatchObject({
      delivery: { kind: 'failed', code: 'gone', answer: expect.stringContaining('said by the other side') },
    });
    expect(await testChannel(desk, ADA, { name: 'nobody', settings: null }, NOW)).toEqual({
      ok: false,
      code: 'not_found',
    });
  });

  test('the addresses of ROLLCALL_DENY_HOSTS are not dialled', async () => {
    const denying = testDesk({ ROLLCALL_DENY_HOSTS: '127.0.0.0/8' });
    const tested = await testChannel(denying, ADA, { name: 'new', settings: { type: 'webhook', url } }, NOW);
    expect(tested).toMatchObject({ delivery: { kind: 'failed', code: 'blocked' } });
    const metadata = { type: 'webhook', url: 'http://169.254.169.254/latest' };
    expect(await testChannel(desk, ADA, { name: 'new', settings: metadata }, NOW)).toMatchObject({
      delivery: { code: 'blocked' },
    });
    expect(seen).toEqual([]);
    denying.remove();
  });
});

describe('routes', () => {
  const routes = () => panelRoutes(stored());
  const place = (at: number) => ({ at, mark: routeMark(routes()[at] ?? {}) });
  const add = (route: RouteDraft) => saveRoute(desk, ADA, { place: null, route }, NOW);
  beforeEach(() => void save('chat', { type: 'slack', url: HOOK }));

  test('are added behind those of files, changed, moved and deleted', () => {
    desk.writeFile('rollcall.json', { routes: [{ to: ['chat'], severity: ['low'] }] });
    expect(add({ to: ['chat'], repeat: '1h' })).toEqual({ ok: true });
    expect(add({ to: ['chat'], digest: '09:00' })).toEqual({ ok: true });
    expect(desk.load().routes).toMatchObject([
      { severities: ['low'] },
      { repeatMs: 3_600_000 },
      { digest: { at: 540 } },
    ]);
    expect(moveRoute(desk, ADA, { place: place(0), by: 1 }, NOW)).toEqual({ ok: true });
    expect(routes().map(({ repeat }) => repeat)).toEqual([undefined, '1h']);
    expect(moveRoute(desk, ADA, { place: place(0), by: -1 }, NOW)).toEqual({ ok: true });
    const changed = saveRoute(desk, ADA, { place: place(1), route: { to: ['chat'], repeat: '2h' } }, NOW);
    expect(changed).toEqual({ ok: true });
    expect(deleteRoute(desk, ADA, place(0), NOW)).toEqual({ ok: true });
    expect(routes()).toEqual([{ to: ['chat'], repeat: '2h' }]);
    expect(selectAudit(desk.db, { action: 'route.' }, 9)).toHaveLength(6);
  });

  test('one that was changed meanwhile is left alone', () => {
    add({ to: ['chat'] });
    const old = { at: 0, mark: routeMark({ to: ['other'] }) };
    for (const done of [
      deleteRoute(desk, ADA, old, NOW),
      moveRoute(desk, ADA, { place: old, by: 1 }, NOW),
      saveRoute(desk, ADA, { place: { at: 7, mark: '' }, route: { to: ['chat'] } }, NOW),
    ])
      expect(done).toEqual({ ok: false, code: 'changed_meanwhile' });
    expect(routes()).toEqual([{ to: ['chat'] }]);
  });

  test.each([
    ['to', { to: ['nobody'] }, 'to[0]'],
    ['endpoints', { to: ['chat'], endpoints: ['nobody'] }, 'endpoints[0]'],
    ['repeat', { to: ['chat'], repeat: 'soon' }, 'repeat'],
    ['quiet', { to: ['chat'], quiet: { from: '25:00', to: '07:00' } }, 'quiet.from'],
    ['escalate', { to: ['chat'], escalate: { to: ['chat'] } }, 'escalate.after'],
  ])('%s that does not fit is told and not saved', (_what, route, path) => {
    expect(add(route)).toMatchObject({ ok: false, code: 'unfit', problems: [{ path }] });
    expect(routes()).toEqual([]);
  });
});

describe('settings', () => {
  test('count at once, are audited key by key, and yield to files', () => {
    const page = { title: 'Acme tools', accent: '#0b5fff' };
    expect(saveSettings(desk, ADA, { section: 'page', values: page }, NOW)).toEqual({ ok: true });
    expect(desk.load().page).toMatchObject(page);
    expect(selectAudit(desk.db, {}, 1)).toMatchObject([{ action: 'settings.changed', subject: 'page', after: page }]);
    desk.writeFile('rollcall.json', { page: { title: 'Of the file' } });
    saveSettings(desk, ADA, { section: 'page', values: { footer: 'Thanks' } }, NOW);
    expect(desk.load().page).toMatchObject({ title: 'Of the file', footer: 'Thanks' });
    desk.writeFile('rollcall.json', {});
    expect(desk.load().page).toMatchObject({ title: 'Acme tools', footer: 'Thanks' });
    expect(desk.load().page.accent).toBeUndefined();
  });

  test.each([
    ['page', { accent: 'blue' }, 'accent'],
    ['page', { links: [{ label: '', url: 'javascript:alert(1)' }] }, 'links[0].label'],
    ['defaults', { interval: '1s' }, 'interval'],
    ['defaults', { confirm: 'three' }, 'confirm'],
    ['retention', { checks: '1h' }, 'checks'],
  ] as const)('%s %o is refused', (section, values, path) => {
    const saved = saveSettings(desk, ADA, { section, values }, NOW);
    expect(saved).toMatchObject({ ok: false });
    expect(!saved.ok && saved.problems[0]?.path).toBe(path);
    expect(stored()).toBeNull();
  });

  test('retention reaches the loop, key by key', () => {
    desk.writeFile('rollcall.json', { retention: { checks: '7d' } });
    saveSettings(desk, ADA, { section: 'retention', values: { checks: '30d', alerts: '30d' } }, NOW);
    expect(desk.load().retention).toEqual({ checks: 7 * 86_400_000, alerts: 30 * 86_400_000 });
  });
});
