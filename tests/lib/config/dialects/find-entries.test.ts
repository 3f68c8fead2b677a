import { describe, expect, it } from 'vitest';
import { temporaryEntries } from './temporary-entries';

const { folder, targetsOf } = temporaryEntries();

const URL_TEXT = 'https://mcp.example.com/mcp';
const remote = (dialect: string, headers = {}) => ({ kind: 'http', url: URL_TEXT, headers, dialect });

describe('files of clients', () => {
  it.each<[string, unknown, string]>([
    ['Claude Code', { mcpServers: { a: { type: 'http', url: URL_TEXT } } }, 'http'],
    ['Claude Code, sse', { mcpServers: { a: { type: 'sse', url: URL_TEXT } } }, 'sse'],
    ['Amazon Q and Cursor, by url alone', { mcpServers: { a: { url: URL_TEXT } } }, 'auto'],
    ['VS Code', { inputs: [], servers: { a: { type: 'http', url: URL_TEXT } } }, 'auto'],
    ['VS Code, sse', { servers: { a: { type: 'sse', url: URL_TEXT } } }, 'sse'],
    ['VS Code settings', { mcp: { servers: { a: { url: URL_TEXT } } } }, 'auto'],
    ['Windsurf', { mcpServers: { a: { serverUrl: URL_TEXT } } }, 'auto'],
    ['Gemini CLI', { mcpServers: { a: { httpUrl: URL_TEXT } } }, 'http'],
    ['Cline', { mcpServers: { a: { type: 'streamableHttp', url: URL_TEXT, timeout: 60, autoApprove: [] } } }, 'http'],
    ['Kilo', { mcpServers: { a: { type: 'streamable-http', url: URL_TEXT, alwaysAllow: [] } } }, 'http'],
    ['streamable_http', { mcpServers: { a: { transport: 'streamable_http', url: URL_TEXT } } }, 'http'],
    ['Zed', { context_servers: { a: { url: URL_TEXT } } }, 'auto'],
    ['opencode', { mcp: { a: { type: 'remote', url: URL_TEXT, enabled: true } } }, 'auto'],
    ['opencode, a server called servers', { mcp: { servers: { type: 'remote', url: URL_TEXT } } }, 'auto'],
    ['bare', { a: { url: URL_TEXT } }, 'auto'],
    ['a list with names', { mcpServers: [{ name: 'a', url: URL_TEXT }] }, 'auto'],
    ['a server called url', { mcpServers: { url: { url: URL_TEXT } } }, 'auto'],
    ['null for what is left out', { mcpServers: { a: { url: URL_TEXT, command: null, headers: null } } }, 'auto'],
  ])('%s', (_case, content, dialect) => {
    const [server] = Object.values(targetsOf(content));
    expect(server).toEqual({ type: dialect === 'sse' ? 'sse' : 'http', target: remote(dialect), problem: null });
  });

  it.each<[string, unknown]>([
    ['command and args', { mcpServers: { a: { command: 'node', args: ['server.js'], env: { A: '1' } } } }],
    ['with its type', { servers: { a: { type: 'stdio', command: 'node', args: ['server.js'], env: { A: '1' } } } }],
    ['opencode', { mcp: { a: { type: 'local', command: ['node', 'server.js'], environment: { A: '1' } } } }],
    [
      'Zed, as it was',
      { context_servers: { a: { command: { path: 'node', args: ['server.js'], env: { A: '1' } }, settings: {} } } },
    ],
    [
      'the command before a url',
      { mcpServers: { a: { command: 'node', args: ['server.js'], env: { A: '1' }, url: URL_TEXT } } },
    ],
  ])('stdio: %s', (_case, content) => {
    expect(targetsOf(content).a).toEqual({
      type: 'stdio',
      target: { kind: 'stdio', command: 'node', args: ['server.js'], env: { A: '1' }, cwd: folder.path() },
      problem: null,
    });
  });

  it('reads all places of a file, and files of several clients together', () => {
    folder.write('.vscode/mcp.json', {
      servers: { code: { url: 'https://a.test' } },
      mcpServers: { both: { url: 'https://b.test' } },
    });
    expect(Object.keys(targetsOf({ mcpServers: { claude: { url: 'https://c.test' } } }))).toEqual([
      'both',
      'code',
      'claude',
    ]);
  });

  it('takes comments, trailing commas and a byte-order mark', () => {
    const text = '\ufeff{\n  // ours\n  "mcpServers": { "a": { "url": "https://mcp.example.com/mcp", }, },\n}';
    expect(targetsOf(text).a?.target).toEqual(remote('auto'));
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['disabled', { disabled: true }, true],
    ['not disabled', { disabled: false }, false],
    ['enabled', { enabled: true }, false],
    ['not enabled', { enabled: false }, true],
  ])('pauses what is switched off: %s', (_case, keys, paused) => {
    folder.write('mcp.json', { mcpServers: { a: { url: URL_TEXT, ...keys } } });
    expect(folder.load().endpoints[0]?.paused).toBe(paused);
  });

  it.each<[string, string, unknown]>([
    ['a relative cwd', 'mcp.json', 'sub'],
    ['a folder of a client', '.vscode/mcp.json', 'sub'],
    ['workspaceFolder', '.kiro/settings/mcp.json', '${workspaceFolder}/sub'],
  ])('starts servers in the project: %s', (_case, file, cwd) => {
    const { a } = targetsOf({ mcpServers: { a: { command: 'node', cwd } } }, file);
    expect(a?.target).toMatchObject({ cwd: `${folder.path()}/sub` });
  });
});
