import { describe, expect, it } from 'vitest';
import { temporaryEntries } from './temporary-entries';

const { folder, targetsOf } = temporaryEntries();

const URL_TEXT = 'https://mcp.example.com/mcp';
const remote = (dialect: string, headers = {}) => ({ kind: 'http', url: URL_TEXT, headers, dialect });

describe('mcp-remote', () => {
  const wrapped = (command: string, args: string[], env?: Record<string, string>) =>
    targetsOf({ mcpServers: { a: { command, args, ...(env && { env }) } } }).a;

  it.each<[string, string, string[], unknown]>([
    ['npx', 'npx', ['-y', 'mcp-remote', URL_TEXT], remote('auto')],
    ['a version', 'npx', ['-y', 'mcp-remote@latest', URL_TEXT], remote('auto')],
    ['Windows', 'cmd', ['/c', 'npx', '-y', 'mcp-remote', URL_TEXT], remote('auto')],
    ['pnpm', 'pnpm', ['dlx', 'mcp-remote', URL_TEXT], remote('auto')],
    ['installed', '/usr/local/bin/mcp-remote', [URL_TEXT], remote('auto')],
    [
      'a port and flags',
      'npx',
      ['mcp-remote', URL_TEXT, '3334', '--debug', '--allow-http', '--host', 'x'],
      remote('auto'),
    ],
    ['sse-only', 'npx', ['mcp-remote', '--transport', 'sse-only', URL_TEXT], remote('sse')],
    ['http-only', 'npx', ['mcp-remote', URL_TEXT, '--transport', 'http-only'], remote('http')],
    [
      'headers',
      'npx',
      ['mcp-remote', URL_TEXT, '--header', 'X-A:b', '--header', 'X-C: d e'],
      remote('auto', { 'X-A': 'b', 'X-C': 'd e' }),
    ],
  ])('is seen through: %s', (_case, command, args, target) => {
    expect(wrapped(command, args)?.target).toEqual(target);
    expect(folder.load().notes[0]?.message).toContain('mcp-remote is seen through');
  });

  it('takes header values from the env of its entry', () => {
    const args = ['mcp-remote', URL_TEXT, '--header', 'Authorization:${AUTH}'];
    expect(wrapped('npx', args, { AUTH: 'Bearer s3cret' })?.target).toEqual(
      remote('auto', { Authorization: 'Bearer s3cret' }),
    );
    expect(folder.load().secrets.get('a')).toEqual(['Bearer s3cret', 's3cret']);
  });

  it.each<[string, string, string[]]>([
    ['another program', 'npx', ['-y', 'server-everything', 'mcp-remote']],
    ['a shell', 'sh', ['-c', 'npx mcp-remote https://a.test']],
    ['no URL', 'npx', ['mcp-remote']],
    ['a header that cannot be split', 'npx', ['mcp-remote', URL_TEXT, '--header', 'nothing']],
  ])('is run as it is: %s', (_case, command, args) => {
    expect(wrapped(command, args)?.type).toBe('stdio');
  });
});
