import { describe, expect, it } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

const URL_TEXT = 'https://mcp.example.com/mcp';
const remote = (dialect: string, headers = {}) => ({ kind: 'http', url: URL_TEXT, headers, dialect });

describe('entries that cannot be called', () => {
  it.each<[string, unknown, string, string]>([
    ['no object', 'https://a.test', 'the entry must be an object { … }', 'mcpServers.a'],
    ['neither command nor url', {}, 'the entry has neither a command nor a url', 'mcpServers.a'],
    [
      'an unknown type',
      { type: 'websocket', url: 'ws://a.test' },
      'the type is none of http, sse and stdio',
      'mcpServers.a.type',
    ],
    ['args that are no list', { command: 'x', args: '-y' }, 'args must be a list [ … ]', 'mcpServers.a.args'],
    [
      'a number in args',
      { command: 'x', args: ['-p', 1] },
      'args[1] must be a text in double quotes',
      'mcpServers.a.args[1]',
    ],
    ['a number in env', { command: 'x', env: { P: 1 } }, 'env.P must be a text in double quotes', 'mcpServers.a.env.P'],
    ['an empty command', { command: ' ' }, 'the command is empty', 'mcpServers.a.command'],
    [
      'disabled that is no yes or no',
      { url: URL_TEXT, disabled: 'yes' },
      'disabled must be true or false',
      'mcpServers.a.disabled',
    ],
    ['no URL', { url: 'not a url' }, 'the url is no web address (write it as https://host/path)', 'mcpServers.a.url'],
    [
      'a file URL',
      { url: 'file:///etc/passwd' },
      'the url begins with file: which is not called (write it as https://host/path)',
      'mcpServers.a.url',
    ],
    [
      'a refused header',
      { url: URL_TEXT, headers: { Host: 'evil' } },
      'the header "Host" may not be set',
      'mcpServers.a.headers.Host',
    ],
    [
      'a smuggled header',
      { url: URL_TEXT, headers: { A: 'b\r\nHost: evil' } },
      'the header "A" holds a line break or NUL',
      'mcpServers.a.headers.A',
    ],
  ])('%s', (_case, entry, problem, path) => {
    folder.write('mcp.json', { mcpServers: { a: entry, good: { url: URL_TEXT } } });
    const { endpoints, problems } = folder.load();
    expect(endpoints.map((endpoint) => [endpoint.name, endpoint.problem])).toEqual([
      ['a', problem],
      ['good', null],
    ]);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'mcp.json', path, message: problem }]);
    expect(problems[0]?.line).toBeGreaterThan(1);
    expect(problems[0]?.remedy).not.toBe('');
  });

  it('keeps no password of a URL anywhere', () => {
    const withPassword = 'https://me:hunter2@a.test/mcp';
    folder.write('mcp.json', {
      mcpServers: {
        [withPassword]: { url: withPassword, rollcall: { health: withPassword } },
        b: { url: 'https//me:hunter2@a.test', colour: withPassword },
        c: { url: 'https://me:hunter2@${MISSING}' },
      },
    });
    const loaded = folder.load();
    expect(loaded.endpoints.map(({ slug }) => slug)).toEqual(['https-a-test-mcp', 'b', 'c']);
    const { lastGood: _kept, ...shown } = loaded;
    expect(JSON.stringify({ ...shown, secrets: [...loaded.secrets] })).not.toContain('hunter2');
  });

  it('says what it leaves out of what the client sends anyway', () => {
    folder.write('mcp.json', {
      mcpServers: { a: { url: URL_TEXT, headers: { 'Content-Type': 'application/json', 'X-Key': 'k' } } },
    });
    const { endpoints, problems } = folder.load();
    expect(endpoints[0]).toMatchObject({ problem: null, target: remote('auto', { 'X-Key': 'k' }) });
    expect(problems).toMatchObject([{ severity: 'warning', path: 'mcpServers.a.headers.Content-Type' }]);
  });
});
