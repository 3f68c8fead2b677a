import { describe, expect, test } from 'vitest';
import { type Asked, bodyRefusal, planOf } from '@/lib/front/plan';

const asked = (url: string, more: Partial<Asked> = {}): Asked => ({ method: 'GET', url, headers: {}, ...more });
const plan = (url: string, more: Partial<Asked> = {}) => planOf(asked(url, more), true);
const keyOf = (url: string, more: Partial<Asked> = {}) => {
  const made = plan(url, more);
  return made.does === 'keep' ? made.key : made.does;
};

describe('what is kept', () => {
  test.each<[string, 'page' | 'reading' | 'file' | 'pass', string | null]>([
    ['/', 'page', null],
    ['/?utm_source=mail', 'page', null],
    ['/servers/warehouse', 'page', 'warehouse'],
    ['/servers/warehouse.md', 'reading', 'warehouse'],
    ['/servers/warehouse/feed.atom', 'reading', 'warehouse'],
    ['/incidents', 'page', null],
    ['/incidents/4', 'page', null],
    ['/incidents/4.md', 'reading', null],
    ['/incidents.md', 'reading', null],
    ['/uptime?month=2026-11', 'page', null],
    ['/badge.svg', 'reading', null],
    ['/badge/warehouse.svg', 'reading', 'warehouse'],
    ['/badge/warehouse/uptime.svg?period=7d', 'reading', 'warehouse'],
    ['/api/v1/endpoints', 'reading', null],
    ['/api/v1/endpoints/warehouse/tools', 'reading', 'warehouse'],
    ['/api/v2/summary.json', 'reading', null],
    ['/feed.atom', 'reading', null],
    ['/llms.txt', 'reading', null],
    ['/embed.js', 'file', null],
    ['/embed', 'reading', null],
    ['/embed/warehouse', 'reading', 'warehouse'],
    ['/_next/static/chunks/a.js', 'file', null],
    ['/fault', 'page', null],
    ['/healthz', 'pass', null],
    ['/readyz', 'pass', null],
    ['/metrics', 'pass', null],
    ['/mcp', 'pass', null],
    ['/admin', 'pass', null],
    ['/admin/incidents', 'pass', null],
    ['/api/auth/session', 'pass', null],
    ['/alerts/ack/abc', 'pass', null],
    ['//evil.example/', 'pass', null],
    ['/servers/a/b/c', 'pass', null],
  ])('%s: %s, by the calls of %s', (url, kind, slug) => {
    const made = plan(url);
    expect(made.does === 'keep' ? [made.kind, made.slug] : [made.does, null]).toEqual([kind, slug]);
  });

  test.each<[string, Partial<Asked>, string]>([
    ['an API key sees more', { headers: { authorization: 'Bearer x' } }, 'pass'],
    ['a router that prefetches', { headers: { 'next-router-prefetch': '1' } }, 'pass'],
    ['a preflight', { method: 'OPTIONS' }, 'pass'],
    ['a write', { method: 'POST' }, 'pass'],
  ])('%s goes to Next', (_, more, expected) => {
    expect(plan('/api/v1/endpoints', more).does).toBe(expected);
  });
});

describe('one answer for all who must get the same', () => {
  test.each<[string, string, boolean]>([
    ['/', '/?utm_source=mail&_rsc=abc', true],
    ['/badge.svg?style=flat&label=a', '/badge.svg?label=a&style=flat', true],
    ['/badge.svg?style=flat', '/badge.svg?style=plastic', false],
    ['/servers/a', '/servers/a?utm_source=mail', true],
    ['/servers/a', '/servers/a?range=90d', false],
    ['/servers/a?tool=x', '/servers/a?tool=y', false],
    ['/servers/a', '/servers/a?badge=uptime', false],
    ['/badge.svg?label=a&label=b', '/badge.svg?label=b&label=a', false],
    ['/badge.svg?label=a&label=b', '/badge.svg?label=a&label=c', true],
    ['/badge.svg?label=a', '/badge.svg?label=a&random=1', true],
    ['/badge/a/uptime.svg?period=7d', '/badge/a/uptime.svg?period=30d', false],
    [`/badge.svg?label=${'a'.repeat(5_000)}`, `/badge.svg?label=${'a'.repeat(9_000)}`, true],
    ['/api/v1/endpoints?random=1', '/api/v1/endpoints?random=2', true],
    ['/api/v1/endpoints/a/checks?limit=1', '/api/v1/endpoints/a/checks?limit=2', false],
    ['/api/v1/endpoints/a/uptime?days=1', '/api/v1/endpoints/a/uptime?days=2', false],
    ['/api/v2/summary.json', '/api/v2/summary.json?_=1795370000', true],
    ['/feed.atom', '/feed.atom?random=1', true],
    ['/embed?theme=dark', '/embed?theme=light', false],
    ['/incidents?month=2026-10', '/incidents?month=2026-11', false],
    ['/uptime?server=a', '/uptime?server=b', false],
    ['/incidents?random=1', '/incidents', true],
    ['/servers/a', '/servers/b', false],
  ])('%s and %s: %s', (one, other, isShared) => {
    expect(keyOf(one) === keyOf(other)).toBe(isShared);
  });

  test('headers that no answer depends on are not part of it, and Next is not asked with them', () => {
    const hostile = {
      cookie: 'session=1',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '1.2.3.4',
      'accept-language': 'tlh',
      'next-router-state-tree': 'x',
      host: 'evil.example',
    };
    expect(keyOf('/', { headers: hostile })).toBe(keyOf('/'));
    expect(plan('/', { headers: hostile })).toMatchObject({
      question: { address: '/', headers: { host: 'localhost' } },
    });
  });

  test('without a configured address the host counts, and an odd one is not repeated', () => {
    const question = (headers: Asked['headers']) => planOf(asked('/', { headers }), false);
    expect(question({ host: 'Status.Example:8080', 'x-forwarded-proto': 'https, http' })).toMatchObject({
      question: { headers: { host: 'status.example:8080', 'x-forwarded-proto': 'https' } },
    });
    for (const host of ['a"onload=alert(1)', '', 'a b', 'a/b', 'x'.repeat(300)]) {
      expect(question({ host })).toMatchObject({ question: { headers: { host: 'localhost' } } });
    }
  });

  test('what the router patches with and Markdown are answers of their own', () => {
    const keys = [{}, { rsc: '1' }, { accept: 'text/markdown, text/html;q=0.5' }, { accept: 'text/html' }].map(
      (headers) => keyOf('/', { headers }),
    );
    expect(new Set(keys.slice(0, 3)).size).toBe(3);
    expect(keys[3]).toBe(keys[0]);
    expect(plan('/uptime?month=2', { headers: { rsc: '1' } })).toMatchObject({
      question: { address: '/uptime?month=2&_rsc', headers: { rsc: '1' } },
    });
  });
});

describe('what is refused', () => {
  test.each<[string, Asked, number]>([
    ['writing to a page', asked('/', { method: 'POST' }), 405],
    ['deleting a page', asked('/servers/a', { method: 'DELETE' }), 405],
    ['a method nobody knows', asked('/', { method: 'PROPFIND' }), 501],
    ['tracing', asked('/mcp', { method: 'TRACE' }), 501],
    ['a stray percent sign', asked('/servers/%ff'), 400],
    ['an endless address', asked(`/servers/${'x'.repeat(4_096)}`), 414],
    ['an endless query nobody reads', asked(`/admin?${'x'.repeat(4_096)}`), 414],
    ['a way up', asked('/embed/../admin'), 400],
    ['a way up in disguise', asked('/embed/%2E%2e/admin'), 400],
    ['a step on the spot', asked('/servers/./a'), 400],
    ['an address of a proxy', asked('ftp://evil.example/'), 400],
    ['writing to the widget', asked('/embed.js', { method: 'POST' }), 405],
    ['asking what the widget allows', asked('/embed.js', { method: 'OPTIONS' }), 405],
    ['writing to a badge', asked('/badge/a.svg', { method: 'PUT' }), 405],
    ['writing to Statuspage', asked('/api/v2/summary.json', { method: 'POST' }), 405],
    ['writing to a probe', asked('/readyz', { method: 'DELETE' }), 405],
  ])('%s', (_, request, status) => {
    expect(planOf(request, true)).toMatchObject({ does: 'refuse', status });
  });
});

test('a badge is never refused: what cannot be its name is nobody’s', () => {
  const nobody = { does: 'keep', question: { address: '/badge/%25.svg' } };
  for (const url of [
    '/badge/%ff.svg',
    '/badge/%.svg',
    `/badge/${'x'.repeat(5_000)}.svg`,
    `/badge/a/${'x'.repeat(5_000)}`,
  ])
    expect(plan(url)).toMatchObject(nobody);
  expect(plan('/badge/%ff/uptime.json?period=7d')).toMatchObject({
    question: { address: '/badge/%25.json?period=7d' },
  });
  expect(plan(`/badge/a.svg?label=${'x'.repeat(10_000)}`)).toMatchObject({
    question: { address: `/badge/a.svg?label=${'x'.repeat(1_000)}` },
  });
});

test('the page that says that a page could not be made is nobody’s address', () => {
  expect(plan('/fault?x=1')).toMatchObject({ question: { address: '/_not-found' } });
});

test('what may be done here stands in each refusal to write', () => {
  expect(plan('/', { method: 'POST' })).toMatchObject({ headers: { allow: 'GET, HEAD' } });
  expect(plan('/feed.atom', { method: 'POST' })).toMatchObject({ headers: { allow: 'GET, HEAD, OPTIONS' } });
  expect(plan('*', { method: 'OPTIONS' })).toMatchObject({ does: 'refuse', status: 405 });
});

test('a body of more than a megabyte is refused, one of a megabyte is not', () => {
  expect(bodyRefusal({ 'content-length': '1048577' })).toMatchObject({ does: 'refuse', status: 413 });
  for (const headers of [{ 'content-length': '1048576' }, {}]) expect(bodyRefusal(headers)).toBeNull();
});
