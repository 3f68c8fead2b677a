import { describe, expect, test } from 'vitest';
import { redirectTarget } from '@/lib/probe/fetch/redirect';

const ask = (from: string, location: string | null, status = 307, method = 'POST') =>
  redirectTarget({ status, location, url: new URL(from), method })?.href ?? null;

describe('followed', () => {
  test.each([
    ['a path', 'http://h/mcp', '/mcp/', 'http://h/mcp/'],
    ['a relative path', 'http://h/a/b', 'c?x=1', 'http://h/a/c?x=1'],
    ['the whole address', 'http://h:8080/mcp', 'http://h:8080/x', 'http://h:8080/x'],
    ['an upgrade to https', 'http://h/mcp', 'https://h/mcp', 'https://h/mcp'],
    ['an upgrade on the same port', 'http://h:8443/mcp', 'https://h:8443/mcp', 'https://h:8443/mcp'],
  ])('%s', (_name, from, location, target) => expect(ask(from, location)).toBe(target));

  test.each([301, 302, 303, 307, 308])('a GET with %i', (status) => {
    expect(ask('http://h/a', '/b', status, 'GET')).toBe('http://h/b');
  });
});

test.each([200, 204, 304, 400])('%i is no redirect', (status) => expect(ask('http://h/a', '/b', status)).toBeNull());

describe('not followed', () => {
  test.each([
    ['another host', 'https://h/mcp', 'https://other/mcp', 307, /another host \(HTTP 307\)/],
    ['a host below', 'https://h/mcp', 'https://x.h/mcp', 307, /another host/],
    ['another port', 'https://h/mcp', 'https://h:444/mcp', 307, /another host/],
    ['an upgrade to another port', 'http://h:8080/mcp', 'https://h/mcp', 307, /another host/],
    ['a downgrade', 'https://h/mcp', 'http://h/mcp', 308, /from https to plain http/],
    ['no web address', 'http://h/mcp', 'ftp://h/mcp', 307, /another host/],
    ['credentials', 'http://h/mcp', 'http://me:pw@h/mcp', 307, /no address/],
    ['nonsense', 'http://h/mcp', 'http://[', 307, /no address/],
    ['no target', 'http://h/mcp', null, 307, /without saying where/],
    ['a lost body', 'http://h/mcp', '/x', 302, /redirects POST requests/],
  ])('%s', (_name, from, location, status, says) => {
    expect(() => ask(from, location, status)).toThrow(says);
  });

  test('the detail names the target without its query', () => {
    const refused = {
      status: 307,
      location: 'https://other/sso?ticket=1#x',
      url: new URL('https://h/'),
      method: 'POST',
    };
    expect(() => redirectTarget(refused)).toThrow(
      expect.objectContaining({ code: 'redirected', detail: 'Location: https://other/sso' }),
    );
  });
});
