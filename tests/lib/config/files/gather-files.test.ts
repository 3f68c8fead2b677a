import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

const server = (url = 'https://a.test/mcp') => ({ url });
const mcp = (servers: Record<string, unknown>) => ({ mcpServers: servers });

describe('broken files', () => {
  const good = mcp({ a: server('https://a.test') });

  it.each<[string, string | Uint8Array, string]>([
    ['half written', '{"mcpServers": {"a": {"url": "https://a', 'a text is never closed with a double quote'],
    ['empty', '', 'it is empty'],
    ['binary', Buffer.from([1, 2, 0, 3]), 'it is binary, not text'],
    ['10 MB', 'x'.repeat(10_000_000), 'it is 9.6 MiB, and 4 MiB is the limit'],
    ['of another shape', '{"mcpServers": "a"}', '"mcpServers" must be an object { … } of servers by name'],
  ])('keep what they last said: %s', (_case, content, message) => {
    folder.write('mcp.json', good);
    folder.write('other.mcp.json', mcp({ b: server('https://b.test') }));
    const first = folder.load();

    folder.write('mcp.json', content);
    folder.write('other.mcp.json', mcp({ b: server('https://b2.test') }));
    const second = folder.load({ previous: first });
    expect(second.endpoints).toMatchObject([
      { target: { url: 'https://a.test/' } },
      { target: { url: 'https://b2.test/' } },
    ]);
    expect(second.brokenFiles).toEqual(['mcp.json']);
    expect(second.problems).toMatchObject([{ severity: 'error', file: 'mcp.json', message }]);

    const third = folder.load({ previous: second });
    expect(third.endpoints).toEqual(second.endpoints);

    folder.write('mcp.json', good);
    expect(folder.load({ previous: third })).toMatchObject({ problems: [], brokenFiles: [] });
  });

  it('give nothing when nothing is known of them', () => {
    folder.write('mcp.json', '{');
    expect(folder.load()).toMatchObject({ endpoints: [], brokenFiles: ['mcp.json'], isFound: true });
  });

  it('rollcall.json keeps its last good state as a whole', () => {
    folder.write('mcp.json', good);
    folder.write('rollcall.json', { page: { title: 'Before' }, endpoints: { a: { group: 'Before' } } });
    const first = folder.load();
    folder.write('rollcall.json', { page: { title: 'After' }, endpoints: { a: { group: 5 } } });
    const second = folder.load({ previous: first });
    expect(second).toMatchObject({
      page: { title: 'Before' },
      endpoints: [{ group: 'Before' }],
      brokenFiles: ['rollcall.json'],
    });
    expect(second.problems).toMatchObject([{ severity: 'error', path: 'endpoints.a.group', line: 7 }]);
  });

  it('rollcall.json that was never good is used as far as it is sound, so that what is hidden stays hidden', () => {
    folder.write('mcp.json', good);
    folder.write('rollcall.json', { page: { timezone: 'Mars' }, endpoints: { a: { hidden: true } } });
    expect(folder.load()).toMatchObject({
      endpoints: [{ hidden: true }],
      page: { timezone: 'UTC' },
      brokenFiles: ['rollcall.json'],
    });
  });

  it('unknown keys are no reason to keep an old state', () => {
    folder.write('mcp.json', good);
    folder.write('rollcall.json', { pages: {}, endpoints: { a: { group: 'New' } } });
    expect(folder.load()).toMatchObject({ endpoints: [{ group: 'New' }], brokenFiles: [] });
  });

  it('a lost mount changes nothing', () => {
    folder.write('mcp.json', good);
    const first = folder.load();
    rmSync(folder.path(), { recursive: true });
    const second = folder.load({ previous: first });
    expect(second).toMatchObject({ isFound: false, endpoints: first.endpoints, brokenFiles: ['mcp.json'] });
    expect(second.problems).toMatchObject([{ severity: 'error', file: '' }]);
    expect(folder.load()).toMatchObject({ isFound: false, endpoints: [] });
  });

  it('a folder that cannot be listed any more loses nothing', () => {
    folder.write('.vscode/mcp.json', good);
    folder.write('mcp.json', mcp({ b: server('https://b.test') }));
    const first = folder.load();
    folder.remove('.vscode');
    // Fails for every user, root too, and as a folder without permission would.
    symlinkSync('.vscode', join(folder.path(), '.vscode'));
    const second = folder.load({ previous: first });
    expect(second.endpoints.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(second).toMatchObject({ isFound: true, brokenFiles: ['.vscode/mcp.json'] });
    expect(second.problems).toMatchObject([{ severity: 'error', file: '.vscode' }]);
  });

  it('a removed file takes its servers along', () => {
    folder.write('mcp.json', good);
    folder.write('other.mcp.json', mcp({ b: server('https://b.test') }));
    const first = folder.load();
    folder.remove('mcp.json');
    expect(folder.load({ previous: first }).endpoints.map(({ name }) => name)).toEqual(['b']);
  });

  it.each<[string, unknown, string, string]>([
    ['mcp.json', {}, 'no servers were found in it', 'Put them under "mcpServers" (or "servers", as VS Code does).'],
    [
      'mcp.json',
      { mcpservers: { a: server() } },
      'no servers were found in it',
      'Is "mcpservers" meant to be "mcpServers"?',
    ],
    [
      'status-mcp.json',
      { endpoints: {} },
      'no servers were found in it',
      'Settings of Rollcall itself belong into a file called rollcall.json.',
    ],
  ])('%s without servers: %j', (file, content, message, remedy) => {
    folder.write(file, content);
    expect(folder.load().problems).toMatchObject([{ severity: 'warning', file, message, remedy }]);
  });

  it('says nothing of a settings file without servers', () => {
    folder.write('.vscode/settings.json', { 'editor.tabSize': 2 });
    folder.write('settings.json', { servers: true, mcp: 5 });
    expect(folder.load()).toMatchObject({ problems: [], endpoints: [], brokenFiles: [] });
  });

  it('tells of no more than fifty problems a file', () => {
    folder.write(
      'mcp.json',
      mcp(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`s${i}`, { url: 'nope' }]))),
    );
    const { endpoints, problems } = folder.load();
    expect(endpoints).toHaveLength(200);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toBe('and 150 more');
  });
});
