import { describe, expect, it } from 'vitest';
import { checkHeader } from '@/lib/config/entries/check-header';

describe('checkHeader', () => {
  it.each([
    ['Authorization', 'Bearer abc'],
    ['X-Api-Key', 'key'],
    ['Cookie', 'a=b'],
    ['User-Agent', 'x'],
    ['X-Empty', ''],
    ['X-Latin', 'café'],
  ])('lets %s pass', (name, value) => {
    expect(checkHeader(name, value)).toEqual({ verdict: 'fine' });
  });

  it.each([
    'Host',
    'host',
    'MCP-Protocol-Version',
    'mcp-session-id',
    'Mcp-Method',
    'Connection',
    'Keep-Alive',
    'Proxy-Authorization',
    'Proxy-Connection',
    'TE',
    'Trailer',
    'Transfer-Encoding',
    'Upgrade',
    'Content-Length',
    'Content-Encoding',
    'Accept',
    'Last-Event-ID',
    'Expect',
  ])('refuses %s by name', (name) => {
    expect(checkHeader(name, 'x')).toMatchObject({
      verdict: 'refused',
      message: `the header "${name}" may not be set`,
    });
  });

  it.each([
    ['a line break in the value', 'X-A', 'a\r\nHost: evil', 'holds a line break or NUL'],
    ['a line feed at the end', 'X-A', 'a\n', 'holds a line break or NUL'],
    ['NUL in the value', 'X-A', 'a\0', 'holds a line break or NUL'],
    ['a value outside Latin-1', 'X-A', '🚀', 'a character that no header can carry'],
    ['a control character', 'X-A', '\x1b[0m', 'a character that no header can carry'],
    ['a line break in the name', 'X-A\r\nHost', 'a', 'characters that are not allowed'],
    ['a colon in the name', 'X-A:', 'a', 'characters that are not allowed'],
    ['a space in the name', 'X A', 'a', 'characters that are not allowed'],
    ['no name', '', 'a', 'has no name'],
  ])('refuses %s', (_case, name, value, message) => {
    const check = checkHeader(name, value);
    expect(check.verdict === 'refused' && check.message).toContain(message);
  });

  it.each([
    ['Content-Type', 'application/json'],
    ['Accept', 'application/json, text/event-stream'],
    ['accept', '*/*'],
  ])('calls %s: %s redundant, since every client sends it', (name, value) => {
    expect(checkHeader(name, value)).toEqual({ verdict: 'redundant' });
  });

  it('never repeats a value', () => {
    expect(JSON.stringify(checkHeader('X-A', 'hunter2\n'))).not.toContain('hunter2');
  });
});
