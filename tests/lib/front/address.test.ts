import { describe, expect, test } from 'vitest';
import { hasDotSegments, originForm } from '@/lib/front/address';

describe('the form in which a path is compared', () => {
  test.each([
    ['/badge.svg?x=http://a/b', '/badge.svg?x=http://a/b'],
    ['//evil.example/', '//evil.example/'],
    ['http://status.example/badge.svg?x=1', '/badge.svg?x=1'],
    ['HTTPS://status.example', '/'],
    ['http://status.example?x=1', '/?x=1'],
    ['http://', '/'],
    ['*', '*'],
    ['ftp://status.example/', 'ftp://status.example/'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s: %s', (given, form) => {
    expect(originForm(given)).toBe(form);
  });
});

test.each([
  ['/..', true],
  ['/a/../b', true],
  ['/a/%2e%2E/b', true],
  ['/a/.%2e', true],
  ['/a/./b', true],
  ['/a\\..\\b', true],
  ['/a/..b', false],
  ['/a/b..', false],
  ['/badge/..svg', false],
  ['/a/...', false],
  ['/.well-known/x', false],
])('%s walks up or stays: %s', (path, does) => {
  expect(hasDotSegments(path)).toBe(does);
});
