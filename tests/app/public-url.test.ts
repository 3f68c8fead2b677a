import { afterEach, expect, test } from 'vitest';
import { publicUrl } from '@/app/public-url';
import { forget } from '@/lib/once/once';

afterEach(() => {
  delete process.env.ROLLCALL_URL;
  forget('public-url');
});

function urlOf(headers: Record<string, string>): string {
  return publicUrl({ headers: new Headers(headers) });
}

test.each([
  ['the host that was asked', { host: 'status.acme.internal' }, 'http://status.acme.internal'],
  ['its port', { host: 'localhost:3000' }, 'http://localhost:3000'],
  ['an IPv6 address', { host: '[::1]:3000' }, 'http://[::1]:3000'],
  ['https before a proxy', { host: 'a.example', 'x-forwarded-proto': 'https, http' }, 'https://a.example'],
  ['no script', { host: '"><script>alert(1)</script>' }, 'http://localhost'],
  ['no address that cannot be', { host: '999.999.999.999' }, 'http://localhost'],
  ['no port that cannot be', { host: 'a.example:65536' }, 'http://localhost'],
  ['no path', { host: 'a.example/evil' }, 'http://localhost'],
  ['no strange protocol', { host: 'a.example', 'x-forwarded-proto': 'javascript' }, 'http://a.example'],
  ['something without a host', {}, 'http://localhost'],
])('repeats %s', (_, headers, url) => {
  expect(urlOf(headers)).toBe(url);
});

test('what is configured wins over what was asked', () => {
  process.env.ROLLCALL_URL = 'https://status.acme.internal/';
  expect(urlOf({ host: 'evil.example' })).toBe('https://status.acme.internal');
});
